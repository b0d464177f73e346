"""Build the site once, and note what it was built from: `faire` answers by itself while nothing changes.

`faire` runs this module as it is when a build is all that is asked: invoke is longer to read than what stands here.
"""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.commands.handing import OPTION, SETTINGS, Handed
from plugins.commands.starting import Start
from plugins.ledger.turn import put_back
from plugins.ledger.unchanged import input_stamps, program_stamps, told_of, write_note

if TYPE_CHECKING:
    from plugins.commands.building import BuildResult

ROOT = Path(__file__).parents[2]

AGAIN = "Un texte vient d’être enregistré : la construction recommence avec lui."


def construct(root: Path, command: str, examples: bool = False, handed: Handed | None = None) -> int:
    """Build as a command asks, report, and return the exit code; `handed` is the process that `faire` has started.

    A text that is saved while it is read may stop the build: it begins again, once.
    """
    put_back(root / "output")
    result = _built(root, command, examples, handed)
    from plugins.commands import console, reporting  # noqa: PLC0415  # read by now, while the other process reads too

    if result.was_overtaken:
        console.say(AGAIN)
        result = _built(root, command, examples)
    return reporting.report(result)


def _built(root: Path, command: str, examples: bool, handed: Handed | None = None) -> "BuildResult":
    """Build, note a good build, and return what came of it."""
    digest = _digest_of_program() if handed is not None else ""
    # Each file is looked at before the build reads it: an edit meanwhile will be seen. And after it is digested: what
    # was left alone since before that process began, as it must have been, is what both of them have read.
    program = _stamps(lambda: program_stamps(root))
    if handed is not None and (program is None or not handed.has_read(root, program)):
        with handed:
            handed.kill()
        handed, digest = None, ""
    with Start(root, SETTINGS[command], examples=examples, handed=handed, program=digest) as start:
        # That process reads the program, and waits: what is to be read here takes its time from nobody.
        from plugins.commands import building, clock, reporting  # noqa: PLC0415  # see above

        inputs = None if program is None else _stamps(lambda: input_stamps(root, program))
        told = cache(partial(told_of, inputs or {}))
        result = building.with_a_bar(start, meanwhile=told)
    if inputs is not None and result.is_good and result.built is not None:
        asked = f"{command} --exemples" if examples else command
        said = reporting.success(result.built, result.seconds)
        with suppress(OSError):  # without a note, the next build only takes longer
            write_note(root, asked, told(), clock.bounds(date.fromisoformat(result.built.today)), said)
    return result


def main(arguments: list[str]) -> int:
    """Answer « construire » or « apercu », maybe with « --exemples »; return the exit code."""
    command, *options = arguments
    try:
        if hasattr(signal, "pthread_sigmask"):  # `faire` has held a Ctrl-C until somebody answers it
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        told = [option for option in options if option.startswith(OPTION)]
        handed = Handed(told[0]) if told else None
        return construct(ROOT, command, examples="--exemples" in options, handed=handed)
    except KeyboardInterrupt:
        from plugins.commands.ending import interrupted  # noqa: PLC0415  # not to be read before the build begins

        return interrupted()


def _digest_of_program() -> str:
    """Return the digest of the program that builds; nothing where it cannot be read, which the build itself will tell."""
    from plugins.ledger.program import program_and_libraries  # noqa: PLC0415  # for a process that reads already

    try:
        return program_and_libraries()
    except OSError:
        return ""


def _stamps(look: Callable[[], dict[str, Any]]) -> dict[str, Any] | None:
    """Return the stamps of what builds read; nothing where none can be noted, which the build itself will tell."""
    try:
        return look()
    except OSError:
        return None


if __name__ == "__main__":
    exit_code = main(sys.argv[1:])
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(exit_code)  # all is written: giving back what was read takes longer than this does
