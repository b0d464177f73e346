"""A full build of the real site, nothing kept from the build before: wall clock, CPU, memory."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.bench.memory import Memory
from tests.bench.table import Row

COMMAND = (
    sys.executable,
    "-m",
    "pelican",
    "-s",
    "pelicanconf.py",
    "--fatal=warnings",
    "--log-handler",
    "plain",
)


@dataclass(frozen=True)
class Cost:
    """Hold what one build cost: seconds of wall clock, seconds of CPU, megabytes at the peak, all its processes together."""

    wall: float
    cpu: float
    peak: float


def measure_build(site: Path, rounds: int) -> list[Row]:
    """Build `rounds` times and return the rows of the table."""
    costs = [_build_once(site) for _ in range(rounds)]
    pages = sum(1 for _ in (site / "output").rglob("*.html"))
    return [
        Row("pages HTML du site", (pages,), "pages", 0),
        Row("construction entière : temps", tuple(cost.wall for cost in costs), "s"),
        Row("construction entière : processeur", tuple(cost.cpu for cost in costs), "s"),
        Row("construction entière : mémoire au plus", tuple(cost.peak for cost in costs), "Mo", 0),
    ]


def _build_once(site: Path) -> Cost:
    forget(site, site)
    return run_build(site)


def forget(project: Path, program: Path) -> None:
    """Remove the site of a project, what builds have left beside it, and the PDFs and pictures that a program keeps."""
    for name in ("output", ".output-memoire", ".output-reserve"):
        shutil.rmtree(project / name, ignore_errors=True)
    shutil.rmtree(program / ".cache", ignore_errors=True)


def run_build(project: Path, more: tuple[str, ...] = ()) -> Cost:
    """Run Pelican from a project, with more of its options; leave when the build fails."""
    start = time.perf_counter()
    process = subprocess.Popen([*COMMAND, *more], cwd=project, stdout=subprocess.DEVNULL)
    with Memory(process.pid) as memory:
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit("La construction a échoué : rien n’est mesuré.")
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory.peak)
