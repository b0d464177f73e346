"""Build once, in a process that is started before anybody knows what it finds: it reads the program, then waits.

Started as Pelican is, with the same options: `python -m plugins.bridge.once -s pelicanconf.py …`. A line on the
standard input lets it go on; without one it leaves, and has read neither the settings nor any source. The line holds
the digest of the program (`ledger.program`) when whoever waits has worked it out, or nothing.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn, TextIO

from plugins.bridge.late import read_libraries
from plugins.processes.collector import no_collection
from plugins.regexes import late_regexes

with no_collection(), late_regexes():
    read_libraries()

    import pelican

    import plugins.bridge.connecting  # noqa: F401  # read now, while nobody waits
    from plugins.bridge.basis import know_program
    from plugins.bridge.build import current


def run(options: Sequence[str], line: TextIO) -> None:
    """Build when a line comes; raise `SystemExit` as Pelican's own command does."""
    if told := line.readline():
        know_program(told.strip())
        pelican.main(list(options))


def leave() -> NoReturn:
    """End the process at once, when all is written: giving back value by value what a build holds takes longer."""
    with suppress(IndexError):
        current().give_up()  # a build that was stopped; a good one has left nothing aside
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(0)


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):  # whoever asked says good-bye
        run(sys.argv[1:], sys.stdin)
    leave()
