"""Bodies that records do not hold: each reads its own when it is asked for it.

They are in a file that nobody else sees, or still in the files of the project, when nobody has had to read these. The
rules ask several times for the body of one text, then never again: the last one is at hand.
"""

import os
import weakref
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple, NoReturn

from plugins.catalog.source import digest_of, digest_of_words, raw_bytes, text_again

MANY = 2_000
"""Texts from which none is held in memory, in a process that makes one build."""


class Bodies:
    """Hold bodies on the disk as long as somebody may ask for one."""

    def __init__(self) -> None:
        """Begin a file; raise `OSError` where none can be written."""
        self._file = TemporaryFile(buffering=0)  # noqa: SIM115  # it goes with this object
        weakref.finalize(self, self._file.close)
        self._end = 0
        self._last = ((-1, 0), "")

    def put(self, body: str) -> "LateBody":
        """Write a body down; raise `OSError` when there is no room for it."""
        content = body.encode("utf-8", "surrogatepass")
        start = self._end
        if os.pwrite(self._file.fileno(), content, start) < len(content):
            raise OSError(start)
        self._end += len(content)
        self._last = (start, len(content)), body
        return LateBody(self, start, len(content))

    def at(self, start: int, size: int) -> str:
        """Return the body that begins at a place; raise `OSError`."""
        if self._last[0] != (start, size):
            content = os.pread(self._file.fileno(), size, start)
            self._last = (start, size), content.decode("utf-8", "surrogatepass")
        return self._last[1]


class LateBody(NamedTuple):
    """Hold where a body is: its first byte, and how many there are."""

    bodies: Bodies
    start: int
    size: int

    def read(self) -> str:
        """Return the body; raise `OSError`."""
        return self.bodies.at(self.start, self.size)

    def digest(self) -> str:
        """Return the digest of the body; raise `OSError`."""
        return digest_of_words(self.read())


class UnreadTexts:
    """Read texts of the project which the disk had told to be the same, when somebody asks for their words after all."""

    def __init__(self, root: Path, has_changed: Callable[[str], NoReturn]) -> None:
        """Take what is to be called with the name of a file that is another by then."""
        self._root = root
        self._has_changed = has_changed
        self._last = ("", "")

    def text(self, path: str, source: str) -> str:
        """Return what a file said, which `source` is the digest of."""
        if self._last[0] != path:
            content = raw_bytes(f"{self._root}/{path}")
            if content is None or digest_of(path, content, None) != source:
                self._has_changed(path)
            self._last = path, text_again(content)
        return self._last[1]


class UnreadBody(NamedTuple):
    """Hold where a body is: a file of the project, the digest of what it said, the first sign below its header.

    The digest of the body itself is known.
    """

    texts: UnreadTexts
    path: str
    source: str
    start: int
    known: str

    def digest(self) -> str:
        """Return the digest of the body."""
        return self.known

    def header(self) -> str:
        """Return what stands above the body."""
        return self.texts.text(self.path, self.source)[: self.start]

    def read(self) -> str:
        """Return the body."""
        return self.texts.text(self.path, self.source)[self.start :]
