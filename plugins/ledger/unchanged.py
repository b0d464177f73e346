"""Answer « nothing has changed » before anything else is imported. Standard library only: `faire` asks.

After a good build, the stamps of all the files that builds read are noted, with those of the site. A file saved
just before the build is compared by its bytes too: its stamp could be that of another saving.
"""

from __future__ import annotations

import os
from collections import namedtuple

from plugins.ledger import sights
from plugins.ledger.sights import json_of, noted_site, read_json, stamps_of, write_whole
from plugins.ledger.stamps import disk_time, entries_of, full_stamp, is_settled, is_still, said_of, scan

TYPE_CHECKING = False
if TYPE_CHECKING:  # `pathlib` is longer to import than the answer takes
    from pathlib import Path

NOTE = f".output-memoire/{sights.NOTE}"
SOURCES = ".output-memoire/sources.json"
OUTPUT = "output"
CONTENTS = ("content", "data", "theme")
PROGRAM = ("plugins",)
FILES = ("faire", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt", ".venv/pyvenv.cfg")
"""`faire` has made sure that what is installed is what requirements.txt says."""

Told = namedtuple("Told", "sources young")
"""The stamps of what a build reads, in JSON, and the digests of the files saved a moment before it."""

Seen = namedtuple(
    "Seen", "asked note before inputs outputs is_as_left mark"
)  # `typing` is longer to import than this
"""The question, what the last build noted, the stamps of what it read, those of now, those of the site, whether it is
as it was left, and the stamp of its folder, which each swap changes."""


def program_stamps(root: Path) -> dict:
    """Return, for each file that a build reads as it starts, what `input_stamps` does."""
    return _noted(root, _stamped(_entries(root, PROGRAM, FILES)))


def input_stamps(root: Path, program: dict | None = None) -> dict:
    """Return, for each file that a build may read, its stamp; then its digest when it was saved a moment ago.

    `program` is what was found of the program, for who has looked at it before.
    """
    found = program_stamps(root) if program is None else program
    return {**found, **_noted(root, _stamped(_entries(root, CONTENTS)))}


def _noted(root: Path, inputs) -> dict:
    now = disk_time((root / NOTE).parent)
    found = {}
    for name, stamp in inputs:
        is_old = is_settled(stamp, now) and is_settled(("", stamp[3]), now)
        found[name] = [*stamp, "" if is_old else _digest(f"{root}/{name}")]
    return found


def told_of(inputs: dict) -> Told:
    """Tell the stamps of before a build, as they are to be noted when it has ended well."""
    young = {name: digest for name, (*_, digest) in inputs.items() if digest}
    return Told(json_of({name: stamp for name, (*stamp, _) in inputs.items()}), young)


def write_note(root: Path, asked: str, told: Told, day: tuple, said: str) -> None:
    """Note that all is built from what was `told` before; `day` is the seconds (epoch) that it is good for.

    The site has been noted already (`sights.note_site`). The note itself is the last to be written, and the first to
    go: the others are good for it alone. Raise `OSError`.
    """
    (root / NOTE).unlink(missing_ok=True)
    write_whole(root / SOURCES, told.sources)
    note = {
        "asked": asked,
        "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
        "day": day,
        "young": told.young,
        "said": said,
    }
    write_whole(root / NOTE, json_of(note))


def look(root: str | Path, asked: str, now: float) -> Seen | None:
    """Return what was noted, and what the disk says now, when the last build was asked the same thing on this day.

    Nothing when more than texts has been saved since: the site is not looked at, for it is to be built again.
    """
    try:
        note = read_json(f"{root}/{NOTE}")
        is_asked = (
            note["asked"] == asked
            and note["epoch"] == os.environ.get("SOURCE_DATE_EPOCH")
            and (note["epoch"] is not None or note["day"][0] <= now < note["day"][1])
        )
        if not is_asked:
            return None
        mark = full_stamp(f"{root}/{OUTPUT}") if os.path.exists(f"{root}/{OUTPUT}") else ()
        before = stamps_of(read_json(f"{root}/{SOURCES}"))
        entries = dict(_entries(root, CONTENTS + PROGRAM, FILES))
        if entries.keys() != before.keys():  # names are known long before stamps
            return None
        inputs = dict(_stamped(entries.items()))
        if any(inputs.get(name) != stamp and not name.endswith(".md") for name, stamp in before.items()):
            return None
        return Seen(asked, note, before, inputs, *_look_at_site(root), mark)
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return None


def said_when_built(root: str | Path, seen: Seen | None) -> str:
    """Return what was said after the last build when it would be built the same, or nothing at all."""
    try:
        is_same = seen is not None and seen.is_as_left and seen.inputs == seen.before
        return str(seen.note["said"]) if is_same and not young_changes(root, seen) else ""
    except (OSError, KeyError, TypeError, AttributeError):
        return ""


def changed_inputs(root: Path, seen: Seen) -> set:
    """Name each file that was saved, came or went since the last build; raise `OSError`."""
    before, now = seen.before, seen.inputs
    return {name for name in before.keys() | now.keys() if before.get(name) != now.get(name)} | young_changes(
        root, seen
    )


def young_changes(root: str | Path, seen: Seen) -> set:
    """Name the files that were so young at the last build that only their bytes tell that they have changed since."""
    return {name for name, digest in seen.note["young"].items() if _digest(f"{root}/{name}") != digest}


def _look_at_site(root: str | Path) -> tuple:
    """Return the stamps of the site, and whether they are those that were noted.

    Each known file is asked about, and each folder whether a name came or went: that is sooner than reading them.
    """
    site = f"{root}/{OUTPUT}"
    known, folders = noted_site(site)
    if is_still(site, known, folders):
        return known, True
    found = scan(site)
    return found, found == known


def _entries(root: str | Path, folders: tuple, files: tuple = ()):
    """Yield the name of each of these files that is there, and of each one of these folders, with its entry."""
    for folder in folders:
        for name, entry in entries_of(f"{root}/{folder}", "", hidden=False):
            yield f"{folder}/{name}", entry
    for name in files:
        path = f"{root}/{name}"
        if os.path.exists(path):
            yield name, path


def _stamped(entries):
    """Yield size, day of change, number, and day of the last change of anything; nothing for a file that has left."""
    for name, entry in entries:
        try:
            found = said_of(entry)
        except OSError:
            continue
        yield name, (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def _digest(path: str) -> str:
    import hashlib  # noqa: PLC0415  # a few files are young at most, and OpenSSL is long to load

    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()
