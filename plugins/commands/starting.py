"""Start the process that builds before all else: it reads the program while whoever started it looks around.

Standard library only: what tells of a build is read meanwhile.
"""

import os
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Self

from plugins.commands.handing import environment, line_that_builds

if TYPE_CHECKING:
    from subprocess import Popen

    from plugins.commands.handing import Handed


def process_that_builds(
    root: Path, settings: str, around: Mapping[str, str], output: Path | None = None
) -> "Popen[str]":
    """Start the process that reads the program, then waits; raise `OSError`."""
    from subprocess import PIPE, STDOUT, Popen  # noqa: PLC0415  # `faire` has started one already, most often

    return Popen(  # noqa: S603  # our own interpreter, on our own project
        [*line_that_builds(sys.executable, settings), *(["-o", str(output)] if output else [])],
        cwd=root,
        env=around,
        stdin=PIPE,
        stdout=PIPE,
        stderr=STDOUT,
        encoding="utf-8",
        errors="replace",
    )


class Start:
    """Hold a process that is to build a project, and waits to be let go before it reads any file of it."""

    def __init__(
        self,
        root: Path,
        settings: str,
        output: Path | None = None,
        examples: bool = False,
        day: date | None = None,
        handed: "Handed | None" = None,
        program: str = "",
    ) -> None:
        """Start it, or take the one that was handed over. With `day`, the site is that of that day, whatever the clock says.

        `program` is the digest of the program that it reads (`ledger.program`), when that is known: it asks no more.
        """
        self.root, self.settings, self._program = root, settings, program
        self._began = perf_counter()
        around = environment(os.environ, examples) | ({} if day is None else at_noon(day))
        self._process = handed or process_that_builds(root, settings, around, output)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop a process that has not been let go, and wait for its end."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.kill()
        with suppress(OSError), self._process:
            pass

    @property
    def seconds(self) -> float:
        """Return how long ago it was started."""
        return perf_counter() - self._began

    def go(self) -> Iterable[str]:
        """Let it build, and return the lines it says until it leaves."""
        with suppress(OSError), self._process.stdin as line:  # one that has left says why
            print(self._program, file=line)
        return self._process.stdout or ()

    def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        return self._process.wait()


def at_noon(day: date) -> dict[str, str]:
    """Return what makes a build be that of a day (https://reproducible-builds.org/specs/source-date-epoch/)."""
    return {"SOURCE_DATE_EPOCH": str(int(datetime.combine(day, time(12), UTC).timestamp()))}
