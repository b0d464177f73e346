"""One build at a time for one output folder: the second waits for the first.

The lock belongs to the open file: the system drops it when the process ends, however it ends.
"""

import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from plugins.ledger.generations import beside, recover

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO, *, wait: bool) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO, *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def take_turn(destination: Path, *, wait: bool = True) -> BinaryIO:
    """Return a file whose closing ends the turn; raise `OSError` when it is taken and `wait` is false."""
    path = destination.with_name(f".{destination.name}-verrou")
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("ab")
    try:
        _lock(file, wait=wait)
    except OSError:
        file.close()
        raise
    return file


def put_back(destination: Path) -> None:
    """Put back the old site that a cut build left aside, unless a build is under way or nothing can be written."""
    if beside(destination, "ancien").exists() and not destination.exists():
        with suppress(OSError), take_turn(destination, wait=False):
            recover(destination)
