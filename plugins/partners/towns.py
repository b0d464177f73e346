"""The towns: their index by department and letter, and a hub for each of them, lively or not."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from plugins.catalog.models.territory import Commune, Department
from plugins.french import at_town, enumerate_fr, format_number, initial, plural, slugify, sort_key
from plugins.partners.territory import Territory, in_order
from plugins.resources import Crumb, Page
from plugins.views.cards import Fact, PlaceCard, place_card
from plugins.views.conventions import convention_card
from plugins.views.series import series_card
from plugins.views.towns import town_label

TOWNS = Crumb("Communes", "/communes/")
NEAREST = 5
MOST_EVENTS, MOST_PLACES = 3, 6
"""What the page of a town shows: more would weigh more than a page may. All of it is on lists of its own."""

GROUPINGS = {
    "CA": "Communauté d’agglomération",
    "CC": "Communauté de communes",
    "CU": "Communauté urbaine",
}


@dataclass(frozen=True)
class TownLine:
    """Hold a town in a list; `note` counts what is there, in words (« 2 sorties, 1 lieu »)."""

    name: str
    address: str
    note: str


@dataclass(frozen=True)
class NearTown:
    """Hold a town around another one."""

    name: str
    address: str
    distance: str
    note: str


@dataclass(frozen=True)
class LetterGroup:
    """Hold the towns of a department that begin with one letter, and the address of their list."""

    letter: str
    address: str
    communes: tuple[TownLine, ...]

    @property
    def label(self) -> str:
        """Return the letter, as it is written in the row of letters."""
        return self.letter

    @property
    def words(self) -> str:
        """Return « 19 communes, Albon à Autichamp », in the singular when there is one."""
        first, last = self.communes[0].name, self.communes[-1].name
        return f"{plural(len(self.communes), 'commune')}, {first} à {last}" if first != last else first


@dataclass(frozen=True)
class DepartmentGroup:
    """Hold the towns of a department, by letter, and those that have something."""

    name: str
    address: str
    count: int
    letters: tuple[LetterGroup, ...]
    lively: tuple[TownLine, ...]


def towns_pages(territory: Territory) -> Iterator[Page]:
    """Return the index of the towns, a page for each department, and one for each of its letters, so that all are light."""
    towns = tuple(territory.catalog.communes.values())
    groups = [_department(department, towns, territory) for department in Department]
    groups = [group for group in groups if group.letters]
    yield Page(
        address=TOWNS.address,
        template="communes",
        title="Près de chez moi",
        description=f"{plural(len(towns), 'commune')} de Drôme et d’Ardèche : les sorties gratuites et les lieux de culture.",
        context={"departments": tuple(groups), "count": len(towns)},
    )
    for group in groups:
        yield Page(
            address=group.address,
            template="communes-department",
            title=f"Toutes les communes : {group.name}",
            description=f"{plural(group.count, 'commune')} : {group.name}, par ordre alphabétique, avec leurs sorties "
            "gratuites et leurs lieux de culture.",
            context={"department": group},
            breadcrumbs=(TOWNS,),
        )
        yield from (_letter_page(letter, group) for letter in group.letters)


def _letter_page(letter: LetterGroup, department: DepartmentGroup) -> Page:
    count = plural(len(letter.communes), "commune")
    return Page(
        address=letter.address,
        template="communes-letter",
        title=f"Les communes en {letter.letter} : {department.name}",
        description=f"{count} en {letter.letter} : {department.name}, avec leurs sorties gratuites et leurs lieux de culture.",
        context={"department": department, "letter": letter},
        breadcrumbs=(TOWNS, Crumb(department.name, department.address)),
    )


def hub_pages(commune: Commune, territory: Territory) -> Iterator[Page]:
    """Return the hub of a town: what is there, and what is around; and the list of its places when there are many."""
    catalog = territory.catalog
    name = town_label(commune, catalog)
    places = in_order(catalog.places_in(commune.insee))
    cards = tuple(place_card(place, catalog) for place in places)
    events = territory.events_by_town.get(commune.insee, ())
    if len(cards) > MOST_PLACES:
        yield _places_page(commune, cards, territory)
    yield Page(
        address=commune.address,
        template="commune",
        title=f"Sorties et lieux de culture {at_town(name)}",
        description=f"Les sorties gratuites et les lieux de culture {at_town(name)} ({commune.department.label}), "
        "et tout près.",
        context={
            "commune": commune,
            "facts": tuple(_facts(commune)),
            "events": events[:MOST_EVENTS],
            "event_count": len(events),
            "places": cards[:MOST_PLACES],
            "place_count": len(cards),
            "partners": tuple(place_card(partner, catalog) for partner in territory.partners_in(commune)),
            "nearest": tuple(_nearest(commune, territory)),
            **_around(commune, territory),
        },
        breadcrumbs=(TOWNS,),
    )


def _places_page(commune: Commune, places: tuple[PlaceCard, ...], territory: Territory) -> Page:
    name = town_label(commune, territory.catalog)
    return Page(
        address=f"{commune.address}lieux/",
        template="commune-places",
        title=f"Tous les lieux de culture {at_town(name)}",
        description=f"{plural(len(places), 'lieu', 'lieux')} de culture {at_town(name)} ({commune.department.label}), "
        "un par un.",
        context={"commune": commune, "places": places},
        breadcrumbs=(TOWNS, Crumb(name, commune.address)),
    )


def _around(commune: Commune, territory: Territory) -> dict[str, Any]:
    catalog, code = territory.catalog, commune.insee
    local = (series for series in catalog.series.values() if series.commune == code)
    return {
        "list_address": f"/sorties/a/{commune.slug}/" if code in territory.events_by_town else "",
        "series": tuple(series_card(series, catalog, territory.today) for series in local),
        "conventions": tuple(
            convention_card(found, catalog, territory.today)
            for found in catalog.conventions.values()
            if found.commune == code
        ),
        "sessions": territory.sessions_by_town.get(code, ()),
        "land": territory.ground,
        "dot": tuple(round(place) for place in territory.frame.town(commune)),
    }


def town_line(town: Commune, territory: Territory) -> TownLine:
    """Return the line of a town in a list of its department."""
    return TownLine(town.name, town.address, territory.presence(town).words)


def _department(department: Department, towns: tuple[Commune, ...], territory: Territory) -> DepartmentGroup:
    here = [town for town in towns if town.department is department]
    here.sort(key=lambda town: (sort_key(town.name), town.insee))
    address = f"{TOWNS.address}{slugify(department.label)}/"
    letters = (
        LetterGroup(
            letter, f"{address}{letter.lower()}/", tuple(town_line(town, territory) for town in group)
        )
        for letter, group in groupby(here, lambda town: initial(town.name))
    )
    lively = {town.insee for town in territory.lively_towns}
    return DepartmentGroup(
        name=department.label,
        address=address,
        count=len(here),
        letters=tuple(letters),
        lively=tuple(town_line(town, territory) for town in here if town.insee in lively),
    )


def _nearest(commune: Commune, territory: Territory) -> Iterator[NearTown]:
    for town, kilometres in territory.nearest(commune, NEAREST):
        name = town_label(town, territory.catalog)
        distance = f"{format_number(max(round(kilometres), 1))}\u00a0km"
        yield NearTown(name, town.address, distance, territory.presence(town).words)


def _facts(commune: Commune) -> Iterator[Fact]:
    yield Fact("Département", f"{commune.department.label} ({commune.department.value})")
    codes = enumerate_fr(commune.postcodes)
    yield Fact("Code postal" if len(commune.postcodes) == 1 else "Codes postaux", codes)
    yield Fact("Population", plural(commune.population, "habitant"))
    if commune.grouping:
        yield Fact("Intercommunalité", _grouping(commune.grouping))
    if commune.former_names:
        label = "Ancien nom" if len(commune.former_names) == 1 else "Anciens noms"
        yield Fact(label, enumerate_fr(commune.former_names))
    yield Fact("Code INSEE", commune.insee)


def _grouping(name: str) -> str:
    kind, _, rest = name.partition(" ")
    return f"{GROUPINGS[kind]} {rest}" if kind in GROUPINGS and rest else name
