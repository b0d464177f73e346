"""What is in each town and at each place on a given day, and which towns are nearest."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Partner, Place
from plugins.catalog.models.territory import Commune
from plugins.french import plural, sort_key
from plugins.views.calendar import coming_events
from plugins.views.cards import EventCard
from plugins.views.events import event_card
from plugins.views.maps import Land, Projection, land, projection
from plugins.views.meetings import SessionLine, session_line

P = TypeVar("P", bound=Place)

LOCATOR = 80  # units: the width of the small map of a town
GRAIN = 1.5  # units: what is smaller is not seen on it, and weighs as much
EARTH_RADIUS = 6371.0  # kilometres, mean radius (IUGG)


@dataclass(frozen=True)
class Presence:
    """Count what a town has: coming outings, places, partners."""

    events: int
    places: int
    partners: int

    @property
    def total(self) -> int:
        """Count everything."""
        return self.events + self.places + self.partners

    @property
    def words(self) -> str:
        """Return « 2 sorties, 1 lieu », or nothing when there is nothing."""
        counts = (
            (self.events, "sortie", ""),
            (self.places, "lieu", "lieux"),
            (self.partners, "partenaire", ""),
        )
        return ", ".join(plural(count, one, many or None) for count, one, many in counts if count)


@dataclass(frozen=True)
class Territory:
    """Hold what every page of the section reads, indexed once."""

    catalog: Catalog
    today: date
    url: str
    events_by_venue: dict[str, tuple[EventCard, ...]]
    events_by_town: dict[str, tuple[EventCard, ...]]
    lively_towns: tuple[Commune, ...]
    sessions_by_town: dict[str, tuple[SessionLine, ...]]
    frame: Projection
    ground: Land

    def partners(self) -> tuple[Partner, ...]:
        """Return the partners of that day, former ones left out, in alphabetical order."""
        current = (partner for partner in self.catalog.partners.values() if partner.is_current(self.today))
        return in_order(current)

    def partners_in(self, commune: Commune) -> tuple[Partner, ...]:
        """Return the partners of a town, former ones left out."""
        found = self.catalog.partners_in(commune.insee)
        return in_order(partner for partner in found if partner.is_current(self.today))

    def presence(self, commune: Commune) -> "Presence":
        """Count the coming outings, the places and the partners of a town."""
        return Presence(
            events=len(self.events_by_town.get(commune.insee, ())),
            places=len(self.catalog.places_in(commune.insee)),
            partners=len(self.partners_in(commune)),
        )

    def nearest(self, commune: Commune, count: int) -> tuple[tuple[Commune, float], ...]:
        """Return the nearest towns that have a place, a partner or an outing, with the distance in kilometres."""
        others = (
            (town, distance(commune, town)) for town in self.lively_towns if town.insee != commune.insee
        )
        return tuple(nsmallest(count, others, key=lambda found: (found[1], found[0].insee)))


def open_territory(catalog: Catalog, today: date, url: str) -> Territory:
    """Index once what the pages of that day read."""
    events = coming_events(catalog, today)
    cards = {event.slug: event_card(event, catalog, today) for event in events}
    by_town = _filed(events, cards, catalog.venue_town)
    lively = {place.commune for place in catalog.places.values()} | by_town.keys()
    lively |= {partner.commune for partner in catalog.partners.values() if partner.is_current(today)}
    frame = projection(catalog, LOCATOR, margin=4)
    return Territory(
        catalog=catalog,
        today=today,
        url=url,
        events_by_venue=_filed(events, cards, lambda event: event.place),
        events_by_town=by_town,
        lively_towns=tuple(commune for code, commune in catalog.communes.items() if code in lively),
        sessions_by_town=_sessions(catalog, today),
        frame=frame,
        ground=land(catalog, frame, GRAIN),
    )


def distance(here: Commune, there: Commune) -> float:
    """Return the distance between two towns as the crow flies, in kilometres (haversine formula)."""
    phi, other_phi = radians(here.latitude), radians(there.latitude)
    across = radians(there.longitude - here.longitude)
    half = sin((other_phi - phi) / 2) ** 2 + cos(phi) * cos(other_phi) * sin(across / 2) ** 2
    return 2 * EARTH_RADIUS * asin(sqrt(half))


def in_order(places: Iterable[P]) -> tuple[P, ...]:
    """Return places in alphabetical order, those that have closed last."""
    return tuple(sorted(places, key=lambda place: (bool(place.closed), sort_key(place.name), place.slug)))


def _filed(
    events: Iterable[Event], cards: dict[str, EventCard], key: Callable[[Event], str | None]
) -> dict[str, tuple[EventCard, ...]]:
    filed: defaultdict[str, list[EventCard]] = defaultdict(list)
    for event in events:
        if name := key(event):
            filed[name].append(cards[event.slug])
    return {name: tuple(found) for name, found in filed.items()}


def _sessions(catalog: Catalog, today: date) -> dict[str, tuple[SessionLine, ...]]:
    filed: defaultdict[str, list[SessionLine]] = defaultdict(list)
    found = ((session, meeting) for meeting in catalog.meetings.values() for session in meeting.sessions)
    for session, meeting in sorted(found, key=lambda pair: (pair[0].date, pair[1].slug)):
        filed[session.commune].append(session_line(session, meeting, meeting.title, meeting.address, today))
    return {code: tuple(lines) for code, lines in filed.items()}
