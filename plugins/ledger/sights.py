"""What the disk said of a site once it was in place, and still says of it when it has become the reserve.

A file tells by its stamp that it is another, a folder by its date that a name came or went: asking each of them is ten
times sooner than reading thousands of folders. Standard library only: `faire` reads this first.
"""

import json
import os
from contextlib import suppress
from pathlib import Path

from plugins.ledger.stamps import Stamp, is_still, known_folders

SITE, RESERVE = "site.json", "reserve.json"
"""What was seen of the site in place, and of the one before, which a swap has made the reserve."""
NOTE = "rien-n-a-change.json"
"""The note of `plugins.ledger.unchanged`, which is good for one sight of the site."""


def memory_of(site: Path) -> Path:
    """Name the folder beside a site where builds leave what they remember."""
    return site.with_name(f".{site.name}-memoire")


def note_site(site: Path, files: "dict[str, Stamp]") -> None:
    """Note the stamps of the files of a site, and the dates of its folders; what was noted before is good no more.

    Without room on the disk nothing is noted: looking again takes longer, and that is all.
    """
    memory = memory_of(site)
    try:
        memory.mkdir(parents=True, exist_ok=True)
        (memory / NOTE).unlink(missing_ok=True)
        write_json(memory / SITE, [files, known_folders(site, files)])
    except OSError:
        with suppress(OSError):
            (memory / SITE).unlink(missing_ok=True)


def noted_site(site: Path) -> "tuple[dict[str, Stamp], dict[str, int]]":
    """Return what `note_site` has noted; raise `OSError` or `ValueError`."""
    files, folders = read_json(memory_of(site) / SITE)
    return stamps_of(files), folders


def turn_over(site: Path) -> None:
    """Say that a site has just become the reserve: what was seen of it holds for the reserve from now on."""
    memory = memory_of(site)
    try:
        os.replace(memory / SITE, memory / RESERVE)  # noqa: PTH105  # as in `stamps`
    except OSError:
        with suppress(OSError):
            (memory / RESERVE).unlink(missing_ok=True)


def untouched_reserve(site: Path, reserve: Path) -> "dict[str, Stamp] | None":
    """Return the stamps of the files of the reserve when it is as the site was that it has been; else None."""
    try:
        files, folders = read_json(memory_of(site) / RESERVE)
        return stamps_of(files) if is_still(reserve, files, folders) else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def stamps_of(read: dict) -> "dict[str, Stamp]":
    """Make stamps of the lists that JSON has made of them."""
    return {name: tuple(stamp) for name, stamp in read.items()}


def read_json(path: Path):
    """Return what a file of JSON holds; raise `OSError` or `ValueError`."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_json(path: Path, value) -> None:
    """Write a file whole or not at all; raise `OSError`."""
    beside = path.with_name(f"{path.name}.neuf")
    beside.write_text(json.dumps(value, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
