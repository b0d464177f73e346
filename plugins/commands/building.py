"""Build the site in a process of its own, and gather what came of it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from plugins.catalog.problems import SAVED_MEANWHILE, Problem
from plugins.commands.console import progress_bar
from plugins.commands.protocol import Built, Ended, Event, Progress, read_event
from plugins.commands.settings import settings_faults
from plugins.commands.starting import Start

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

    @property
    def was_overtaken(self) -> bool:
        """Tell whether the only thing that stopped the build is a text that was saved meanwhile."""
        return bool(self.problems) and all(problem.code == SAVED_MEANWHILE for problem in self.problems)


@dataclass(frozen=True)
class Heard:
    """Hold what one build has told; `code` is that of a resident process, None when it has left."""

    built: Built | None
    problems: tuple[Problem, ...]
    log: tuple[str, ...]
    code: int | None = None


def hear(lines: Iterable[str], on_event: Callable[[Event], None] | None) -> Heard:
    """Gather what a build tells, until it leaves or says that it has ended."""
    built, code = None, None
    problems: list[Problem] = []
    log: list[str] = []
    for text in lines:
        event = read_event(text)
        if isinstance(event, Ended):
            code = event.code
            break
        if isinstance(event, Built):
            built = event
        elif isinstance(event, Problem):
            problems.append(event)
        elif event is None:
            log.append(text.rstrip("\n"))
        if event is not None and on_event is not None:
            on_event(event)
    return Heard(built, tuple(problems), tuple(log), code)


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
    with Start(root, settings, output, examples, day) as start:
        return build_started(start, on_event)


def build_started(
    start: Start,
    on_event: Callable[[Event], None] | None = None,
    meanwhile: Callable[[], object] | None = None,
) -> BuildResult:
    """Let a process build, unless the settings stop it, and gather what it says; problems are returned, never raised.

    What is to be done `meanwhile` is done as soon as it builds.
    """
    faults = tuple(settings_faults(start.root, start.settings))
    if faults:
        return BuildResult(1, None, faults, (), 0.0)
    lines = start.go()
    if meanwhile is not None:
        meanwhile()
    heard = hear(lines, on_event)
    return BuildResult(start.ended(), heard.built, heard.problems, heard.log, start.seconds)


def build_with_progress(
    root: Path, settings: str = DEVELOPMENT_SETTINGS, examples: bool = False, day: date | None = None
) -> BuildResult:
    """Build while a bar on the terminal shows how far it has come."""
    with Start(root, settings, None, examples, day) as start:
        return with_a_bar(start)


def with_a_bar(start: Start, meanwhile: Callable[[], object] | None = None) -> BuildResult:
    """Let a process build, and do something `meanwhile`; a bar on the terminal shows how far it has come."""
    return shown_by_a_bar(partial(build_started, start, meanwhile=meanwhile))


def shown_by_a_bar(builder: Callable[..., BuildResult]) -> BuildResult:
    """Run what builds, with `on_event` showing how far it has come."""
    with progress_bar("Construction du site") as advance:

        def show(event: Event) -> None:
            if isinstance(event, Progress):
                advance(event.done, event.total, event.what)

        return builder(on_event=show)
