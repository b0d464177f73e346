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
        yield from ((path, None) for path in _walk(root, folder) if not IGNORED.search(path))
    if day is not None:
        yield from ((path, day) for path in _walk(root, EXAMPLES))


def as_if_real(path: str) -> str:
    """Return where an example would stand if it were none."""
    inner = path.removeprefix(f"{EXAMPLES}/")
    return f"content/{inner}" if inner.startswith("billets/") else f"data/{inner}"


def _walk(root: Path, folder: str) -> Iterator[str]:
    """Yield files in order; a linked folder is yielded as if it were a file, so that reading refuses it."""
    for parent, folders, names in os.walk(root / folder):
        inside = os.path.relpath(parent, root).replace(os.sep, "/")
        folders.sort()
        linked = [name for name in folders if os.path.islink(f"{parent}/{name}")]  # noqa: PTH114  # 4 × faster
        yield from (f"{inside}/{name}" for name in sorted([*names, *linked]))
