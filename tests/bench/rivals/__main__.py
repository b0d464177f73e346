"""Race this project against Hugo, plain Pelican and Eleventy; print a table for the README."""

import argparse
import os
import platform
import sys
import tempfile
from pathlib import Path

from plugins.french import enumerate_fr
from tests.bench.rivals.installing import eleventy_command, hugo_command
from tests.bench.rivals.race import Lap, race
from tests.bench.rivals.result import OURS_ADDS, as_markdown, between_marks, reference
from tests.bench.rivals.tools import Tool, tools
from tests.bench.rivals.watching import watch

README = Path(__file__).parents[3] / "README.md"
NAMES = ("ce site", "ce site, mêmes pages", "Hugo", "Pelican seul", "Eleventy")


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
        for place, count in enumerate(asked.billets):
            rounds = asked.tours[min(place, len(asked.tours) - 1)]
            laps[count] = list(race(entrants, Path(scratch), count, rounds))
            waits[count] = _waits(entrants, Path(scratch), count, rounds) if asked.veille else {}
    machine = f"{os.cpu_count()} cœurs, Python {platform.python_version()}, {platform.system()}"
    rounds = f"Tours : {enumerate_fr([str(number) for number in asked.tours])}"
    times = f"× : combien de fois « {reference(names)} »"
    told = f"{as_markdown(laps, waits)}\n{rounds}, médianes ; {times}. {machine}. {OURS_ADDS}\n"
    sys.stdout.write(told)
    if asked.ecrire:
        README.write_text(between_marks(README.read_text(encoding="utf-8"), told), encoding="utf-8")


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
    parser.add_argument(
        "--tours",
        type=int,
        nargs="+",
        default=[5],
        help="un nombre par taille, le dernier sert aux suivantes",
    )
    parser.add_argument(
        "--sans-veille",
        dest="veille",
        action="store_false",
        help="ne pas mesurer « enregistré, puis refait »",
    )
    parser.add_argument("--ecrire", action="store_true", help="mettre le tableau dans README.md")
    parser.add_argument("--avec", nargs="+", choices=NAMES, default=list(NAMES))
    return parser.parse_args()


if __name__ == "__main__":
    main()
