"""The digest of a file's bytes, without reading again a file whose stamp has not moved."""

from collections.abc import Callable, Mapping
from pathlib import Path

from plugins.ledger.hashing import digest_of
from plugins.ledger.stamps import Stamp, files_of, is_settled

MISSING = "missing"
"""Stands for the digest of a file that is not there."""


class Fingerprints:
    """Digest files. A stamp stands for the bytes only when the file had been left alone for a while.

    `now` is the disk's own time (the stamp of a file just written), in nanoseconds: a file changed at the
    same tick as it was read would otherwise keep its stamp with other bytes.
    """

    def __init__(self, known: Mapping[str, tuple[Stamp, str]], now: int) -> None:
        self._before = known
        self._now = now
        self._known: dict[str, tuple[Stamp, str]] = {}
        self._met: dict[str, str] = {}

    @property
    def known(self) -> dict[str, tuple[Stamp, str]]:
        """Return what the next build may trust."""
        return self._known

    def of(self, path: Path) -> str:
        """Return the digest of a file, `MISSING` when there is none; it is looked at once a build."""
        name = str(path)
        if name not in self._met:
            self._met[name] = self._look(name)
        return self._met[name]

    def _look(self, name: str) -> str:
        try:
            found = Path(name).stat()
            stamp = (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)
            before = self._before.get(name)
            if before is not None and before[0] == stamp:
                self._known[name] = before
                return before[1]
            digest = digest_of(Path(name).read_bytes())
        except OSError:
            return MISSING
        if is_settled(stamp, self._now) and is_settled((0, stamp[-1]), self._now):
            self._known[name] = (stamp, digest)
        return digest

    def of_folder(self, folder: Path, wanted: Callable[[str], bool] = bool) -> str:
        """Return one digest for the files of a folder that are wanted, names included, hidden ones left out."""
        names = sorted(filter(wanted, files_of(str(folder), hidden=False)))
        return digest_of(*(part for name in names for part in (name, self.of(folder / name))))
