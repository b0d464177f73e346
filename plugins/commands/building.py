"""Build the site in a process of its own, and say what came of it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from time import perf_counter

from plugins.catalog.problems import Problem
from plugins.commands.console import progress_bar
from plugins.commands.protocol import Built, Event, Progress, read_event

DEVELOPMENT_SETTINGS = "pelicanconf.py"
PRODUCTION_SETTINGS = "publishconf.py"


@dataclass(frozen=True)
class BuildResult:
    """Hold the end of a build: what was made, or the problems, or only Pelican's log."""

    code: int
    built: Built | None
    problems: tuple[Problem, ...]
    log: tuple[str, ...]
    seconds: float

    @property
    def is_good(self) -> bool:
        """Tell whether the site was built.

        An exit code of 0 is not enough: Pelican gives it too when our plugins could not be loaded.
        """
        return self.code == 0 and self.built is not None and not self.problems


def build(
    root: Path,
    settings: str = DEVELOPMENT_SETTINGS,
    output: Path | None = None,
    examples: bool = False,
    day: date | None = None,
    on_event: Callable[[Event], None] | None = None,
) -> BuildResult:
    """Run Pelican on the project and gather what it says; problems are returned, never raised.

    With `day`, the site is that of that day, whatever the clock says.
    """
    line = [sys.executable, "-m", "pelican", "-s", settings, "--fatal=warnings", "--log-handler", "plain"]
    if output is not None:
        line += ["-o", str(output)]
    began = perf_counter()
    built, problems, log = None, [], []
    with subprocess.Popen(  # noqa: S603  # our own interpreter, on our own project
        line,
        cwd=root,
        env=_environment(os.environ, examples, day),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for text in process.stdout or ():
            event = read_event(text)
            if isinstance(event, Built):
                built = event
            elif isinstance(event, Problem):
                problems.append(event)
            elif event is None:
                log.append(text.rstrip("\n"))
            if event is not None and on_event is not None:
                on_event(event)
    seconds = perf_counter() - began
    return BuildResult(process.returncode, built, tuple(problems), tuple(log), seconds)


def build_with_progress(
    root: Path, settings: str = DEVELOPMENT_SETTINGS, examples: bool = False
) -> BuildResult:
    """Build while a bar on the terminal shows how far it has come."""
    with progress_bar("Construction du site") as advance:

        def show(event: Event) -> None:
            if isinstance(event, Progress):
                advance(event.done, event.total, event.what)

        return build(root, settings, examples=examples, on_event=show)


def _environment(inherited: Mapping[str, str], examples: bool, day: date | None = None) -> dict[str, str]:
    kept = {name: value for name, value in inherited.items() if name != "EXEMPLES"}
    kept |= {"FAIRE_EVENTS": "1", "PYTHONUTF8": "1"}
    if day is not None:
        kept["SOURCE_DATE_EPOCH"] = str(int(datetime.combine(day, time(12), UTC).timestamp()))
    return kept | {"EXEMPLES": "1"} if examples else kept
