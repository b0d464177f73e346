"""The texts in which the guard has found nothing private: it does not read them again. Nothing private is kept."""

import sys
from pathlib import Path

from plugins import privacy
from plugins.ledger.hashing import digest_of
from plugins.ledger.shelf import Shelf
from plugins.privacy import Leak, find_private

GUARD = Path(privacy.__file__).parent
MOST = 50_000
"""Digests that are kept; beyond, those that this build has not met go."""


class CleanTexts:
    """Ask the guard about each text, but those that it has found clean in a build before, when it was the same."""

    def __init__(self, file: Path) -> None:
        self._reads = {"guard": _guard()}
        self._shelf = Shelf(file, lambda reads: reads == self._reads)
        self._met: set[str] = set()

    def find(self, text: str) -> tuple[Leak, ...]:
        """Return what is private in a text, as `find_private` does."""
        key = digest_of(text)
        self._met.add(key)
        if self._shelf.get(key):
            return ()
        found = find_private(text)
        if not found:
            self._shelf.put(key, value=True)
        return found

    def take(self, key: str) -> None:
        """Take the digest of a text in which the guard has just found nothing."""
        self._met.add(key)
        if key not in self._shelf.keys:
            self._shelf.put(key, value=True)

    def write_down(self) -> None:
        """Leave the digests of the clean texts for the builds to come."""
        obsolete = self._shelf.keys - self._met if self._shelf.count > MOST else ()
        self._shelf.write(self._reads, obsolete)


def _guard() -> str:
    """Return the digest of the guard's program and of its list of names; Python has its part in what a letter is."""
    files = sorted(path for path in GUARD.iterdir() if path.suffix in {".py", ".txt"})
    return digest_of(sys.version, *(part for path in files for part in (path.name, path.read_bytes())))
