"""What the disk says of a file without reading it. Standard library only: `faire` reads this first."""

from __future__ import annotations

import os
from contextlib import contextmanager
from functools import partial

TYPE_CHECKING = False
if TYPE_CHECKING:  # longer to import than all that `faire` asks here
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

Stamp = tuple[int, ...]
"""Size in bytes, nanoseconds of the last change, number of the file on its disk."""

SLOWEST_CLOCK = 2_000_000_000
"""Nanoseconds between two ticks of the coarsest file system in use (FAT, two seconds)."""


def stamp_of(path: str | Path) -> Stamp:
    """Return the stamp of a file; raise `OSError` when there is none."""
    found = os.stat(path)  # thousands of files: a `Path` for each would be longer
    return (found.st_size, found.st_mtime_ns, found.st_ino)


def full_stamp(path: str | Path) -> Stamp:
    """Return the stamp of a file and the day of the last change of anything about it; raise `OSError`."""
    found = os.stat(path)
    return (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def scan(folder: str | Path) -> dict[str, Stamp]:
    """Return the stamp of every file of a folder by its path inside; what cannot be read is left out."""
    found: dict[str, Stamp] = {}
    for name, entry in entries_of(str(folder)):
        try:
            said = said_of(entry)
        except OSError:  # removed meanwhile, or a broken link
            continue
        found[name] = (said.st_size, said.st_mtime_ns, said.st_ino)
    return found


def known_folders(folder: Path, files: Iterable[str]) -> dict[str, int]:
    """Return the day of the last change of names in each folder that leads to some files; raise `OSError`."""
    names = {"", *known_parents(files)}
    return {name: os.stat(f"{folder}/{name}").st_mtime_ns for name in sorted(names)}  # thousands of folders


def known_parents(files: Iterable[str]) -> set[str]:
    """Name each folder that leads to some files, by its path in theirs; the outermost has no name."""
    names: set[str] = set()
    inner = {path.rpartition("/")[0] for path in files}
    while inner:
        names |= inner
        inner = {name.rpartition("/")[0] for name in inner} - names
    return names


def is_still(folder: str | Path, files: Mapping[str, Stamp], folders: Mapping[str, int]) -> bool:
    """Tell whether each file has its stamp, and no name came or went in the folders."""
    try:
        with _looked_at_from(folder) as look:
            for name, (size, changed, number) in files.items():
                found = look(name)
                if found.st_mtime_ns != changed or found.st_size != size or found.st_ino != number:
                    return False
            return all(look(name or ".").st_mtime_ns == changed for name, changed in folders.items())
    except OSError:
        return False


@contextmanager
def _looked_at_from(folder: str | Path) -> Iterator[Callable[[str], os.stat_result]]:
    """Give what asks the disk about a path inside a folder, which is found once for all of them; raise `OSError`."""
    if os.stat not in os.supports_dir_fd:  # Windows
        yield lambda name: os.stat(f"{folder}/{name}")
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=place)
    finally:
        os.close(place)


class Stamps:
    """Give the stamps of the files of a folder that somebody asks about, each looked at once.

    Who knows what to ask about is spared the folders: a site has one for each page.
    """

    def __init__(self, folder: str | Path) -> None:
        self._folder = f"{folder}/"
        self._met: dict[str, Stamp | None] = {}

    def get(self, path: str) -> Stamp | None:
        """Return the stamp of a file by its path inside the folder; None when there is none."""
        if path not in self._met:
            try:
                self._met[path] = stamp_of(self._folder + path)
            except OSError:
                self._met[path] = None
        return self._met[path]


def files_of(folder: str, prefix: str = "", hidden: bool = True) -> Iterator[str]:
    """Yield the path of every file below a folder, in no order; a linked folder is yielded as a file."""
    return (name for name, _ in entries_of(folder, prefix, hidden))


def entries_of(folder: str, prefix: str = "", hidden: bool = True) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield every file below a folder, in no order: its path inside, and what the disk says of it."""
    waiting = [prefix]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(f"{folder}/{inside}") as entries:
                found = list(entries)
        except OSError:
            continue
        for entry in found:
            if not hidden and (entry.name.startswith(".") or entry.name == "__pycache__"):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append(f"{inside}{entry.name}/")
            else:
                yield f"{inside}{entry.name}", entry


def said_of(entry: str | Path | os.DirEntry[str]) -> os.stat_result:
    """Ask the disk: what Windows says of an entry of a folder has no number, what others say is faster."""
    return entry.stat() if isinstance(entry, os.DirEntry) and os.name != "nt" else os.stat(entry)


def is_settled(stamp: Stamp, now: int) -> bool:
    """Tell whether a file was left alone long enough before `now` for its stamp to tell its content."""
    return stamp[1] < now - SLOWEST_CLOCK


def settled_stamp(path: str, now: int) -> Stamp:
    """Return the full stamp of a file, a link being itself, when it alone tells the content; else nothing at all.

    `now` is what time it was for the disk (`disk_time`) before the file is read.
    """
    try:
        found = os.lstat(path)
    except OSError:
        return ()
    newest = max(found.st_mtime_ns, found.st_ctime_ns)
    if newest >= now - SLOWEST_CLOCK:
        return ()
    return (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def disk_time(folder: Path) -> int:
    """Return what time it is for the disk of a folder, in nanoseconds: that of a file written just now."""
    path = folder / f".heure-{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    try:
        return path.stat().st_mtime_ns
    finally:
        path.unlink(missing_ok=True)
