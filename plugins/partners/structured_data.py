"""What programs read of a place and of a partner: schema.org's Place, its kinds, and Organization."""

from plugins.catalog import Catalog
from plugins.catalog.models.place import Family, Partner, Place, PlaceType
from plugins.views.structured_data import SCHEMA, Data, coordinates, known, postal_address

TYPES = {
    PlaceType.ARCHIVES: "ArchiveOrganization",
    PlaceType.LIBRARY: "Library",
    PlaceType.CINEMA: "MovieTheater",
    PlaceType.FESTIVAL: "Organization",
    PlaceType.MUSEUM: "Museum",
    PlaceType.MUSIC_VENUE: "MusicVenue",
    PlaceType.ARTS_VENUE: "PerformingArtsTheater",
    PlaceType.THEATRE: "PerformingArtsTheater",
}
"""The kinds that schema.org has; the others are plain places. A festival has no walls: those who make it are told."""
WITHOUT_WALLS = frozenset({"Organization", "GovernmentOrganization"})


def place_data(place: Place, catalog: Catalog, url: str) -> Data:
    """Return a place: where it is and how to reach it; one that has closed gives no number to call."""
    return _described(place, TYPES.get(place.type, "Place"), "lieu", catalog, url)


def partner_data(partner: Partner, catalog: Catalog, url: str) -> Data:
    """Return a partner: a place of culture as such, any other as an organisation."""
    kind = {
        Family.CULTURAL: TYPES.get(partner.type, "Organization"),
        Family.SOCIAL: "Organization",
        Family.INSTITUTION: "GovernmentOrganization",
    }[partner.family]
    return _described(partner, kind, "partenaire", catalog, url)


def _described(place: Place, kind: str, mark: str, catalog: Catalog, url: str) -> Data:
    return known(
        {
            "@context": SCHEMA,
            "@type": kind,
            "@id": f"{url}{place.address}#{mark}",
            "name": place.name,
            "mainEntityOfPage": f"{url}{place.address}",
            "url": None if place.closed else place.website,
            "telephone": None if place.closed else place.phone,
            "address": postal_address(place, catalog),
            "geo": None if kind in WITHOUT_WALLS else coordinates(place),
        }
    )
