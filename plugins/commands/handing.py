"""Start the process that builds from `faire` itself, and hand it over to the program that `faire` becomes.

A process keeps its children when another program takes its place (execve(2)): the one that builds reads all that it
needs while its parent does. Standard library only: `faire` reads this. Windows has no such thing.
"""

import os
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from plugins.ledger.stamps import SLOWEST_CLOCK, Stamp, disk_time, known_parents
from plugins.ledger.unchanged import NOTE

SETTINGS = {"construire": "pelicanconf.py", "apercu": "publishconf.py"}
"""What each command that only builds is built with."""

OPTION = "--processus="


def line_that_builds(python: str, settings: str) -> list[str]:
    """Return the command of a process that reads the program of the folder it is in, then waits."""
    return [python, "-m", "plugins.bridge.once", "-s", settings, "--fatal=warnings", "--log-handler", "plain"]


def environment(inherited: Mapping[str, str], examples: bool) -> dict[str, str]:
    """Return the environment of a build: it tells what it does, with the examples or without."""
    kept = {name: value for name, value in inherited.items() if name != "EXEMPLES"}
    kept |= {"FAIRE_EVENTS": "1", "PYTHONUTF8": "1"}
    kept |= {"PYDANTIC_DISABLE_PLUGINS": "__all__"}  # it has none to look for
    return kept | {"EXEMPLES": "1"} if examples else kept


def begun(root: str, python: str, asked: list[str], inherited: Mapping[str, str]) -> list[str]:
    """Go to the project, start there what builds as it is asked, and return the option that tells the next program.

    As `subprocess` would, which is longer to read than this process has to live.
    """
    if os.name == "nt":
        return []
    try:
        os.chdir(root)
        now = disk_time(Path(root, NOTE).parent)
        heard, line = os.pipe()
        said, told = os.pipe()
        ends = [(os.POSIX_SPAWN_DUP2, end, place) for end, place in ((heard, 0), (told, 1), (told, 2))]
        around = environment(inherited, examples="--exemples" in asked)
        number = os.posix_spawn(
            python, line_that_builds(python, SETTINGS[asked[0]]), around, file_actions=ends
        )
    except OSError:  # whoever comes next says why
        return []
    for end in (line, said):
        os.set_inheritable(end, True)
    return [f"{OPTION}{number},{line},{said},{now}"]


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

    def has_read(self, root: Path, program: Mapping[str, Stamp]) -> bool:
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

    def __enter__(self) -> "Handed":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let its pipes go, and wait for its end."""
        for stream in (self.stdin, self.stdout):
            with suppress(OSError):
                stream.close()
        self.wait()
