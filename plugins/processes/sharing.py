"""Share work between the cores of the computer: whoever is free takes the next part, and tells what it made in JSON.

This process takes a part only while the answer that it needs next is not there: what it does with the answers is done
while the others work. Whatever goes wrong in one of them (an error, no memory left, a signal), its part is done again
here, where an error is told as ever: sharing changes the time, nothing else.
"""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from itertools import islice
from struct import Struct
from tempfile import TemporaryFile
from typing import Any, BinaryIO, TypeVar

from plugins.ledger.shelf import written
from plugins.processes.hands import Helper, are_shared, hands

PART = 16
"""Things that are taken at once: what one process has in hand at the end, the others wait for."""
MOST_PARTS = 1000
"""Their numbers fit in the smallest of pipes, a page of memory (pipe(7), « Pipe capacity »)."""

_TICKET = Struct("<I")
_NEWS = Struct("<IIQQ")
"""Who has made a part, which one, where in its file the answers are, how many bytes they take."""

Item = TypeVar("Item")
Work = Callable[[Sequence[Item]], Iterable[Any]]


def shared_out(
    items: Sequence[Item],
    work: Callable[[Item], Any],
    least: int,
    turn: int | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Any]:
    """Yield what `work` makes of each item, in order; it is plain data, as JSON knows it.

    Where others work, this process does first what there is to do `meanwhile`.

    `work` may write files of its own, twice at worst. Another process that has made about `turn` items leaves, with
    the memory that it had to copy, and a new one goes on: beside a large process, it would end up with a second one.
    """
    return shared_in_parts(items, partial(map, work), least, turn, meanwhile)


def shared_in_parts(
    items: Sequence[Item],
    work: Work[Item],
    least: int,
    turn: int | None = None,
    meanwhile: Callable[[], object] = lambda: None,
) -> Iterator[Any]:
    """Yield what `work` makes of each item, in order, as `shared_out` does; it is given some of them at once."""
    if not are_shared(len(items), least):
        yield from work(items)
        return
    with ExitStack() as stack:
        sharing = _Sharing(items, work, stack, turn)
        sharing.engage(min(hands(), len(items) // least) - 1)
        meanwhile()
        yield from sharing.answers()


class _Sharing:
    """Hold the parts of some work, and what is known of their answers."""

    def __init__(self, items: Sequence[Item], work: Work[Item], stack: ExitStack, turn: int | None) -> None:
        size = max(1, min(PART, len(items) // 32), -(-len(items) // MOST_PARTS))
        self._parts = [items[start : start + size] for start in range(0, len(items), size)]
        self._turn = turn and max(2, turn // size)
        self._work = work
        self._stack = stack
        self._tickets, self._office = self._pipe()
        self._news, post = self._pipe()
        self._post = stack.enter_context(os.fdopen(post, "wb", buffering=0))
        self._files: list[BinaryIO] = []
        self._parts_of: Counter[int] = Counter()
        self._told: dict[int, tuple[int, int, int]] = {}
        self._made: dict[int, list[Any]] = {}
        os.write(self._office, b"".join(map(_TICKET.pack, range(len(self._parts)))))

    def engage(self, count: int) -> None:
        """Start processes that take parts too, as many as the computer has room for."""
        os.close(self._office)
        for _ in range(count):
            self._hire()
        if self._turn is None:
            self._post.close()

    def _hire(self) -> None:
        number = len(self._files)
        with suppress(OSError):
            self._files.append(self._stack.enter_context(TemporaryFile()))  # noqa: SIM115  # the stack closes it
            helper = Helper(lambda: self._help(number))
            self._stack.callback(helper.leave)

    def answers(self) -> Iterator[Any]:
        """Yield every answer in order; this process takes parts as long as the one that comes next is missing."""
        for number in range(len(self._parts)):
            yield from self._answers_of(number)

    def _pipe(self) -> tuple[int, int]:
        out, into = os.pipe()
        self._stack.callback(os.close, out)
        return out, into

    def _help(self, number: int) -> None:
        """Take parts until there are none left, and tell where the answers are."""
        file = self._files[number]
        for part in islice(iter(self._taken, None), self._turn):
            start, told = file.tell(), _written(self._work(self._parts[part]))
            file.write(told)
            file.flush()
            self._post.write(_NEWS.pack(number, part, start, len(told)))

    def _taken(self) -> int | None:
        """Take the number of the next part, None when there are none left."""
        ticket = os.read(self._tickets, _TICKET.size)
        return int(_TICKET.unpack(ticket)[0]) if ticket else None

    def _answers_of(self, number: int) -> Iterable[Any]:
        self._hear(waits=False)
        while number not in self._told and number not in self._made:
            taken = self._taken()
            if taken is None:
                self._post.close()  # nobody comes any more: when all have left there is no news to wait for
            if taken == number:
                return self._work(self._parts[number])
            if taken is not None:
                with suppress(Exception):  # it comes again in its turn, and is told then
                    self._made[taken] = [*self._work(self._parts[taken])]
            if not self._hear(waits=taken is None):
                break
        return self._made.pop(number, None) or self._read(number)

    def _hear(self, *, waits: bool) -> bool:
        """Take the news, if need be when there are some; tell whether there may be more."""
        os.set_blocking(self._news, waits)
        try:
            news = os.read(self._news, _NEWS.size * 64)
        except BlockingIOError:
            return True
        for who, part, start, size in _NEWS.iter_unpack(news):
            self._told[part] = who, start, size
            self._parts_of[who] += 1
            if self._parts_of[who] + 1 == self._turn and not self._post.closed:
                self._hire()  # it makes its last part by now
        return bool(news)

    def _read(self, number: int) -> Iterable[Any]:
        """Return the answers that another process has written, made here where it could not."""
        try:
            who, start, size = self._told.pop(number)
            answers: list[Any] = json.loads(
                os.pread(self._files[who].fileno(), size, start).decode("utf-8", "surrogatepass")
            )
        except (KeyError, OSError, ValueError):
            return self._work(self._parts[number])
        return answers


def _written(answers: Iterable[Any]) -> bytes:
    return written([*answers]).encode("utf-8", "surrogatepass")
