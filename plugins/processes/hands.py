"""How many processes may work at once, and the forked ones that do: a fork sees all that was read, and copies none.

All the cores, unless `COEURS` says how many. Each fork writes the counts of references of what it reads, which
makes that memory its own again, page after page: there are no more of them than the computer has room for copies.
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from subprocess import Popen

ROOT = Path(__file__).parents[2]
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


class Helper:
    """Hold a forked process that does one thing, and tells it by files or pipes that it has from this one."""

    def __init__(self, job: Callable[[], object]) -> None:
        """Fork; raise `OSError` when the computer has no room for one more process."""
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        self._pid = os.fork()
        if self._pid == 0:
            _work(job)

    def wait(self) -> bool:
        """Wait for the end, and tell whether it was a good one."""
        status = 1
        with suppress(OSError):
            _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        return status == 0

    def leave(self) -> None:
        """Stop a process that nobody waits for any more."""
        if self._pid:
            with suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
            self.wait()


@contextmanager
def meanwhile(job: Callable[[Any], object], told: Any, count: int, least: int) -> Iterator[None]:
    """Have a job done by another process during the block, where it is worth one: it makes `count` things.

    Not by a fork, whose memory would be copied as this process writes in its own: by a new one, which runs the module
    of the job, made of the standard library alone, and is told plain data, as JSON knows it. It is done here,
    afterwards, where it could not be.
    """
    process = _started(job, told) if are_shared(count, least) else None
    try:
        yield
        if process is None or process.wait():
            job(told)
    finally:
        if process is not None and process.poll() is None:
            process.kill()
            process.wait()


def _started(job: Callable[[Any], object], told: Any) -> "Popen[bytes] | None":
    """Start a process that runs the module of a job; return None when the computer has no room for one."""
    from subprocess import DEVNULL, Popen  # noqa: PLC0415  # a build of a few texts starts nothing

    line = [sys.executable, "-S", "-m", job.__module__]
    try:
        with TemporaryFile() as file:
            file.write(json.dumps(told).encode())
            file.seek(0)
            return Popen(line, cwd=ROOT, stdin=file, stderr=DEVNULL)  # noqa: S603  # our own
    except OSError:
        return None


def _work(job: Callable[[], object]) -> NoReturn:
    """Do the job of a forked process, and end it there: nothing of the parent's own end is run twice."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word: the parent has them all
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        job()
        code = 0
    finally:
        os._exit(code)
