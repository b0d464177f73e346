"""Add returns up, season by season: what is said twice counts once, what is small is hidden."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.catalog.disclosure import Sum, hide
from plugins.catalog.models.figures import COLUMNS, HIDDEN, Reception, sums_of
from plugins.followup.returns import Refused, Return

HEAD = """# Les retours de la saison, additionnés par ./faire retours : des nombres, aucun nom, rien de plus petit que cinq.
# Ne corrigez pas ce fichier à la main : relancez la commande avec toutes les fiches de la saison.
"""


@dataclass(frozen=True)
class Merged:
    """Hold the returns that count, how many were said again, and those that contradict another."""

    returns: tuple[Return, ...]
    again: int
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class Season:
    """Hold a season before anything is hidden: it is never written."""

    name: str
    returns: tuple[Return, ...]

    @property
    def bodies(self) -> int:
        """Count the bodies that have answered."""
        return len({found.key[0] for found in self.returns})

    @property
    def outings(self) -> int:
        """Count the outings they speak of."""
        return len({found.outing for found in self.returns})


def merge(returns: Iterable[Return]) -> Merged:
    """Keep each thing once: the same sheet given twice, or copied in another format, changes nothing."""
    kept: dict[tuple[object, ...], Return] = {}
    again, refused = 0, []
    for found in returns:
        first = kept.setdefault(found.key, found)
        if first is found:
            continue
        if first.said == found.said:
            again += 1
            continue
        where = f"ligne {first.line}" if first.file == found.file else f"{first.file}, ligne {first.line}"
        why = f"cette sortie est déjà dite pour cette structure, avec d’autres nombres ({where})."
        hint = "gardez la ligne juste ; s’il y avait deux groupes, additionnez-les sur une seule ligne"
        refused.append(Refused(found.file, found.line, why, hint))
    return Merged(tuple(kept.values()), again, tuple(refused))


def seasons(returns: Sequence[Return]) -> tuple[Season, ...]:
    """Return the seasons, the oldest first."""
    grouped: defaultdict[str, list[Return]] = defaultdict(list)
    for found in returns:
        grouped[found.season].append(found)
    return tuple(Season(name, tuple(grouped[name])) for name in sorted(grouped))


def season_text(season: Season) -> str:
    """Return the file of a season, its small counts hidden and those that would give them back."""
    table = _table(season)
    months = tuple(row for row in table if row != "total")
    counts = {f"{row}/{name}": count for row, found in table.items() for name, count in found.items()}
    hidden = hide(counts, sums_of(months))

    def row(name: str) -> str:
        words = (f"{column}: {_shown(f'{name}/{column}', counts, hidden)}" for column in COLUMNS)
        return ", ".join(words)

    lines = [
        f"retours: {len(season.returns)}",
        f"structures: {season.bodies}",
        f"sorties: {season.outings}",
        f"total: {{{row('total')}}}",
        "mois:",
        *(f"  - {{mois: {month}, {row(month)}}}" for month in months),
        *_receptions(season),
    ]
    return HEAD + "\n".join(lines) + "\n"


def _table(season: Season) -> dict[str, dict[str, int]]:
    table: dict[str, dict[str, int]] = {}
    ordered = sorted(season.returns, key=lambda found: found.day)
    for found in ordered:
        for name in (f"{found.day:%Y-%m}", "total"):
            row = table.setdefault(name, dict.fromkeys(COLUMNS, 0))
            for column, count in zip(COLUMNS, (found.booked, found.came, found.absent), strict=True):
                row[column] += count
    return {name: table[name] for name in sorted(table)}


def _receptions(season: Season) -> list[str]:
    counted = Counter(found.reception for found in season.returns if found.reception)
    if not counted:
        return []
    counts = {choice.value: counted[choice] for choice in Reception}
    silent = len(season.returns) - sum(counts.values())
    everyone = counts | {"rien": silent, "total": len(season.returns)}
    hidden = hide(everyone, (Sum("total", (*counts, "rien")),)) - {"total"}
    return ["avis:", *(f"  - {{avis: {name}, retours: {_shown(name, counts, hidden)}}}" for name in counts)]


def _shown(name: str, counts: dict[str, int], hidden: frozenset[str]) -> str:
    return HIDDEN if name in hidden else str(counts[name])
