"""Python's collector of cycles, made for programs that last: a build makes millions of values, and nearly no cycle."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

YOUNG, MIDDLE, OLD = 50_000, 10, 10
"""How many values come before the collector looks at the last ones; how many looks before it goes further back."""


_USUAL = gc.get_threshold()


def collect_as_usual() -> None:
    """Let the collector come as often as ever: in a process that stays, the cycles of each build would add up."""
    gc.set_threshold(*_USUAL)


def collect_rarely() -> None:
    """Let the collector come a hundred times less, and not at all when all ends: everything goes at once then.

    Reading the program makes values that last.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    atexit.register(gc.freeze)


def collect_never() -> None:
    """Let the collector not come at all: a process that only makes a few pages again ends before it is of any use."""
    gc.disable()


@contextmanager
def no_collection() -> Iterator[None]:
    """Spare the collector what lasts as long as the build: it would visit it all again and again, and find nothing.

    Values that nothing names any more go at once, as ever. 2,000 outings are built in the same memory without it.
    When it comes back, what was made meanwhile counts among the oldest values, which it visits last.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.freeze()
            gc.unfreeze()  # to the oldest generation: https://docs.python.org/3.11/library/gc.html#gc.unfreeze
            gc.enable()
