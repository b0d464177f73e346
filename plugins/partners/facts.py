"""The rows of a place's page, which a partner's page shows too."""

from collections.abc import Iterator

from plugins.catalog import Catalog
from plugins.catalog.models.place import Place, Position
from plugins.french import enumerate_fr
from plugins.partners.opening_hours import hours_in_french
from plugins.views.cards import Fact
from plugins.views.links import web_name
from plugins.views.towns import address_lines, town_label

MAP = "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=18/{lat}/{lon}"


def place_facts(place: Place, catalog: Catalog) -> tuple[Fact, ...]:
    """Return the rows of a place, in the order a visitor asks: what, where, when, how to reach it, how we know."""
    return (
        *_what(place),
        *_where(place, catalog),
        *_when(place),
        *_how_to_reach(place),
        *_how_we_know(place),
    )


def _what(place: Place) -> Iterator[Fact]:
    yield Fact("Genre de lieu", place.type.label)
    if place.disciplines and place.disciplines != (place.type.label.lower(),):
        yield Fact("On y trouve", enumerate_fr(place.disciplines))
    if place.details:
        yield Fact("Plus précisément", place.details)
    if place.label:
        yield Fact("Label", place.label)
    if place.founded:
        yield Fact("Créé en", str(place.founded))


def _where(place: Place, catalog: Catalog) -> Iterator[Fact]:
    commune = catalog.communes[place.commune]
    yield Fact("Commune", town_label(commune, catalog), commune.address)
    if place.street:
        yield Fact("Adresse", ", ".join(address_lines(place, catalog)[1:]))
    known = place.latitude is not None and place.longitude is not None
    if known and place.position is Position.ADDRESS:
        address = MAP.format(lat=place.latitude, lon=place.longitude)
        yield Fact("Carte", "Voir sur OpenStreetMap", address)


def _when(place: Place) -> Iterator[Fact]:
    if place.closed:
        yield Fact("Fermé", place.closed)
    if place.season:
        yield Fact("Période", place.season)
    if place.opening_hours:
        yield Fact("Horaires", hours_in_french(place.opening_hours))


def _how_to_reach(place: Place) -> Iterator[Fact]:
    if place.phone:
        yield Fact("Téléphone", place.phone)
    if place.website:
        yield Fact("Site", web_name(place.website), place.website)
    if place.acceslibre:
        yield Fact("Accessibilité", "Voir la fiche sur Acceslibre", place.acceslibre)


def _how_we_know(place: Place) -> Iterator[Fact]:
    if place.source_year:
        yield Fact("Année de la source", place.source_year)
    if place.reliability:
        yield Fact("Fiabilité", place.reliability.label.capitalize())
