"""Speak to the person at the terminal: the one place that prints.

Plain words need no library; rich, which is long to read, draws what only a terminal shows.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console

Advance = Callable[[int, int, str], None]

_NOT_WORDS = dict.fromkeys(map(ord, "\a\b\v\f\r"))
"""What would move the cursor of a terminal, or make it ring."""


def say(text: str = "") -> None:
    """Print one message."""
    _write(text, sys.stdout)


def warn(text: str) -> None:
    """Print one message on the error stream."""
    sys.stdout.flush()  # so that both streams keep their order when they go to one file
    _write(text, sys.stderr)


def title(text: str) -> None:
    """Print a heading."""
    if sys.stdout.isatty():
        _drawn().print(f"\n{text}", style="bold")
    else:
        say(f"\n{text}")
    sys.stdout.flush()


def is_interactive() -> bool:
    """Tell whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """Ask for one line; an empty answer means the default."""
    shown = f"{question} [{default}] : " if default else f"{question} : "
    return _drawn().input(shown).strip() or default


@contextmanager
def progress_bar(text: str) -> Iterator[Advance]:
    """Show a bar that goes away when the work ends; show nothing when the output is not a terminal."""
    if not sys.stdout.isatty():
        yield lambda _done, _total, _what: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415  # read only where something is drawn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_drawn(), transient=True) as bar:
        line = bar.add_task(text, total=None)

        def advance(done: int, total: int, what: str) -> None:
            bar.update(line, completed=done, total=total, description=f"{text} : {what}" if what else text)

        yield advance


def _write(text: str, stream: TextIO) -> None:
    stream.write(f"{text.translate(_NOT_WORDS)}\n")


def _drawn() -> "Console":
    from rich.console import Console  # noqa: PLC0415  # read only where something is drawn

    return Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
