"""Build again and again in one process that stays: what it has read once, it does not read again."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import perf_counter
from typing import Self

from plugins.commands.building import DEVELOPMENT_SETTINGS, BuildResult, hear
from plugins.commands.handing import environment
from plugins.commands.protocol import Event

STALE = 75
"""What the process answers when the program has changed: it leaves, and another takes its place."""

PATIENCE = 10  # seconds left to the process to end by itself


class Rebuilder:
    """Hold the process that builds. One that has left is replaced at the next build, and nothing is lost."""

    def __init__(self, root: Path, examples: bool = False, settings: str = DEVELOPMENT_SETTINGS) -> None:
        self._root = root
        self._environment = environment(os.environ, examples)
        self._settings = settings
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Return the rebuilder; its process starts at the first build."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the process."""
        self._end()

    def build(
        self, on_event: Callable[[Event], None] | None = None, saved: Iterable[str] = ()
    ) -> BuildResult:
        """Build once more; problems are returned, never raised. `saved` names the files that are the reason."""
        began, request = perf_counter(), json.dumps({"saved": sorted(saved)})
        result = self._ask(request, began, on_event)
        return self._ask(request, began, on_event) if result.code == STALE else result

    def _ask(self, request: str, began: float, on_event: Callable[[Event], None] | None) -> BuildResult:
        process = self._running()
        with suppress(OSError):  # when it has left since the last build, what it said at its end is the log
            print(request, file=process.stdin, flush=True)
        heard = hear(process.stdout or (), on_event)
        code = heard.code
        if code is None or code == STALE:
            left = self._end()
            code = left or 1 if code is None else code
        return BuildResult(code, heard.built, heard.problems, heard.log, perf_counter() - began)

    def _running(self) -> subprocess.Popen[str]:
        if self._process is None:
            line = [sys.executable, "-u", "-m", "plugins.bridge.resident", "-s", self._settings]
            self._process = subprocess.Popen(  # noqa: S603  # our own interpreter, on our own project
                [*line, "--fatal=warnings", "--log-handler", "plain"],
                cwd=self._root,
                env=self._environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
        return self._process

    def _end(self) -> int | None:
        """End the process, if there is one, and return its exit code."""
        process, self._process = self._process, None
        if process is None:
            return None
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe.close()
        try:
            return process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()
