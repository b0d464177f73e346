"""Share work between the cores of the computer: forked processes do a part of it, and tell what they made in JSON.

A fork sees all that was read so far and copies none of it. Whatever goes wrong in one (an error, no memory left,
a signal), its part is done again here, where an error is told as ever: sharing changes the time, nothing else.

All the cores, unless `COEURS` says how many. Each fork writes the counts of references of what it reads, which
makes that memory its own again, page after page: there are no more of them than the computer has room for copies.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, NoReturn, TypeVar

SETTING = "COEURS"
"""In the environment: how many processes may work at once."""
MOST = 8
"""Each process has pages in memory that the others have not."""
SPARED = 0.5
"""The part of the free memory that is left to others."""
LARGE = 200
"""Megabytes that a process holds, beyond which a copy of it takes much of what a small machine has to give."""
MEMORY = Path("/proc/meminfo")
GROUP = Path("/sys/fs/cgroup")
"""What a container may take, when the process is in one (https://docs.kernel.org/admin-guide/cgroup-v2.html)."""

Item = TypeVar("Item")


def hands() -> int:
    """Return how many processes may work at this moment: those that are asked for, or one a core while there is room."""
    if asked := asked_hands():
        return asked
    if sys.platform != "linux":
        return 1
    copies = int(_room() * SPARED / _held())
    return min(MOST, len(os.sched_getaffinity(0)), 1 + copies)


def asked_hands() -> int:
    """Return how many processes are asked for, 0 when nobody says: 1 where forking is not safe (macOS)."""
    written = os.environ.get(SETTING, "")
    if not written.isdecimal():
        return 0
    return min(MOST, max(1, int(written))) if sys.platform == "linux" else 1


def is_large() -> bool:
    """Tell whether a copy of this process would weigh, where processes are copied."""
    return sys.platform == "linux" and _held() > LARGE


def _held() -> float:
    """Return the megabytes of memory that this process holds (proc_pid_statm(5))."""
    _, pages, *_ = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def _room() -> float:
    """Return the megabytes of memory that the computer can give, or the container, 0 when nobody knows."""
    try:
        told = dict(line.split(":", 1) for line in MEMORY.read_text(encoding="ascii").splitlines())
        room = int(told["MemAvailable"].split()[0]) * 1024
        if (GROUP / "memory.max").is_file():
            most = (GROUP / "memory.max").read_text(encoding="ascii").strip()
            taken = int((GROUP / "memory.current").read_text(encoding="ascii"))
            room = room if most == "max" else min(room, int(most) - taken)
    except (OSError, ValueError, KeyError):
        return 0
    return max(room, 0) / 1_000_000


def are_shared(count: int, least: int) -> bool:
    """Tell whether several processes would do so many things: less than twice `least` are not worth another one."""
    return min(hands(), count // least) > 1


def share_out(items: Sequence[Item], work: Callable[[Item], Any], least: int) -> list[Any]:
    """Return what `work` makes of each item, in order; it is plain data, as JSON knows it.

    `work` may write files of its own, twice at worst.
    """
    return list(shared_out(items, work, least))


def shared_out(items: Sequence[Item], work: Callable[[Item], Any], least: int) -> Iterator[Any]:
    """Yield what `share_out` returns, from the files where it is written: nobody holds all of it."""
    if not are_shared(len(items), least):
        yield from map(work, items)
        return
    count = min(hands(), len(items) // least)
    parts = [items[part::count] for part in range(count)]
    with _helpers(parts[1:], work) as helpers, TemporaryFile() as own:
        made: list[Iterator[Any]] = [_read(own)]
        try:
            _write(map(work, parts[0]), own)
        except OSError:  # no room for it: what was made is made again when its turn comes
            made = [map(work, parts[0])]
        for part, helper in zip(parts[1:], helpers, strict=True):
            found = helper.answers(len(part))
            made.append(map(work, part) if found is None else found)
        for place in range(len(items)):
            yield next(made[place % count])


class Helper:
    """Hold a forked process that does one thing, and the file where it writes what it makes, one value a line.

    A pipe would be full long before anybody reads it, or a list of all the answers held by both.
    """

    def __init__(self, job: Callable[[], Iterable[Any]]) -> None:
        """Fork; raise `OSError` when the computer has no room for one more process."""
        self._made = TemporaryFile()  # noqa: SIM115  # `answer` or `leave` closes it
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        try:
            self._pid = os.fork()
        except OSError:
            self._made.close()
            raise
        if self._pid == 0:
            _work(job, self._made)

    def answer(self) -> list[Any] | None:
        """Wait for the end and return what was made, None when it went wrong."""
        found = self.answers()
        try:
            return None if found is None else list(found)
        except (ValueError, OSError):
            return None

    def answers(self, count: int | None = None) -> Iterator[Any] | None:
        """Wait for the end and yield what was made, None when it went wrong or is not `count` values."""
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        try:
            if status or (count is not None and sum(1 for _ in _lines(self._made)) != count):
                return None
        except OSError:
            return None
        return _read(self._made)

    def leave(self) -> None:
        """Stop a process whose answer nobody waits for any more."""
        self._made.close()
        if self._pid:
            with suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)


@contextmanager
def _helpers(parts: list[Sequence[Item]], work: Callable[[Item], Any]) -> Iterator[list["Helper | _Nobody"]]:
    helpers: list[Helper | _Nobody] = []
    try:
        helpers.extend(engaged(lambda part=part: map(work, part)) for part in parts)
        yield helpers
    finally:
        for helper in helpers:
            helper.leave()


class _Nobody:
    """Stand for a process that could not be started: what it should have made is made here."""

    def answer(self) -> None:
        """Answer nothing."""

    def answers(self, _count: int) -> None:
        """Answer nothing."""

    def leave(self) -> None:
        """Do nothing."""


def engaged(job: Callable[[], Iterable[Any]]) -> "Helper | _Nobody":
    """Start a process that does a job, when the computer has room for one."""
    try:
        return Helper(job)
    except OSError:
        return _Nobody()


def _work(job: Callable[[], Iterable[Any]], made: BinaryIO) -> NoReturn:
    """Do the job of a forked process, and end it there: nothing of the parent's own end is run twice."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word: the parent has them all
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        _write(job(), made)
        code = 0
    finally:
        os._exit(code)


def _write(values: Iterable[Any], made: BinaryIO) -> None:
    """Write values, one a line."""
    for value in values:
        told = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        made.write(told.encode("utf-8", "surrogatepass") + b"\n")
    made.flush()


def _read(made: BinaryIO) -> Iterator[Any]:
    """Yield the values that `_write` has written."""
    for line in _lines(made):
        yield json.loads(line.decode("utf-8", "surrogatepass"))


def _lines(made: BinaryIO) -> BinaryIO:
    made.seek(0)
    return made
