"""Lay out what has changed name, year by year: each line is one `remplace_par` of the files."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym
from plugins.french import enumerate_fr, plural
from plugins.resources import Crumb, Page
from plugins.views.replacements import spoken

HISTORY = "/sigles/histoire/"


@dataclass(frozen=True)
class Change:
    """Hold one acronym that went out of use, and what is said instead (empty: nothing took its place)."""

    acronym: str
    address: str
    became: str


@dataclass(frozen=True)
class YearOfChanges:
    """Hold what changed in a year; `anchor` is the place to jump to."""

    label: str
    anchor: str
    changes: tuple[Change, ...]


def history_page(acronyms: Iterable[Acronym], catalog: Catalog, parent: Crumb) -> Page:
    """Return the page of every change of name, the last year first."""
    years = changes_by_year(acronyms, catalog)
    count = sum(len(year.changes) for year in years)
    return Page(
        address=HISTORY,
        template="acronyms-history",
        title="Ce qui a changé de nom",
        description=f"{plural(count, 'sigle')} qui ne servent plus, année par année, et ce que l’on dit maintenant.",
        context={"years": years},
        breadcrumbs=(parent,),
    )


def changes_by_year(acronyms: Iterable[Acronym], catalog: Catalog) -> tuple[YearOfChanges, ...]:
    """File acronyms already in order under the year they were replaced; unknown years come last."""
    years: defaultdict[int, list[Change]] = defaultdict(list)
    for acronym in acronyms:
        if not acronym.is_current:
            years[acronym.until or 0].append(
                Change(acronym.acronym, acronym.address, _became(acronym, catalog))
            )
    return tuple(_year(year, years[year]) for year in sorted(years, reverse=True))


def _year(year: int, changes: list[Change]) -> YearOfChanges:
    if not year:
        return YearOfChanges("Année à retrouver", "annee-inconnue", tuple(changes))
    return YearOfChanges(str(year), f"annee-{year}", tuple(changes))


def _became(acronym: Acronym, catalog: Catalog) -> str:
    later = [spoken(catalog.acronyms[slug]) for slug in acronym.replaced_by]
    return acronym.replaced_by_text or enumerate_fr(later)
