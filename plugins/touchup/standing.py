"""The site that stands, with what a touch-up is about to put in the place of some of its files."""

import shutil
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from plugins.ledger.generations import beside, complete, swap
from plugins.ledger.stamps import Stamp, full_stamp
from plugins.ledger.turn import take_turn


class Standing:
    """Read a site as it will be, and put it in place all at once."""

    def __init__(self, folder: Path, outputs: Mapping[str, Stamp]) -> None:
        """Take the folder of a site, and the stamp of each of its files as they were just seen."""
        self._folder = folder
        self._outputs = outputs
        self.fresh: dict[str, bytes] = {}

    def has(self, path: str) -> bool:
        """Tell whether the site has a file."""
        return path in self._outputs

    def has_folder(self, path: str) -> bool:
        """Tell whether the site has a folder."""
        return (self._folder / path).is_dir()

    def read(self, path: str) -> bytes:
        """Return a file as it will be; raise `OSError` when there is none."""
        return self.fresh[path] if path in self.fresh else (self._folder / path).read_bytes()

    def write(self, path: str, content: bytes) -> None:
        """Have a file put in the place of the one before, with all the others."""
        self.fresh[path] = content

    def replace(self, path: str, before: str, after: str) -> bool:
        """Have a part of a file replaced; tell false when it does not stand there, or stands there twice."""
        content, old = self.read(path), before.encode()
        if content.count(old) != 1:
            return False
        self.write(path, content.replace(old, after.encode()))
        return True

    def put_in_place(self, mark: Stamp) -> bool:
        """Put the files in place, in one go; do nothing when a build has swapped the folder that had this stamp.

        One renaming puts one file in place; for more, the whole site is swapped. Raise `OSError`.
        """
        with closing(take_turn(self._folder, wait=False)):
            if full_stamp(self._folder) != mark:
                return False
            aside = beside(self._folder, "neuf")
            shutil.rmtree(aside, ignore_errors=True)
            for path, content in self.fresh.items():
                (aside / path).parent.mkdir(parents=True, exist_ok=True)
                (aside / path).write_bytes(content)
            if len(self.fresh) == 1:
                for path in self.fresh:
                    (aside / path).replace(self._folder / path)
                shutil.rmtree(aside)
            elif self.fresh:
                kept = {path: stamp for path, stamp in self._outputs.items() if path not in self.fresh}
                swap(complete(aside, self._folder, kept), self._folder)
        return True
