"""Start the process that builds before all else: it reads the program while whoever started it looks around.

Standard library only: what tells of a build is read meanwhile.
"""

import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from plugins.commands.handing import Handed

SETTINGS = {"construire": "pelicanconf.py", "apercu": "publishconf.py"}
"""What each command that only builds is built with."""


def process_that_builds(
    python: str, root: Path, settings: str, around: Mapping[str, str], output: Path | None = None
) -> subprocess.Popen[str]:
    """Start the process that reads the program, then waits; raise `OSError`."""
    line = [python, "-m", "plugins.bridge.once", "-s", settings, "--fatal=warnings", "--log-handler", "plain"]
    return subprocess.Popen(  # noqa: S603  # our own interpreter, on our own project
        [*line, *(["-o", str(output)] if output else [])],
        cwd=root,
        env=around,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
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
    ) -> None:
        """Start it, or take the one that was handed over. With `day`, the site is that of that day, whatever the clock says."""
        self.root, self.settings = root, settings
        self._began = perf_counter()
        around = environment(os.environ, examples, day)
        self._process = handed or process_that_builds(sys.executable, root, settings, around, output)

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
            print(file=line)
        return self._process.stdout or ()

    def ended(self) -> int:
        """Wait for its end, and return its exit code."""
        return self._process.wait()


def environment(inherited: Mapping[str, str], examples: bool, day: date | None = None) -> dict[str, str]:
    """Return the environment of a build: it tells what it does, of that day, with the examples or without."""
    kept = {name: value for name, value in inherited.items() if name != "EXEMPLES"}
    kept |= {
        "FAIRE_EVENTS": "1",
        "PYTHONUTF8": "1",
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
    }  # it has none to look for
    if day is not None:
        kept["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(day, time(12), UTC).timestamp()))
    return kept | {"EXEMPLES": "1"} if examples else kept
