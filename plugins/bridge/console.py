"""What Pelican says of a build, word for word: `faire` reads it line by line, and nobody sees it drawn."""

import sys
from contextlib import AbstractContextManager, nullcontext
from functools import cached_property
from typing import Any


class Console:
    """Stand for rich's console where nothing is a terminal; what is not plain text is for rich itself."""

    def print(self, *said: Any, **manner: Any) -> None:
        """Write plain words; let rich write anything else."""
        if manner or not all(isinstance(words, str) for words in said):
            self._drawn.print(*said, **manner)
        else:
            sys.stdout.write(" ".join(said) + "\n")

    def status(self, _words: str, **_manner: Any) -> AbstractContextManager[None]:
        """Turn no wheel."""
        return nullcontext()

    def __getattr__(self, name: str) -> Any:
        """Return what rich's console has."""
        return getattr(self._drawn, name)

    @cached_property
    def _drawn(self) -> Any:
        from rich.console import Console as Drawn  # noqa: PLC0415  # hardly ever asked for

        return Drawn()
