"""The memory of a process and of all those it has started, together: what a small machine has to find."""

import resource
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Self

PROC = Path("/proc")
INTERVAL = 0.01  # seconds


class Memory:
    """Watch a process while the block lasts; `peak` is the most, in megabytes, of all of them at the same moment.

    What several hold in common (a forked process begins with all that its parent holds) counts once
    (proc_pid_smaps(5), Pss). Where the system does not tell (macOS), it is the most of this process and the most
    of one that it has started.
    """

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.peak = 0.0
        self._over = Event()
        self._watch = Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._over.is_set():
            self.peak = max(self.peak, _held(self.pid) if PROC.is_dir() else _largest())
            self._over.wait(INTERVAL)


def held_by_children(pid: int) -> float:
    """Return the megabytes of all the processes that a process has started, theirs included."""
    total = 0.0
    with suppress(OSError):
        for children in (PROC / str(pid)).glob("task/*/children"):
            total += sum(_held(int(child)) for child in children.read_text().split())
    return total


def _held(pid: int) -> float:
    """Return the megabytes of a process and of those it has started; nothing of one that is just over."""
    folder = PROC / str(pid)
    total = 0.0
    with suppress(OSError):
        for line in (folder / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                total += int(line.split()[1]) * 1024 / 1_000_000
        total += held_by_children(pid)
    return total


def _largest() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(user).ru_maxrss for user in users) * unit / 1_000_000
