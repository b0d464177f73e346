"""The places where culture lives: their list by department and type, their page."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.models.place import Family, Place, PlaceType
from plugins.catalog.models.territory import Department
from plugins.french import at_town, slugify
from plugins.partners.facts import place_facts
from plugins.partners.territory import Territory, in_order
from plugins.resources import Crumb, Page
from plugins.views.access import access_facts
from plugins.views.cards import Chip, PlaceCard, place_card
from plugins.views.towns import town_label

PLACES = Crumb("Lieux", "/lieux/")
MOST_OTHERS = 12

PLURALS = {
    PlaceType.ARCHIVES: "archives",
    PlaceType.LIBRARY: "bibliothèques",
    PlaceType.ART_CENTRE: "centres d’art",
    PlaceType.CULTURAL_CENTRE: "centres culturels",
    PlaceType.CINEMA: "cinémas",
    PlaceType.CIRCUS: "cirque",
    PlaceType.FESTIVAL: "festivals",
    PlaceType.YOUTH_CENTRE: "MJC",
    PlaceType.MUSIC_VENUE: "musiques actuelles",
    PlaceType.MUSEUM: "musées",
    PlaceType.HERITAGE: "patrimoine",
    PlaceType.STREET_ARTS: "arts de la rue",
    PlaceType.ARTS_VENUE: "scènes pluridisciplinaires",
    PlaceType.THEATRE: "théâtres",
    PlaceType.SOCIAL_STRUCTURE: "structures sociales",
    PlaceType.TOWN_HALL: "collectivités",
    PlaceType.OTHER: "autres lieux",
}


@dataclass(frozen=True)
class PlaceGroup:
    """Hold the places of one type in one department."""

    label: str
    anchor: str
    places: tuple[PlaceCard, ...]


def places_page(territory: Territory) -> Page:
    """Return the list of all places; cultural partners are places too."""
    places = _listed(territory)
    groups = {department: tuple(_groups(department, places, territory)) for department in Department}
    return Page(
        address=PLACES.address,
        template="places",
        title="Les lieux de culture",
        description="Musées, théâtres, cinémas, bibliothèques, festivals… les lieux de culture de Drôme et d’Ardèche.",
        context={
            "groups": tuple(group for found in groups.values() for group in found),
            "count": len(places),
            "filters": tuple(_filters(groups, territory)),
        },
    )


def place_page(place: Place, territory: Territory) -> Page:
    """Return the page of a place."""
    catalog = territory.catalog
    commune = catalog.communes[place.commune]
    town = town_label(commune, catalog)
    return Page(
        address=place.address,
        template="place",
        title=place.name if commune.name in place.name else f"{place.name}, {town}",
        description=f"{place.name}, {at_town(town)} ({commune.department.label}) : {place.type.label.lower()}, "
        "adresse, accès et sorties gratuites.",
        context={
            "place": place,
            "facts": place_facts(place, catalog),
            "access": access_facts(place.access),
            "events": territory.events_by_venue.get(place.slug, ()),
            "others": _others(place, territory),
            "commune": commune,
        },
        breadcrumbs=(PLACES, Crumb(town, commune.address)),
        modified=place.verified_on,
    )


def _listed(territory: Territory) -> tuple[Place, ...]:
    cultural = (partner for partner in territory.partners() if partner.family is Family.CULTURAL)
    return in_order([*territory.catalog.places.values(), *cultural])


def _groups(department: Department, places: tuple[Place, ...], territory: Territory) -> Iterator[PlaceGroup]:
    catalog = territory.catalog
    here = [place for place in places if catalog.communes[place.commune].department is department]
    for place_type in PlaceType:
        cards = tuple(place_card(place, catalog) for place in here if place.type is place_type)
        if cards:
            label = f"{department.label} : {PLURALS[place_type]}"
            yield PlaceGroup(label, f"{slugify(department.label)}-{place_type.value}", cards)


def _filters(groups: dict[Department, tuple[PlaceGroup, ...]], territory: Territory) -> Iterator[Chip]:
    for department, found in groups.items():
        if found:
            count = sum(len(group.places) for group in found)
            yield Chip(department.label, f"{PLACES.address}#{found[0].anchor}", count)
    yield Chip("Par commune", "/communes/", len(territory.catalog.communes))
    yield Chip("Nos partenaires", "/partenaires/", len(territory.partners()))


def _others(place: Place, territory: Territory) -> tuple[PlaceCard, ...]:
    others = in_order(
        other for other in territory.catalog.places_in(place.commune) if other.slug != place.slug
    )
    return tuple(place_card(other, territory.catalog) for other in others[:MOST_OTHERS])
