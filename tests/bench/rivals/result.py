"""The table of a race: medians, and how many times as long as this project each other generator takes."""

from collections.abc import Iterable
from statistics import median

from plugins.french import format_number
from tests.bench.rivals.race import PHASES, Lap
from tests.bench.rivals.watching import PATIENCE

OURS = "ce site"
OURS_ADDS = (
    "Mêmes billets, mêmes listes de dix, mêmes mots-clés, un fil, un plan. « ce site » garde tout ce qu’il fait de plus "
    "que les autres : son menu et son pied de page, un index de recherche, des données structurées, chaque lien vérifié, "
    "le HTML nettoyé, la typographie, les sigles, le gardien de la vie privée, et les pages du site d’essai."
)
"""What makes the comparison harder for this project: it is told below the table."""
BEGIN, END = "<!-- comparaison -->", "<!-- /comparaison -->"


def as_markdown(laps: dict[int, list[Lap]], waits: dict[int, dict[str, tuple[float, ...]]]) -> str:
    """Write one row for each size and kind of change: median seconds, and the median ratio of the rounds."""
    names = list(dict.fromkeys(lap.tool for found in laps.values() for lap in found))
    lines = [f"| billets | ce qui change | {' | '.join(names)} |", f"|---:|---|{'---|' * len(names)}"]
    for count, found in laps.items():
        for phase in PHASES:
            cells = (_cell(found, name, phase.name) for name in names)
            lines.append(f"| {format_number(count)} | {phase.name} | {' | '.join(cells)} |")
        if count in waits:
            cells = (_wait(waits[count], name) for name in names)
            lines.append(f"| {format_number(count)} | enregistré, puis refait | {' | '.join(cells)} |")
        for phase in (PHASES[0], PHASES[2]):
            cells = (_cpu(found, name, phase.name) for name in names)
            lines.append(f"| {format_number(count)} | {phase.name} : processeur | {' | '.join(cells)} |")
        cells = (_peak(found, name) for name in names)
        lines.append(f"| {format_number(count)} | mémoire au plus | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def between_marks(text: str, table: str) -> str:
    """Return a text with a table in the place kept for it; raise `ValueError` when there is none."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:start]}\n{table}{text[end:]}"


def ratios(laps: Iterable[Lap], name: str, phase: str) -> list[float]:
    """Return, round by round, how many times as long as this project a generator took."""
    walls = {(lap.tool, lap.round): lap.cost.wall for lap in laps if lap.phase == phase}
    return [
        wall / walls[OURS, turn]
        for (tool, turn), wall in walls.items()
        if tool == name and (OURS, turn) in walls
    ]


def _cell(laps: list[Lap], name: str, phase: str) -> str:
    walls = [lap.cost.wall for lap in laps if (lap.tool, lap.phase) == (name, phase)]
    return _told(median(walls), ratios(laps, name, phase) if name != OURS else [])


def _cpu(laps: list[Lap], name: str, phase: str) -> str:
    return _told(median(lap.cost.cpu for lap in laps if (lap.tool, lap.phase) == (name, phase)), [])


def _wait(waits: dict[str, tuple[float, ...]], name: str) -> str:
    if not waits.get(name):
        return f"plus de {PATIENCE:.0f} s" if name in waits else "–"
    ours = median(waits[OURS]) if waits.get(OURS) and name != OURS else 0
    return _told(median(waits[name]), [median(waits[name]) / ours] if ours else [])


def _told(seconds: float, times: list[float]) -> str:
    more = f" (× {format_number(round(median(times), 2))})" if times else ""
    return f"{format_number(round(seconds, 2))} s{more}"


def _peak(laps: list[Lap], name: str) -> str:
    return f"{format_number(round(max(lap.cost.peak for lap in laps if lap.tool == name)))} Mo"
