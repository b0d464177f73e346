"""Build as `./faire voir` does, but held once at a chosen point of each build, until a line « go » comes.

`python -m tests.site.held plugins.bridge.build:Build.swap_in before …` takes then the options of the resident process.
"""

import functools
import importlib
import sys
from typing import Any

from plugins.bridge import resident

HELD = "\x1d"
"""What is said when the build stands still: a sign that no event and no log begins with."""


def hold(point: str, moment: str) -> None:
    """Make a function of the program wait, before or after its own work."""
    module, _, path = point.partition(":")
    *owners, name = path.split(".")
    owner: Any = functools.reduce(getattr, owners, importlib.import_module(module))
    work = getattr(owner, name)

    @functools.wraps(work)
    def held(*arguments: Any, **named: Any) -> Any:
        if moment == "before":
            _wait()
        answer = work(*arguments, **named)
        if moment == "after":
            _wait()
        return answer

    setattr(owner, name, held)


def _wait() -> None:
    sys.stdout.write(f"{HELD}\n")
    sys.stdout.flush()
    sys.stdin.readline()


if __name__ == "__main__":
    hold(*sys.argv[1:3])
    resident.serve(sys.argv[3:], sys.stdin)
