"""The memory of a process and of all those it has started, together: what a small machine has to find."""

import resource
import sys
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from time import perf_counter
from typing import Self

PROC = Path("/proc")
INTERVAL = 0.01
"""Seconds between two looks, at least."""
SHARE = 0.05
"""The part of the time that looking takes, at most: a program with as many processes as cores would wait for it."""


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
            began = perf_counter()
            self.peak = max(self.peak, _held(self.pid) if PROC.is_dir() else _largest())
            self._over.wait(max(INTERVAL, (perf_counter() - began) / SHARE))


def held_by_children(pid: int) -> float:
    """Return the megabytes of all the processes that a process has started, theirs included."""
    return sum(_held(child, pid) for child in _children(pid))


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for children in (PROC / str(pid)).glob("task/*/children"):
            found.extend(map(int, children.read_text().split()))
    return found


def _held(pid: int, parent: int | None = None) -> float:
    """Return the megabytes of a process and of those it has started; nothing of one that is just over.

    One that is just being started is still in its parent's own memory (vfork(2)): the system tells the same of both.
    """
    children = _children(pid)  # first: one forked after its parent was asked would tell the same again
    total = 0.0
    with suppress(OSError):
        told = _told(pid)
        if parent is None or _own(told) != _own(_told(parent)):
            total = told["Pss"] * 1024 / 1_000_000
    return total + sum(_held(child, pid) for child in children)


def _own(told: dict[str, int]) -> tuple[int, ...]:
    """Return what does not change as other processes come and go."""
    return told["Rss"], told["Pss_Anon"], told["Private_Dirty"]


def _told(pid: int) -> dict[str, int]:
    """Return what the system tells of the memory of a process, in kibibytes; raise `OSError` once it is over."""
    _, *lines = (PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    return {name: int(size.split()[0]) for name, _, size in (line.partition(":") for line in lines)}


def _largest() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(resource.getrusage(user).ru_maxrss for user in users) * unit / 1_000_000
