"""What the disk says of a file without reading it. Standard library only: `faire` reads this first."""

import os
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[int, ...]
"""Size in bytes, nanoseconds of the last change, number of the file on its disk."""

SLOWEST_CLOCK = 2_000_000_000
"""Nanoseconds between two ticks of the coarsest file system in use (FAT, two seconds)."""


def stamp_of(path: str | Path) -> Stamp:
    """Return the stamp of a file; raise `OSError` when there is none."""
    found = os.stat(path)  # noqa: PTH116  # half the time of Path.stat, some thousands of times
    return (found.st_size, found.st_mtime_ns, found.st_ino)


def scan(folder: Path) -> dict[str, Stamp]:
    """Return the stamp of every file of a folder by its path inside; what cannot be read is left out."""
    return dict(_stamped(str(folder), files_of(str(folder))))


def _stamped(folder: str, names: Iterator[str]) -> Iterator[tuple[str, Stamp]]:
    for name in names:
        try:
            yield name, stamp_of(f"{folder}/{name}")
        except OSError:  # removed meanwhile, or a broken link
            continue


def files_of(folder: str, prefix: str = "", hidden: bool = True) -> Iterator[str]:
    """Yield the path of every file below a folder, in no order; a linked folder is yielded as a file."""
    try:
        with os.scandir(f"{folder}/{prefix}") as entries:
            found = list(entries)
    except OSError:
        return
    for entry in found:
        if not hidden and (entry.name.startswith(".") or entry.name == "__pycache__"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from files_of(folder, f"{prefix}{entry.name}/", hidden)
        else:
            yield f"{prefix}{entry.name}"


def is_settled(stamp: Stamp, now: int) -> bool:
    """Tell whether a file was left alone long enough before `now` for its stamp to tell its content."""
    return stamp[1] < now - SLOWEST_CLOCK


def disk_time(folder: Path) -> int:
    """Return what time it is for the disk of a folder, in nanoseconds: that of a file written just now."""
    path = folder / f".heure-{os.getpid()}"
    folder.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    try:
        return path.stat().st_mtime_ns
    finally:
        path.unlink(missing_ok=True)
