"""Share work between the cores of the computer: forked processes do a part of it, and tell what they made in JSON.

A fork sees all that was read so far and copies none of it. Whatever goes wrong in one (an error, no memory left,
a signal), its part is done again here, where an error is told as ever: sharing changes the time, nothing else.

One process unless it is asked otherwise: with two, the counts of references that each writes make memory its own
again page after page. 2,000 outings then take a third more memory, a tenth more of the processor, and hardly less
time (`./faire mesurer`, with and without `COEURS=2`).
"""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, NoReturn, TypeVar

SETTING = "COEURS"
"""In the environment: how many processes may work at once."""
MOST = 8
"""Each process has pages in memory that the others have not."""

Item = TypeVar("Item")


def hands() -> int:
    """Return how many processes may work: 1 unless more are asked for, where forking is safe (not on macOS)."""
    written = os.environ.get(SETTING, "")
    if sys.platform != "linux" or not written.isdecimal():
        return 1
    return min(MOST, max(1, int(written)))


def share_out(items: Sequence[Item], work: Callable[[Item], Any], least: int) -> list[Any]:
    """Return what `work` makes of each item, in order; it is plain data, as JSON knows it.

    Less than twice `least` items are not worth a process. `work` may write files of its own, twice at worst.
    """
    count = min(hands(), len(items) // least)
    if count < 2:
        return [work(item) for item in items]
    made: list[Any] = [None] * len(items)
    with _helpers([items[part::count] for part in range(1, count)], work) as helpers:
        made[::count] = [work(item) for item in items[::count]]
        for part, helper in enumerate(helpers, 1):
            found = helper.answer()
            again = found is None or len(found) != len(items[part::count])
            made[part::count] = [work(item) for item in items[part::count]] if again else found
    return made


class Helper:
    """Hold a forked process that does one thing, and the end of the pipe by which it answers."""

    def __init__(self, job: Callable[[], Any]) -> None:
        """Fork; raise `OSError` when the computer has no room for one more process."""
        reading, writing = os.pipe()
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        try:
            self._pid = os.fork()
        except OSError:
            os.close(reading)
            os.close(writing)
            raise
        if self._pid == 0:
            _work(job, writing)
        os.close(writing)
        self._answer = open(reading, "rb")  # noqa: SIM115, PTH123  # `leave` closes it

    def answer(self) -> Any:
        """Wait for the end and return what was made, None when it went wrong."""
        written = self._answer.read()
        self._answer.close()
        _, status = os.waitpid(self._pid, 0)
        self._pid = 0
        try:
            return None if status else json.loads(written.decode("utf-8", "surrogatepass"))
        except ValueError:
            return None

    def leave(self) -> None:
        """Stop a process whose answer nobody waits for any more."""
        self._answer.close()
        if self._pid:
            with suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
                os.waitpid(self._pid, 0)


@contextmanager
def _helpers(parts: list[Sequence[Item]], work: Callable[[Item], Any]) -> Iterator[list["Helper | _Nobody"]]:
    helpers: list[Helper | _Nobody] = []
    try:
        helpers.extend(engaged(lambda part=part: [work(item) for item in part]) for part in parts)
        yield helpers
    finally:
        for helper in helpers:
            helper.leave()


class _Nobody:
    """Stand for a process that could not be started: what it should have made is made here."""

    def answer(self) -> None:
        """Answer nothing."""

    def leave(self) -> None:
        """Do nothing."""


def engaged(job: Callable[[], Any]) -> "Helper | _Nobody":
    """Start a process that does a job, when the computer has room for one."""
    try:
        return Helper(job)
    except OSError:
        return _Nobody()


def _work(job: Callable[[], Any], writing: int) -> NoReturn:
    """Do the job of a forked process, and end it there: nothing of the parent's own end is run twice."""
    code = 1
    try:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C ends it without a word: the parent has them all
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        told = json.dumps(job(), ensure_ascii=False, separators=(",", ":"))
        with open(writing, "wb") as pipe:  # a number, not a path
            pipe.write(told.encode("utf-8", "surrogatepass"))
        code = 0
    finally:
        os._exit(code)
