"""What programs read of a page, in JSON-LD: the parts that several sections write alike.

Vocabulary: https://schema.org. What is not known is left out, never guessed. Each type and each property that
we use is in tests/site/schema_org.py, which holds every page to them.
"""

from collections.abc import Iterable
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.models.association import Association
from plugins.catalog.models.place import Place, Position
from plugins.resources import Crumb

SCHEMA = "https://schema.org"
CC_BY = "https://creativecommons.org/licenses/by/4.0/"

Data = dict[str, Any]


def publisher(association: Association, url: str) -> Data:
    """Name the association; the home page tells the rest of it under the same `@id`."""
    return {"@type": "NGO", "@id": f"{url}/#association", "name": association.name, "url": f"{url}/"}


def breadcrumb_list(crumbs: Iterable[Crumb], title: str, address: str, url: str) -> Data:
    """Return the way from the home page to a page, itself included, as its breadcrumb shows it.

    Source: Google Search Central, « Breadcrumb structured data ».
    """
    way = [("Accueil", "/"), *((crumb.label, crumb.address) for crumb in crumbs if crumb.address != address)]
    steps = [*((label, step) for label, step in way if step != address), (title, address)]
    return {"@context": SCHEMA, "@type": "BreadcrumbList", "itemListElement": _items(steps, url)}


def item_list(addresses: Iterable[str], name: str, url: str) -> Data:
    """Return a list whose order matters by the address of each thing, whose page tells the rest.

    Source: https://schema.org/itemListElement, « for Text values ».
    """
    listed = [f"{url}{item}" for item in addresses]
    return {
        "@context": SCHEMA,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(listed),
        "itemListElement": listed,
    }


def postal_address(place: Place, catalog: Catalog) -> Data:
    """Return the address of a place, as far as it is known."""
    town = catalog.communes[place.commune]
    postcode = place.postcode or (town.postcodes[0] if len(town.postcodes) == 1 else None)
    found = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "postalCode": postcode,
        "addressLocality": town.name,
        "addressRegion": town.department.label,
        "addressCountry": "FR",
    }
    return known(found)


def coordinates(place: Place) -> Data | None:
    """Return where a place stands (WGS 84), unless its point is only the middle of its town."""
    if place.latitude is None or place.longitude is None or place.position is Position.TOWN_CENTRE:
        return None
    return {"@type": "GeoCoordinates", "latitude": place.latitude, "longitude": place.longitude}


def known(found: Data) -> Data:
    """Return what is known of it: nothing empty is told."""
    return {key: value for key, value in found.items() if value not in (None, "", [], ())}


def _items(steps: Iterable[tuple[str, str]], url: str) -> list[Data]:
    return [
        {"@type": "ListItem", "position": position, "name": label, "item": f"{url}{step}"}
        for position, (label, step) in enumerate(steps, 1)
    ]
