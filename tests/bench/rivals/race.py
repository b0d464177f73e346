"""Build after each kind of change, generator by generator, round after round, so that all meet the same weather."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.full_build import Cost
from tests.bench.memory import Memory
from tests.bench.rivals.tools import SETTING, Tool

NOTE = "Mise à jour {} : la rencontre commence une heure plus tôt."


@dataclass(frozen=True)
class Phase:
    """Hold a kind of change: its words, and what it does to a project before the build that is measured."""

    name: str
    change: Callable[[Tool, Path, int, int], None]


@dataclass(frozen=True)
class Lap:
    """Hold one build that was measured."""

    tool: str
    phase: str
    round: int
    cost: Cost


def _cold(tool: Tool, folder: Path, _count: int, _turn: int) -> None:
    tool.forget(folder)


def _nothing(_tool: Tool, _folder: Path, _count: int, _turn: int) -> None:
    """Change nothing at all."""


def _edit(tool: Tool, folder: Path, count: int, turn: int) -> None:
    tool.write(folder, count // 2, count, NOTE.format(turn))


def _add(tool: Tool, folder: Path, count: int, turn: int) -> None:
    tool.write(folder, count + turn, count)  # later than the others: it comes first in every list


def _outing(tool: Tool, folder: Path, count: int, turn: int) -> None:
    """Change a line of an outing, or a post where there are only posts."""
    if not tool.outing:
        tool.write(folder, count // 3, count, NOTE.format(turn))
        return
    path = folder / tool.outing
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"(?m)^resume: .*", f"resume: Une histoire, dite {turn} fois.", text), "utf-8")


def _template(tool: Tool, folder: Path, _count: int, turn: int) -> None:
    path = folder / tool.template
    text = path.read_text(encoding="utf-8").rpartition("</article>")
    path.write_text(f"{text[0]}<!-- {turn} -->{text[1]}{text[2]}", encoding="utf-8")


PHASES = (
    Phase("construction entière", _cold),
    Phase("rien de changé", _nothing),
    Phase("un billet modifié", _edit),
    Phase("un billet ajouté", _add),
    Phase("une sortie modifiée (ailleurs, un billet)", _outing),
    Phase("un gabarit modifié", _template),
)


def race(entrants: tuple[Tool, ...], scratch: Path, count: int, rounds: int) -> Iterator[Lap]:
    """Yield every lap; a build that fails ends the race."""
    folders = {tool.name: scratch / f"{count}-{place}" for place, tool in enumerate(entrants)}
    for tool in entrants:
        folders[tool.name].mkdir(parents=True)
        tool.prepare(folders[tool.name], count)
    for turn in range(rounds):
        for phase in PHASES:
            for tool in entrants:
                phase.change(tool, folders[tool.name], count, turn)
                yield Lap(tool.name, phase.name, turn, _build(tool, folders[tool.name]))


def _build(tool: Tool, folder: Path) -> Cost:
    start = time.perf_counter()
    process = subprocess.Popen(
        tool.command, cwd=folder, env=SETTING, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    with Memory(process.pid) as memory:
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        sys.exit(f"{tool.name} n’a pas construit {folder} : rien n’est comparé.")
    return Cost(wall, usage.ru_utime + usage.ru_stime, memory.peak)
