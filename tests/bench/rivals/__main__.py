"""Race this project against Hugo, plain Pelican and Eleventy; print a table for the README."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from tests.bench.rivals.installing import eleventy_command, hugo_command
from tests.bench.rivals.race import Lap, race
from tests.bench.rivals.result import as_markdown
from tests.bench.rivals.tools import Tool, tools
from tests.bench.rivals.watching import watch

NAMES = ("ce site", "Hugo", "Pelican seul", "Eleventy")


def main() -> None:
    """Read the sizes and the generators asked for, run, and print."""
    asked = _asked()
    names = tuple(asked.avec)
    hugo = hugo_command() if "Hugo" in names else ""
    eleventy = eleventy_command() if "Eleventy" in names else ()
    entrants = tuple(tools(hugo, eleventy, names))
    laps: dict[int, list[Lap]] = {}
    waits: dict[int, dict[str, tuple[float, ...]]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for count in asked.billets:
            laps[count] = list(race(entrants, Path(scratch), count, asked.tours))
            waits[count] = _waits(entrants, Path(scratch), count, asked.tours)
    machine = f"{os.cpu_count()} cœurs, Python {platform.python_version()}, {platform.system()}"
    sys.stdout.write(as_markdown(laps, waits))
    sys.stdout.write(f"\n{asked.tours} tours, médianes ; × : combien de fois notre temps. {machine}.\n")


def _waits(
    entrants: tuple[Tool, ...], scratch: Path, count: int, rounds: int
) -> dict[str, tuple[float, ...]]:
    return {
        tool.name: watch(tool, scratch / f"{count}-{place}", count, rounds)
        for place, tool in enumerate(entrants)
    }


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="comparer", description=__doc__)
    parser.add_argument("--billets", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--tours", type=int, default=5)
    parser.add_argument("--avec", nargs="+", choices=NAMES, default=list(NAMES))
    return parser.parse_args()


if __name__ == "__main__":
    main()
