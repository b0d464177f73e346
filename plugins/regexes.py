"""Regular expressions that are compiled when a text is first searched for them: most texts ask for few of them."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

_compile = re.compile


class Late:
    """Stand for a compiled pattern, with the same methods; raise `re.error` at its first use when it is not right."""

    def __init__(self, pattern: Any, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._written = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the pattern, and hold it: it is found at once from then on."""
        if name.startswith("__"):  # what `copy` and `pickle` ask of any value
            raise AttributeError(name)
        value = vars(self)[name] = getattr(self._compiled, name)
        return value

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return _compile(self._written, self._flags)


@contextmanager
def late_regexes() -> Iterator[None]:
    """Let `re.compile` return late patterns during the block, to the modules that are imported in it.

    The libraries and this project name hundreds of them; a build of a few texts asks for some dozens. Python's own
    modules have theirs at once: they name few, and some give them to the functions of `re`, which take no other.
    """
    before = re.compile
    re.compile = _late  # type: ignore[assignment]  # it has the methods, and that is all that these modules ask for
    try:
        yield
    finally:
        re.compile = before


def _late(pattern: Any, flags: int = 0) -> Any:
    asking = sys._getframe(1).f_globals["__name__"].partition(".")[0]
    return (_compile if asking in sys.stdlib_module_names else Late)(pattern, flags)
