"""Rules of the figures of a season: nothing in them tells of a few people, nor contradicts itself."""

from collections.abc import Iterator

from plugins.catalog import models
from plugins.catalog.disclosure import LEAST, given_back
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path

_AGAIN = "refaites le fichier avec ./faire retours, depuis les fiches reçues"


def season_has_two_years(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A season has two years, one after the other, and its months are from September to August."""
    first, last = int(entry.record.slug[:4]), int(entry.record.slug[5:])
    if last != first + 1:
        yield entry.origin.problem(
            (),
            "saison",
            "ce fichier porte deux années qui ne se suivent pas.",
            expected=f"{first}-{first + 1}.yaml",
            hint="renommez le fichier",
        )
        return
    seen = set()
    for index, month in enumerate(entry.record.months):
        year, number = int(month.month[:4]), int(month.month[5:])
        inside = year == first if number >= models.figures.FIRST_MONTH else year == last
        if not inside or month.month in seen:
            yield entry.origin.problem(
                ("mois", index, "mois"),
                "saison",
                "ce mois n’est pas de cette saison, ou il y est déjà.",
                expected=f"de {first}-09 à {last}-08, chacun une fois",
                hint=_AGAIN,
            )
        seen.add(month.month)


def no_count_is_small(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A count under five is hidden, and no sum gives a hidden count back."""
    record = entry.record
    counts = dict(models.figures.named_counts(record))
    for name, count in counts.items():
        if count is not None and count < LEAST:
            yield _small(entry, _path(entry, name))
    for index, found in enumerate(record.receptions):
        if found.count is not None and found.count < LEAST:
            yield _small(entry, ("avis", index, "retours"))
    hidden = {name for name, count in counts.items() if count is None}
    for name in sorted(
        given_back(hidden, models.figures.sums_of(tuple(month.month for month in record.months)))
    ):
        yield entry.origin.problem(
            _path(entry, name),
            "petit-nombre",
            "ce nombre masqué se retrouve en soustrayant les autres du total.",
            expected=f"un autre nombre masqué avec lui, écrit « {models.figures.HIDDEN} »",
            hint=_AGAIN,
        )


def shown_counts_agree(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """Where every count of a sum is shown, the sum is right."""
    counts = dict(models.figures.named_counts(entry.record))
    for found in models.figures.sums_of(tuple(month.month for month in entry.record.months)):
        total, parts = counts[found.total], [counts[name] for name in found.parts]
        known = [count for count in parts if count is not None]
        if total is None or len(known) != len(parts) or sum(known) == total:
            continue
        yield entry.origin.problem(
            _path(entry, found.total),
            "somme",
            f"ce nombre n’est pas la somme des autres ({sum(known)}).",
            expected=str(sum(known)),
            hint=_AGAIN,
        )


def _small(entry: Entry, path: Path) -> Problem:
    return entry.origin.problem(
        path,
        "petit-nombre",
        f"un nombre plus petit que {LEAST} peut faire reconnaître une personne.",
        expected=f"« {models.figures.HIDDEN} »",
        hint=_AGAIN,
    )


def _path(entry: Entry, name: str) -> Path:
    row, column = name.split("/")
    if row == "total":
        return ("total", column)
    months = [month.month for month in entry.record.months]
    return ("mois", months.index(row), column)


RULES = (season_has_two_years, no_count_is_small, shown_counts_agree)
