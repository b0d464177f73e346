"""Start the process that builds from `faire` itself, and hand it over to the program that `faire` becomes.

A process keeps its children when another program takes its place (execve(2)): the one that builds reads all that it
needs while its parent does. Standard library only: `faire` reads this. Windows has no such thing.
"""

import os
import signal
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import Popen
from typing import Any, Self

from plugins.commands.starting import SETTINGS, environment, process_that_builds
from plugins.ledger.stamps import SLOWEST_CLOCK, disk_time, known_parents
from plugins.ledger.unchanged import NOTE

OPTION = "--processus="


def begun(root: Path, python: str, asked: list[str], inherited: Mapping[str, str]) -> list[str]:
    """Start the process that builds what is asked, and return the option that tells the next program of it."""
    if os.name == "nt":
        return []
    try:
        now = disk_time((root / NOTE).parent)
        around = environment(inherited, examples="--exemples" in asked)
        process = process_that_builds(python, root, SETTINGS[asked[0]], around)
    except OSError:  # whoever comes next says why
        return []
    ends = [os.dup(stream.fileno()) for stream in (process.stdin, process.stdout) if stream]
    for end in ends:
        os.set_inheritable(end, True)
    _started.append(process)  # one that nobody names any more would be told of
    return [f"{OPTION}{process.pid},{','.join(map(str, ends))},{now}"]


_started: list["Popen[str]"] = []


class Handed:
    """Hold a process that was handed over, as `subprocess` holds its own."""

    def __init__(self, told: str) -> None:
        """Take what `begun` has told."""
        self._pid, line, said, self.began = map(int, told.removeprefix(OPTION).split(","))
        self.stdin = os.fdopen(line, "w", encoding="utf-8")
        self.stdout = os.fdopen(said, encoding="utf-8", errors="replace")
        for end in (line, said):
            os.set_inheritable(end, False)
        self._code: int | None = None

    def has_read(self, root: Path, program: Mapping[str, Sequence[Any]]) -> bool:
        """Tell whether the program was left alone since long before the process began: it has read what it is now.

        `program` is what `program_stamps` returns, looked at since.
        """
        stamps = [(changed, touched) for _, changed, _, touched, _ in program.values()]
        folders = [(root / name).stat().st_mtime_ns for name in known_parents(program) if name]
        return all(day < self.began - SLOWEST_CLOCK for days in (*stamps, folders) for day in days)

    def wait(self) -> int:
        """Wait for its end, and return its exit code."""
        if self._code is None:
            _, status = os.waitpid(self._pid, 0)
            self._code = os.waitstatus_to_exitcode(status)
        return self._code

    def kill(self) -> None:
        """Stop it."""
        if self._code is None:
            os.kill(self._pid, signal.SIGKILL)

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let its pipes go, and wait for its end."""
        for stream in (self.stdin, self.stdout):
            with suppress(OSError):
                stream.close()
        self.wait()
