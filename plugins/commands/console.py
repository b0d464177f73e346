"""Speak to the person at the terminal: the one place that prints."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

Advance = Callable[[int, int, str], None]

_out = Console(highlight=False, markup=False, emoji=False, soft_wrap=True)
_err = Console(highlight=False, markup=False, emoji=False, soft_wrap=True, stderr=True)


def say(text: str = "") -> None:
    """Print one message."""
    _out.print(text)


def warn(text: str) -> None:
    """Print one message on the error stream."""
    _out.file.flush()  # so that both streams keep their order when they go to one file
    _err.print(text)


def title(text: str) -> None:
    """Print a heading."""
    _out.print(f"\n{text}", style="bold")
    _out.file.flush()


def is_interactive() -> bool:
    """Tell whether somebody is there to answer a question."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def ask(question: str, default: str = "") -> str:
    """Ask for one line; an empty answer means the default."""
    shown = f"{question} [{default}] : " if default else f"{question} : "
    return _out.input(shown).strip() or default


@contextmanager
def progress_bar(text: str) -> Iterator[Advance]:
    """Show a bar that goes away when the work ends; show nothing when the output is not a terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_out, transient=True, disable=not _out.is_terminal) as bar:
        line = bar.add_task(text, total=None)

        def advance(done: int, total: int, what: str) -> None:
            bar.update(line, completed=done, total=total, description=f"{text} : {what}" if what else text)

        yield advance
