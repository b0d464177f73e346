"""The bodies of thousands of texts, in a file that nobody else sees: a record reads its own when it is asked for it.

The rules ask several times for the body of one text, then never again: the last one is at hand.
"""

import os
import weakref
from dataclasses import dataclass
from tempfile import TemporaryFile


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


@dataclass(frozen=True, slots=True)
class LateBody:
    """Hold where a body is: its first byte, and how many there are."""

    bodies: Bodies
    start: int
    size: int

    def read(self) -> str:
        """Return the body; raise `OSError`."""
        return self.bodies.at(self.start, self.size)
