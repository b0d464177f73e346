"""Run one of our commands on a project and say what it says; without a name, build it as `./faire apercu` does."""

import sys
from datetime import date
from pathlib import Path

from plugins.commands.building import PRODUCTION_SETTINGS, build
from plugins.commands.counting import Wish, count_returns
from plugins.commands.importing import import_file
from plugins.commands.reporting import report

DAY = date(2026, 11, 22)


def run(root: Path, command: str = "apercu", name: str = "") -> int:
    """Return the exit code of the command, asked to write what it reads."""
    if command == "importer":
        return import_file(root, name, DAY, write=True)
    if command == "retours":
        return count_returns(root, Wish(name, write=True), DAY)
    return report(build(root, PRODUCTION_SETTINGS, day=None if command == "du-jour" else DAY))


root, *asked = sys.argv[1:]
sys.exit(run(Path(root), *asked))
