"""The version of a library, told by the name of its folder: what Python reads it with is longer to load than the rest."""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_FOLDER = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")
"""https://packaging.python.org/en/latest/specifications/recording-installed-packages/#the-dist-info-directory"""


@cache
def version_of(library: str) -> str:
    """Return the version of an installed library; raise `LookupError` when there is none."""
    name = _known_as(library)
    for folder in installed(sys.path):
        found = _FOLDER.fullmatch(folder)
        if found and _known_as(found["name"]) == name:
            return found["version"]
    raise LookupError(library)


def installed(path: Iterable[str]) -> Iterator[str]:
    """Yield the name of the folder that tells of each library (PEP 376), as Python looks for them."""
    for folder in map(Path, path):
        if folder.name.endswith("-packages") and folder.is_dir():
            yield from sorted(found.name for found in folder.glob("*.dist-info"))


def _known_as(name: str) -> str:
    """Return the one name of a library, however it is written (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()
