"""Make an invoke task of a function that returns an exit code."""

import functools
from collections.abc import Callable

from invoke import Context, Exit, Task, task

from plugins.catalog.problems import DataError
from plugins.commands.console import warn
from plugins.commands.ending import interrupted


def command(*aliases: str, **help_texts: str) -> Callable[[Callable[..., int]], Task]:
    """Turn a function into a task: its number becomes the exit code, Ctrl-C and faulty files a French word."""

    def make(function: Callable[..., int]) -> Task:
        @functools.wraps(function)
        def run(context: Context, **options: object) -> None:
            code = _answer(function, context, options)
            if code:
                raise Exit(code=code)

        return task(aliases=list(aliases), help=help_texts, auto_shortflags=False)(run)

    return make


def _answer(function: Callable[..., int], context: Context, options: dict[str, object]) -> int:
    try:
        return function(context, **options)
    except (KeyboardInterrupt, EOFError):  # Ctrl-C, or Ctrl-D where an answer was awaited
        return interrupted()
    except DataError as error:
        warn(str(error))
        return 1
