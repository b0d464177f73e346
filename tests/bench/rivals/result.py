"""The table of a race: medians, and how many times as long as this project each other generator takes."""

from collections.abc import Iterable
from statistics import median

from plugins.french import format_number
from tests.bench.rivals.race import PHASES, Lap
from tests.bench.rivals.watching import PATIENCE

OURS = ("ce site, mêmes pages", "ce site")
"""What the others are compared to: the entrant whose pages are theirs, when it runs."""
OURS_ADDS = (
    "Mêmes billets, mêmes listes de dix, mêmes mots-clés, un fil, un plan. « ce site, mêmes pages » est ce programme avec "
    "les réglages et le thème d’un blog nu (`tests/bench/rivals/ours`) : il vérifie encore chaque lien, nettoie le HTML, "
    "pose la typographie et fait lire chaque texte par le gardien de la vie privée, ce que les autres ne font pas. "
    "Ses listes sont numérotées depuis la plus ancienne : un billet ajouté n’en change que la page récente. "
    "« ce site » garde tout : son menu et son pied de page, l’index de recherche, les données structurées, les sigles, "
    "les sorties, et les pages du site d’essai."
)
"""What makes the comparison harder for this project: it is told below the table."""
BEGIN, END = "<!-- comparaison -->", "<!-- /comparaison -->"


def as_markdown(laps: dict[int, list[Lap]], waits: dict[int, dict[str, tuple[float, ...]]]) -> str:
    """Write one row for each size and kind of change: median seconds, and the median ratio of the rounds."""
    names = list(dict.fromkeys(lap.tool for found in laps.values() for lap in found))
    ours = reference(names)
    lines = [f"| billets | ce qui change | {' | '.join(names)} |", f"|---:|---|{'---|' * len(names)}"]
    for count, found in laps.items():
        for phase in PHASES:
            cells = (_cell(found, name, phase.name, ours) for name in names)
            lines.append(f"| {format_number(count)} | {phase.name} | {' | '.join(cells)} |")
        if waits.get(count):
            cells = (_wait(waits[count], name, ours) for name in names)
            lines.append(f"| {format_number(count)} | enregistré, puis refait | {' | '.join(cells)} |")
        for phase in (PHASES[0], PHASES[2]):
            cells = (_cpu(found, name, phase.name, ours) for name in names)
            lines.append(f"| {format_number(count)} | {phase.name} : processeur | {' | '.join(cells)} |")
        cells = (_peak(found, name, ours) for name in names)
        lines.append(f"| {format_number(count)} | mémoire au plus | {' | '.join(cells)} |")
    return "\n".join([*lines, ""])


def between_marks(text: str, table: str) -> str:
    """Return a text with a table in the place kept for it; raise `ValueError` when there is none."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:start]}\n{table}{text[end:]}"


def reference(names: Iterable[str]) -> str:
    """Return the entrant of this project that the others are compared to."""
    return next((ours for ours in OURS if ours in set(names)), "")


def ratios(laps: Iterable[Lap], name: str, phase: str, ours: str) -> list[float]:
    """Return, round by round, how many times as long as an entrant of this project a generator took."""
    walls = {(lap.tool, lap.round): lap.cost.wall for lap in laps if lap.phase == phase}
    return [
        wall / walls[ours, turn]
        for (tool, turn), wall in walls.items()
        if tool == name != ours and (ours, turn) in walls
    ]


def _cell(laps: list[Lap], name: str, phase: str, ours: str) -> str:
    walls = [lap.cost.wall for lap in laps if (lap.tool, lap.phase) == (name, phase)]
    return _told(median(walls), ratios(laps, name, phase, ours))


def _cpu(laps: list[Lap], name: str, phase: str, ours: str) -> str:
    spent = {
        tool: median(lap.cost.cpu for lap in laps if (lap.tool, lap.phase) == (tool, phase))
        for tool in {name, ours} - {""}
    }
    return _told(spent[name], _times(spent, name, ours))


def _wait(waits: dict[str, tuple[float, ...]], name: str, ours: str) -> str:
    if not waits.get(name):
        return f"plus de {PATIENCE:.0f} s" if name in waits else "–"
    seen = {tool: median(waits[tool]) for tool in (name, ours) if waits.get(tool)}
    return _told(seen[name], _times(seen, name, ours))


def _times(values: dict[str, float], name: str, ours: str) -> list[float]:
    return [values[name] / values[ours]] if name != ours and values.get(ours) else []


def _told(seconds: float, times: list[float]) -> str:
    return f"{format_number(round(seconds, 2))} s{_more(times)}"


def _more(times: list[float]) -> str:
    return f" (× {format_number(round(median(times), 2))})" if times else ""


def _peak(laps: list[Lap], name: str, ours: str) -> str:
    peaks = {
        tool: max((lap.cost.peak for lap in laps if lap.tool == tool), default=0.0) for tool in (name, ours)
    }
    return f"{format_number(round(peaks[name]))} Mo{_more(_times(peaks, name, ours))}"
