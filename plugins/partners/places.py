"""The places where culture lives: their list by department and type, their page."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plugins.catalog.models.place import Family, Place, PlaceType
from plugins.catalog.models.territory import Department
from plugins.french import at_town, plural, slugify
from plugins.partners.facts import place_facts
from plugins.partners.questions import record_question
from plugins.partners.structured_data import place_data
from plugins.partners.territory import Territory, in_order
from plugins.resources import Crumb, Page
from plugins.views import drawings
from plugins.views.access import access_facts
from plugins.views.cards import Chip, PlaceCard, place_card
from plugins.views.freshness import age_warning
from plugins.views.towns import town_label

PLACES = Crumb("Lieux", "/lieux/")
MOST_OTHERS = 12
MOST_TOGETHER = 40  # places of one type: more of them have their own page, light on an old phone

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
    """Hold the places of one type in one department; a long group is `apart`, on a page of its own."""

    label: str
    anchor: str
    address: str
    places: tuple[PlaceCard, ...]
    apart: bool = False


@dataclass(frozen=True)
class PlaceDepartment:
    """Hold the places of a department, by type."""

    name: str
    address: str
    count: int
    groups: tuple[PlaceGroup, ...]


def places_pages(territory: Territory) -> Iterator[Page]:
    """Return the hub of the places and a list for each department: together they would weigh too much."""
    places = _listed(territory)
    departments = [_department(department, places, territory) for department in Department]
    departments = [department for department in departments if department.groups]
    yield Page(
        address=PLACES.address,
        template="places",
        title="Les lieux de culture",
        description="Musées, théâtres, cinémas, bibliothèques, festivals… les lieux de culture de Drôme et d’Ardèche.",
        context={
            "departments": tuple(departments),
            "count": len(places),
            "filters": tuple(_filters(departments, territory)),
        },
    )
    for department in departments:
        yield Page(
            address=department.address,
            template="places-department",
            title=f"Les lieux de culture : {department.name}",
            description=f"{plural(department.count, 'lieu', 'lieux')} de culture : {department.name}, genre par genre.",
            context={"department": department},
            breadcrumbs=(PLACES,),
        )
        yield from (_apart_page(group, department) for group in department.groups if group.apart)


def _apart_page(group: PlaceGroup, department: PlaceDepartment) -> Page:
    name = f"{group.label} : {department.name}"
    alone = PlaceDepartment(name, group.address, len(group.places), (replace(group, apart=False),))
    return Page(
        address=group.address,
        template="places-department",
        title=name,
        description=f"{name}, avec leur commune.",
        context={"department": alone},
        breadcrumbs=(PLACES, Crumb(department.name, department.address)),
    )


def place_page(place: Place, territory: Territory) -> Page:
    """Return the page of a place."""
    catalog = territory.catalog
    commune = catalog.communes[place.commune]
    town = town_label(commune, catalog)
    facts = place_facts(place, catalog)
    return Page(
        address=place.address,
        template="place",
        title=place.name if commune.name in place.name else f"{place.name}, {town}",
        description=f"{place.name}, {at_town(town)} ({commune.department.label}) : {place.type.label.lower()}, "
        "adresse, accès et sorties gratuites.",
        context={
            "place": place,
            "drawing": drawings.PLACES[place.type],
            "facts": facts,
            "warning": "" if place.closed else age_warning(place.verified_on, "places", territory.today),
            "question": record_question(place, facts, territory),
            "access": access_facts(place.access),
            "events": territory.events_by_venue.get(place.slug, ()),
            "others": _others(place, territory),
            "commune": commune,
            "described": place_data(place, catalog, territory.url),
        },
        breadcrumbs=(PLACES, Crumb(town, commune.address)),
        modified=place.verified_on,
    )


def _listed(territory: Territory) -> tuple[Place, ...]:
    cultural = (partner for partner in territory.partners() if partner.family is Family.CULTURAL)
    return in_order([*territory.catalog.places.values(), *cultural])


def _department(department: Department, places: tuple[Place, ...], territory: Territory) -> PlaceDepartment:
    here = [place for place in places if territory.catalog.communes[place.commune].department is department]
    address = f"{PLACES.address}{slugify(department.label)}/"
    groups = tuple(_groups(department, address, here, territory))
    return PlaceDepartment(department.label, address, len(here), groups)


def _groups(
    department: Department, address: str, here: list[Place], territory: Territory
) -> Iterator[PlaceGroup]:
    for place_type in PlaceType:
        cards = tuple(place_card(place, territory.catalog) for place in here if place.type is place_type)
        if cards:
            label = PLURALS[place_type]
            anchor = f"{slugify(department.label)}-{place_type.value}"
            apart = len(cards) > MOST_TOGETHER
            own = f"{address}{slugify(label)}/" if apart else f"{address}#{anchor}"
            yield PlaceGroup(label[:1].upper() + label[1:], anchor, own, cards, apart)


def _filters(departments: list[PlaceDepartment], territory: Territory) -> Iterator[Chip]:
    for department in departments:
        yield Chip(department.name, department.address, department.count)
    yield Chip("Par commune", "/communes/", len(territory.catalog.communes))
    yield Chip("Nos partenaires", "/partenaires/", len(territory.partners()))


def _others(place: Place, territory: Territory) -> tuple[PlaceCard, ...]:
    others = in_order(
        other for other in territory.catalog.places_in(place.commune) if other.slug != place.slug
    )
    return tuple(place_card(other, territory.catalog) for other in others[:MOST_OTHERS])
