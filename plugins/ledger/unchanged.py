"""Answer « nothing has changed » before anything else is imported. Standard library only: `faire` asks.

After a good build, a note holds one digest for the stamps of all the files that builds read, and one for those of
the site. A file saved just before the build is compared by its bytes too: its stamp could be that of another saving.
The stamps themselves stand beside the note, for whoever asks which file it is that has changed.
"""

import hashlib
import json
import os
from collections import namedtuple
from pathlib import Path

from plugins.ledger.stamps import disk_time, entries_of, full_stamp, is_settled, scan

NOTE = ".output-memoire/rien-n-a-change.json"
STAMPS = ".output-memoire/sources.json"
OUTPUT = "output"
FOLDERS = ("content", "data", "theme", "plugins")
FILES = (
    "faire", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt",
    ".venv/pyvenv.cfg", ".venv/.faire-requirements.txt",
)  # fmt: skip

Seen = namedtuple("Seen", "asked note inputs outputs mark")  # `typing` is longer to import than this
"""The question, what the last build noted, the stamps of what builds read and of the site as they are now, and that of
the folder of the site, which each swap changes."""


def input_stamps(root: Path) -> dict:
    """Return, for each file that a build may read, its stamp; then its digest when it was saved a moment ago."""
    now = disk_time((root / NOTE).parent)
    found = {}
    for name, stamp in _inputs(root):
        is_old = is_settled(stamp, now) and is_settled(("", stamp[3]), now)
        found[name] = [*stamp, "" if is_old else digest_of_bytes(root / name)]
    return found


def write_note(root: Path, asked: str, inputs: dict, day: tuple, said: str, outputs=None) -> None:
    """Note that all is built; `inputs` are the stamps of before, `day` the seconds (epoch) it is good for.

    `outputs` are the stamps of the site, for who knows them.
    """
    stamps = {name: stamp for name, (*stamp, _) in inputs.items()}
    note = {
        "asked": asked,
        "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
        "day": day,
        "inputs": _digest_of(stamps),
        "young": {name: digest for name, (*_, digest) in inputs.items() if digest},
        "outputs": _digest_of(scan(root / OUTPUT) if outputs is None else outputs),
        "said": said,
    }
    _write(root / STAMPS, stamps)
    _write(root / NOTE, note)


def look(root: Path, asked: str, now: float) -> "Seen | None":
    """Return what was noted, and what the disk says now, when the last build was asked the same thing on this day."""
    try:
        note = json.loads((root / NOTE).read_text(encoding="utf-8"))
        is_asked = (
            note["asked"] == asked
            and note["epoch"] == os.environ.get("SOURCE_DATE_EPOCH")
            and (note["epoch"] is not None or note["day"][0] <= now < note["day"][1])
        )
        mark = full_stamp(root / OUTPUT) if (root / OUTPUT).exists() else ()
        return Seen(asked, note, dict(_inputs(root)), scan(root / OUTPUT), mark) if is_asked else None
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return None


def said_when_built(root: Path, seen: "Seen | None") -> str:
    """Return what was said after the last build when it would be built the same, or nothing at all."""
    try:
        is_same = (
            seen is not None
            and _digest_of(seen.inputs) == seen.note["inputs"]
            and not young_changes(root, seen)
            and is_site_as_left(seen)
        )
        return str(seen.note["said"]) if is_same else ""
    except (OSError, KeyError, TypeError, AttributeError):
        return ""


def is_site_as_left(seen: Seen) -> bool:
    """Tell whether each file of the site is the one that the last build has left; raise `KeyError`."""
    return _digest_of(seen.outputs) == seen.note["outputs"]


def stamps_before(root: Path, seen: Seen) -> dict:
    """Return the stamps of what the last build read; raise `OSError`, or `ValueError` when they are not those noted."""
    stamps = {name: tuple(stamp) for name, stamp in json.loads((root / STAMPS).read_text("utf-8")).items()}
    if _digest_of(stamps) != seen.note["inputs"]:
        raise ValueError(STAMPS)
    return stamps


def changed_inputs(root: Path, seen: Seen, before: dict) -> set:
    """Name each file that was saved, came or went since the last build, whose stamps are `before`; raise `OSError`."""
    names = {name for name in before.keys() | seen.inputs.keys() if before.get(name) != seen.inputs.get(name)}
    return names | young_changes(root, seen)


def young_changes(root: Path, seen: Seen) -> set:
    """Name the files that were so young at the last build that only their bytes tell that they have changed since."""
    return {name for name, digest in seen.note["young"].items() if digest_of_bytes(root / name) != digest}


def _inputs(root: Path):
    """Yield the name and the stamp of each file that a build may read."""
    for folder in FOLDERS:
        for name, entry in entries_of(str(root / folder), "", hidden=False):
            yield from _stamped(f"{folder}/{name}", entry)
    for name in FILES:
        yield from _stamped(name, root / name)


def _stamped(name: str, path):
    """Yield size, day of change, number, and day of the last change of anything; nothing for no file."""
    try:
        found = os.stat(path) if os.name == "nt" else path.stat()  # noqa: PTH116  # see `stamps.scan`
    except OSError:
        return
    yield name, (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def _digest_of(stamps: dict) -> str:
    """Return one digest for all the stamps: thousands of them are long to read from a note."""
    total = hashlib.sha256()
    for name in sorted(stamps):
        total.update(f"{name}\0{' '.join(map(str, stamps[name]))}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def digest_of_bytes(path: Path) -> str:
    """Return the SHA-256 of a file; raise `OSError`."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, value) -> None:
    """Write a file whole or not at all; raise `OSError`."""
    beside = path.with_name(f"{path.name}.neuf")
    beside.write_text(json.dumps(value, separators=(",", ":")), encoding="utf-8")
    beside.replace(path)
