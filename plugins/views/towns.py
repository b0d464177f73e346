"""How a town and an address are named, so that two towns of one name are never confused."""

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, EventPlace
from plugins.catalog.models.place import Place
from plugins.catalog.models.territory import Commune


def town_label(commune: Commune, catalog: Catalog) -> str:
    """Return the town's name, with its department when another town has the same name (« Lemps (Drôme) »)."""
    return f"{commune.name} ({commune.department.label})" if catalog.has_namesake(commune) else commune.name


def event_town(event: Event, catalog: Catalog) -> Commune:
    """Return the town where an outing takes place."""
    return catalog.communes[catalog.venue_town(event)]


def event_venue(event: Event, catalog: Catalog) -> Place | EventPlace:
    """Return the record of the place, or the address written in the outing."""
    if event.elsewhere is not None:
        return event.elsewhere
    return catalog.venue(event.place or "")


def address_lines(venue: Place | EventPlace, catalog: Catalog) -> tuple[str, ...]:
    """Return the postal address as it is read on an envelope: name, street, postcode and town."""
    commune = catalog.communes[venue.commune]
    postcode = venue.postcode or (commune.postcodes[0] if len(commune.postcodes) == 1 else "")
    town = f"{postcode} {commune.name}" if postcode else town_label(commune, catalog)
    return tuple(line for line in (venue.name, venue.street, town) if line)
