"""What the disk says of the sources of a build, and which of them have been saved again since."""

import os
from collections.abc import Iterable
from pathlib import Path

from plugins.ledger.hashing import digest_of
from plugins.ledger.stamps import Stamp, disk_time, entries_of, is_settled, said_of

Inputs = dict[str, tuple[Stamp, str]]
"""By the path of each file: size, day of change, number, day of the last change of anything; then the digest of a
file saved a moment ago, whose stamp could be that of another saving."""


def look(folders: Iterable[Path], beside: Path) -> Inputs:
    """Look at every file of some folders; `beside` is on the same disk, and tells what time it is there."""
    entries = ((f"{folder}/{name}", entry) for folder in folders for name, entry in entries_of(str(folder)))
    return _looked_at(entries, disk_time(beside))


def look_at(files: Iterable[Path], beside: Path) -> Inputs:
    """Look at some files only, as `look` does."""
    return _looked_at(((str(file), file) for file in files), disk_time(beside))


def _looked_at(entries: "Iterable[tuple[str, Path | os.DirEntry[str]]]", now: int) -> Inputs:
    found: Inputs = {}
    for path, entry in entries:
        try:
            said = said_of(entry)
            stamp = (said.st_size, said.st_mtime_ns, said.st_ino, said.st_ctime_ns)
            is_old = is_settled(stamp, now) and is_settled((0, stamp[-1]), now)
            found[path] = (stamp, "" if is_old else digest_of(Path(path).read_bytes()))
        except OSError:  # removed meanwhile, or a broken link
            continue
    return found


def changed(before: Inputs, now: Inputs) -> set[str]:
    """Return the path of each file that came, went, or may hold other bytes.

    A file that was young before, and is not any more, has kept its stamp: it has the bytes of then only if nobody
    saved it in the same tick, so it counts as changed unless both were read.
    """
    return {
        path
        for path in before.keys() | now.keys()
        if path not in before or path not in now or not _is_same(before[path], now[path], path)
    }


def _is_same(before: tuple[Stamp, str], now: tuple[Stamp, str], path: str) -> bool:
    if before[0] != now[0]:
        return bool(before[1]) and before[1] == (now[1] or _digest(path))
    return not before[1] or before[1] == (now[1] or _digest(path))


def _digest(path: str) -> str:
    try:
        return digest_of(Path(path).read_bytes())
    except OSError:
        return ""
