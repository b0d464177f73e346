"""Give each bad input to the site, and hold what came of it.

Most faults are refused by the catalog, which reads files and writes nothing: they are seen in this process.
What passes is built for real, one site a family; a case that is `alone`, or `settings`, has a build of its own.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.catalog import DataError, load_catalog
from tests.badinputs.capping import cap_time, capped_reading
from tests.badinputs.laying import Case, healthy, lay
from tests.site.building import ONLINE, ROOT, digests, pelican_command, pelican_environment

MEASURING = Path(__file__).parent / "measuring.py"
COMMANDING = Path(__file__).parent / "commanding.py"


@dataclass(frozen=True)
class Outcome:
    """Hold the end of a build.

    Its processor time is in `seconds`, the most memory it took in `memory`, in bytes (0: it was capped).
    """

    code: int
    said: str
    root: Path
    untouched: bool
    seconds: float
    memory: int = 0

    @property
    def output(self) -> Path:
        """Return the folder of the site."""
        return self.root / "output"


def refusal(case: Case, folder: Path) -> Outcome | None:
    """Return the catalog's refusal of a case, or nothing when its files are good."""
    root = healthy(folder / "site")
    lay(case, root)
    before = digests(root)
    began = time.process_time()
    try:
        with capped_reading():
            load_catalog(root)
    except DataError as error:
        seconds = time.process_time() - began
        return Outcome(1, str(error), root, digests(root) == before, seconds)
    return None


def build_together(cases: Sequence[Case], good: Path, folder: Path) -> Outcome:
    """Build one site that holds every case, over the output of a healthy build."""
    root = healthy(folder / "site")
    shutil.copytree(good, root / "output")
    for case in cases:
        lay(case, root)
    if any(case.settings for case in cases):
        command = [sys.executable, str(COMMANDING), str(root)]
        command += ["du-jour"] if any(case.environment for case in cases) else []
    else:
        command = pelican_command(root, ONLINE)
    added = {name: value for case in cases for name, value in case.environment}
    return _measured(root, command, added=added)


def give(case: Case, folder: Path) -> Outcome:
    """Give the file of a case to its command, which is asked to write; the whole project is watched."""
    root = healthy(folder / "site")
    lay(case, root)
    received = root.parent / "recus" / case.file
    command = [sys.executable, str(COMMANDING), str(root), case.command, str(received)]
    return _measured(root, command, watched=root)


def _measured(
    root: Path, command: list[str], watched: Path | None = None, added: Mapping[str, str] | None = None
) -> Outcome:
    """Run a command in a process whose time and memory are measured, over what must not change if it refuses."""
    watched = watched or root / "output"
    before = digests(watched)
    said = root.with_name("said.txt")
    with said.open("wb") as heard:
        measured = subprocess.run(
            [sys.executable, str(MEASURING), *command],
            cwd=ROOT,
            env=pelican_environment({"PYTHONPATH": str(ROOT), **(added or {})}),
            stdout=subprocess.PIPE,
            stderr=heard,
            check=True,
            preexec_fn=None if sys.platform == "win32" else cap_time,  # no thread runs here
        )
    code, memory, seconds = measured.stdout.split()[-3:]
    text = said.read_text(encoding="utf-8", errors="replace")
    untouched = digests(watched) == before
    return Outcome(int(code), text, root, untouched, float(seconds), int(memory))


def build_before(root: Path) -> None:
    """Build a project with its own settings, for what a build leaves to the next one."""
    outcome = _measured(root, [sys.executable, str(COMMANDING), str(root)])
    assert outcome.code == 0, outcome.said
