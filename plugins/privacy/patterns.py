"""Patterns that are compiled when a text is first searched for them: most texts ask for none, thanks to the signs."""

import re
from functools import cached_property
from typing import Any


class Late:
    """Stand for a compiled pattern, with the same methods; raise `re.error` at its first use when it is not right."""

    def __init__(self, written: str, flags: int = 0) -> None:
        """Take what `re.compile` takes."""
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Return a method of the pattern, and hold it: it is found at once from then on."""
        value = vars(self)[name] = getattr(self._compiled, name)
        return value

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self._written, self._flags)
