"""What the disk said of a site once it was in place, and still says of it when it has become the reserve.

A file tells by its stamp that it is another, a folder by its date that a name came or went: asking each of them is
sooner than reading thousands of folders. Standard library only: `faire` reads this first.
"""

from __future__ import annotations

import json
import os
from collections import namedtuple
from contextlib import suppress

from plugins.ledger.stamps import Stamp, is_still, known_folders, known_parents

TYPE_CHECKING = False
if TYPE_CHECKING:  # longer to import than all that `faire` asks here
    from collections.abc import Mapping
    from pathlib import Path

MEMORY = ".{}-memoire"
"""The folder beside a site where builds leave what they remember."""
SITE, RESERVE = "site.json", "reserve.json"
"""What was seen of the site in place, and of the one before, which a swap has made the reserve."""
NOTE = "rien-n-a-change.json"
"""The note of `plugins.ledger.unchanged`, which is good for one sight of the site."""


SiteSight = namedtuple("SiteSight", "files folders")  # `typing` is longer to import than this
"""The stamp of each file of a site by its path, and the day of the last change of names in each of its folders."""


def memory_of(site: Path) -> Path:
    """Name the folder beside a site where builds leave what they remember."""
    return site.with_name(MEMORY.format(site.name))


def note_site(site: Path, files: dict[str, Stamp], before: SiteSight | None = None) -> None:
    """Note the stamps of the files of a site, and the dates of its folders; what was noted before is good no more.

    `before` is what was seen of the folder before some of its files were put there, or left: only the folders of these
    are looked at. Without room on the disk nothing is noted: looking again takes longer, and that is all.
    """
    memory = memory_of(site)
    try:
        memory.mkdir(parents=True, exist_ok=True)
        (memory / NOTE).unlink(missing_ok=True)
        write_whole(memory / SITE, json_of([files, _folders_of(site, files, before)]))
    except OSError:
        with suppress(OSError):
            (memory / SITE).unlink(missing_ok=True)


def note_reserve(site: Path, files: dict[str, Stamp], before: SiteSight | None) -> dict[str, int]:
    """Note what the reserve of a site holds, as `note_site` does, and return the dates of its folders; raise `OSError`."""
    folders = _folders_of(site.with_name(f".{site.name}-reserve"), files, before)
    write_whole(memory_of(site) / RESERVE, json_of([files, folders]))
    return folders


def forget_reserve(site: Path) -> None:
    """Say that nobody knows any more what the reserve of a site holds; raise `OSError`."""
    (memory_of(site) / RESERVE).unlink(missing_ok=True)


def digest_of_note(site: Path) -> str:
    """Return the digest of what `note_site` has noted last; nothing when it could note nothing."""
    import hashlib  # noqa: PLC0415  # `faire` asks for none, and OpenSSL is long to load

    try:
        return hashlib.sha256((memory_of(site) / SITE).read_bytes()).hexdigest()
    except OSError:
        return ""


def _folders_of(site: Path, files: dict[str, Stamp], before: SiteSight | None) -> dict[str, int]:
    """Return the dates of the folders of a site, of which only those that have changed are asked for; raise `OSError`."""
    if before is None:
        return known_folders(site, files)
    names = before.files.keys() | files.keys()
    changed = known_parents(name for name in names if before.files.get(name) != files.get(name))
    folders = {name: date for name, date in before.folders.items() if name not in changed}
    for name in changed:
        with suppress(FileNotFoundError):  # nothing is left in it
            folders[name] = os.stat(f"{site}/{name}").st_mtime_ns
    return folders


def noted_site(site: str | Path) -> SiteSight:
    """Return what `note_site` has noted; raise `OSError` or `ValueError`."""
    folder, name = os.path.split(site)
    return _read(os.path.join(folder, MEMORY.format(name), SITE))


def _read(path: str | Path) -> SiteSight:
    files, folders = read_json(path)
    return SiteSight(stamps_of(files), folders)


def turn_over(site: Path) -> None:
    """Say that a site has just become the reserve: what was seen of it holds for the reserve from now on."""
    memory = memory_of(site)
    try:
        os.replace(memory / SITE, memory / RESERVE)
    except OSError:
        with suppress(OSError):
            (memory / RESERVE).unlink(missing_ok=True)


def untouched_reserve(site: Path, reserve: Path, looked_at: Mapping[str, Stamp]) -> SiteSight | None:
    """Return what was seen of the reserve when it was the site, and is still so; else None.

    `looked_at` are stamps that files of the site have been seen to have. One that the reserve has too, by its number on
    the disk, is the same file: while no name has moved in its folder, nobody has to ask for it twice.
    """
    try:
        sight = _read(memory_of(site) / RESERVE)
        files = {name: stamp for name, stamp in sight.files.items() if looked_at.get(name) != stamp}
        return sight if is_still(reserve, files, sight.folders) else None
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def stamps_of(read: dict) -> dict[str, Stamp]:
    """Make stamps of the lists that JSON has made of them."""
    return {name: tuple(stamp) for name, stamp in read.items()}


def read_json(path: str | Path):
    """Return what a file of JSON holds; raise `OSError` or `ValueError`."""
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def json_of(value) -> str:
    """Write a value in JSON, without spaces."""
    return json.dumps(value, separators=(",", ":"))


def write_whole(path: Path, text: str) -> None:
    """Write a file whole or not at all; raise `OSError`."""
    beside = path.with_name(f"{path.name}.neuf")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)
