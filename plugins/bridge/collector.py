"""Python's collector of cycles, made for programs that last: a build makes millions of values, and nearly no cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_collection() -> Iterator[None]:
    """Spare the collector what lasts as long as the build: it would visit it all again and again, and find nothing.

    Values that nothing names any more go at once, as ever. 2,000 outings are built in the same memory without it.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
