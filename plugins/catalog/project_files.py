"""The files that the catalog reads, in order: those of the project, and the examples when they are asked for."""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from plugins.catalog.kinds import FOLDERS, IGNORED

EXAMPLES = "data/exemples"


def project_files(root: Path, day: date | None) -> Iterator[tuple[str, date | None]]:
    """Yield the path of each file, with the day when it is an example."""
    for folder in FOLDERS:
        yield from ((path, None) for path in _walk(root, folder) if not IGNORED.match(path))
    if day is not None:
        yield from ((path, day) for path in _walk(root, EXAMPLES))


def as_if_real(path: str) -> str:
    """Return where an example would stand if it were none."""
    inner = path.removeprefix(f"{EXAMPLES}/")
    return f"content/{inner}" if inner.startswith("billets/") else f"data/{inner}"


def _walk(root: Path, folder: str) -> Iterator[str]:
    """Yield files in order; a linked folder is yielded as if it were a file, so that reading refuses it."""
    try:
        with os.scandir(f"{root}/{folder}") as entries:
            found = sorted((entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries)
    except OSError:
        return
    yield from (f"{folder}/{name}" for name, is_folder in found if not is_folder)
    for name, is_folder in found:
        if is_folder:
            yield from _walk(root, f"{folder}/{name}")
