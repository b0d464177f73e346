"""Caps on what a bad input may take: in a build of its own, or while the catalog reads it in this process.

Windows has no such caps: there, builds are still measured (`measuring`), and compared with the same figures.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SECONDS, MEMORY = 10, 512 * 1024 * 1024
"""Processor time, and the most memory, in bytes, for one bad input."""

PROGRAM = 256 * 1024 * 1024
"""The most that the program weighs before it reads anything; what is left of `MEMORY` is for what it reads."""


@contextmanager
def capped_reading() -> Iterator[None]:
    """Raise `MemoryError` in this process when what it reads takes more than its share."""
    if sys.platform != "linux":
        yield
        return
    import resource  # noqa: PLC0415  # Windows has none

    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    before, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = pages * resource.getpagesize() + MEMORY - PROGRAM
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, hard))


def cap_time() -> None:
    """End this process, and each that it starts, after twice the time: nothing that a file says goes on for ever."""
    import resource  # noqa: PLC0415  # Windows has none

    resource.setrlimit(resource.RLIMIT_CPU, (2 * SECONDS, 2 * SECONDS + 1))
