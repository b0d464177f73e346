"""The texts as the site in place shows them, and where it does: what a touch-up starts from.

One SQLite file, which `faire` reads before anything else is imported: standard library only. Each text stands beside
its own digest; what is damaged is not used.
"""

import hashlib
import json
import signal
import sqlite3
import sys
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from plugins.ledger.stamps import Stamp, full_stamp

FILE = "textes-d-origine.sqlite"
_TABLES = """
CREATE TABLE IF NOT EXISTS place (file TEXT PRIMARY KEY, stamp TEXT, page TEXT, first_line INTEGER, digest TEXT);
CREATE TABLE IF NOT EXISTS words (file TEXT PRIMARY KEY, text BLOB);
CREATE TABLE IF NOT EXISTS feed (path TEXT, file TEXT);
"""
_KNOWN = "SELECT stamp, page, first_line FROM place WHERE file = ?"


class Place(NamedTuple):
    """Hold where a text is shown, whole and once: its page. `first_line` is the first one below its header."""

    page: str
    first_line: int


class Original(NamedTuple):
    """Hold a text as the site shows it: the bytes of its file, its place, the feeds that repeat it."""

    content: bytes
    place: Place
    feeds: tuple[str, ...]


def write_originals(
    path: Path,
    root: Path,
    places: Mapping[str, Place],
    feeds: Iterable[tuple[str, str]],
    still: Collection[str] = (),
) -> None:
    """Leave the texts that stand at `places`, by their file in the project, and which feed repeats which file.

    Those that are `still` as they were left are not looked at; all others are forgotten.
    A file is read when it is not known under its stamp: whoever uses it compares that stamp with the one that
    the file had before it was built. Without room on the disk nothing is left: a touch-up is then a whole build.
    """
    try:
        with closing(sqlite3.connect(path)) as base, base:
            base.execute(
                "PRAGMA synchronous = OFF"
            )  # what a failure of the computer cuts is known as damaged
            base.executescript(_TABLES)
            _write_places(base, root, places, still)
            base.execute("DELETE FROM feed")
            base.executemany("INSERT INTO feed VALUES (?, ?)", feeds)
    except (sqlite3.Error, OSError):
        forget_originals(path)


def forget_originals(path: Path) -> None:
    """Leave nothing: every edit asks for a whole build."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def read_original(path: Path, file: str, stamp: Stamp) -> Original | None:
    """Return a text that had this stamp, None when it is not known whole."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as base:
            row = base.execute(
                "SELECT stamp, page, first_line, digest FROM place WHERE file = ?", (file,)
            ).fetchone()
            words = base.execute("SELECT text FROM words WHERE file = ?", (file,)).fetchone()
            feeds = base.execute("SELECT path FROM feed WHERE file = ? ORDER BY path", (file,)).fetchall()
    except sqlite3.Error:
        return None
    if row is None or words is None or row[0] != _told(stamp):
        return None
    place, content = Place(row[1], row[2]), bytes(words[0])
    is_whole = row[3] == _digest(file, row[0], place, content)
    return Original(content, place, tuple(name for (name,) in feeds)) if is_whole else None


def change_original(path: Path, file: str, stamp: Stamp, place: Place, content: bytes) -> None:
    """Put a text in the place of the one before; raise `sqlite3.Error`."""
    with closing(sqlite3.connect(path)) as base, base:
        _put(base, file, _told(stamp), place, content)


def _write_places(
    base: sqlite3.Connection, root: Path, places: Mapping[str, Place], still: Collection[str]
) -> None:
    known = {file for (file,) in base.execute("SELECT file FROM place")}
    gone = [(file,) for file in known.difference(places, still)]
    base.executemany("DELETE FROM place WHERE file = ?", gone)
    base.executemany("DELETE FROM words WHERE file = ?", gone)
    for file, place in places.items():
        path = f"{root}/{file}"
        stamp = _told(full_stamp(path))
        if file not in known or base.execute(_KNOWN, (file,)).fetchone() != (stamp, *place):
            with open(path, "rb", buffering=0) as text:  # noqa: PTH123  # one of thousands, named by a string
                _put(base, file, stamp, place, text.read())


def _put(base: sqlite3.Connection, file: str, stamp: str, place: Place, content: bytes) -> None:
    row = (file, stamp, *place, _digest(file, stamp, place, content))
    base.execute("INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?)", row)
    base.execute("INSERT OR REPLACE INTO words VALUES (?, ?)", (file, content))


def _told(stamp: Stamp) -> str:
    return " ".join(map(str, stamp))


def _digest(file: str, stamp: str, place: Place, content: bytes) -> str:
    head = "\0".join((file, stamp, place.page, str(place.first_line), ""))
    return hashlib.sha256(head.encode("utf-8", "surrogateescape") + content).hexdigest()


def leave(told: list[Any]) -> None:
    """Do what `write_originals` does, from plain data: the path, the root, the places, the feeds."""
    path, root, places, feeds = told
    write_originals(Path(path), Path(root), {file: Place(*place) for file, place in places.items()}, feeds)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # whoever started this one says good-bye
    leave(json.load(sys.stdin))
