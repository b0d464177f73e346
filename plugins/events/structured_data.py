"""What programs read of an outing: schema.org's Event, in JSON-LD.

Vocabulary: https://schema.org/Event. What is asked of it: Google Search Central, « Event structured data »
(required: name, startDate, location; the rest recommended). What is not known is left out, never guessed.
"""

from collections.abc import Iterator
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.models.event import (
    AgeRange,
    Audience,
    Event,
    EventPlace,
    EventStatus,
    Genre,
    Occurrence,
)
from plugins.catalog.models.place import Place, Position
from plugins.catalog.recurrence import expand
from plugins.events.calendar import Season
from plugins.views.calendar import is_past, shown_occurrence
from plugins.views.events import free_in_words
from plugins.views.towns import event_town, event_venue

SCHEMA = "https://schema.org"
MOST = 30  # dates told one by one: a weekly workshop of a year would weigh more than its page
TYPES = {
    Genre.THEATRE: "TheaterEvent",
    Genre.PUPPETS: "TheaterEvent",
    Genre.DANCE: "DanceEvent",
    Genre.MUSIC: "MusicEvent",
    Genre.CINEMA: "ScreeningEvent",
    Genre.EXHIBITION: "ExhibitionEvent",
    Genre.WORKSHOP: "EducationEvent",
    Genre.TALK: "EducationEvent",
    Genre.READING: "LiteraryEvent",
    Genre.PARTY: "SocialEvent",
    Genre.FESTIVAL: "Festival",
}
"""The subtypes that schema.org has; the other genres are plain events."""


def structured_data(event: Event, season: Season, url: str) -> dict[str, Any]:
    """Return an Event for each date still to come, the first ones, or for the last date when all is over.

    Google asks for one Event a date: a rule that repeats is not understood.
    """
    coming = [found for found in expand(event) if not is_past(found, season.today)]
    dates = coming[:MOST] or [shown_occurrence(event, season.today)]
    told = [dict(_event(event, occurrence, season.catalog, url)) for occurrence in dates]
    return {"@context": SCHEMA, **told[0]} if len(told) == 1 else {"@context": SCHEMA, "@graph": told}


def _event(event: Event, occurrence: Occurrence, catalog: Catalog, url: str) -> Iterator[tuple[str, Any]]:
    yield "@type", _type(event)
    yield "@id", f"{url}{event.address}#{occurrence.start.isoformat()}"
    yield "name", event.title
    yield "description", event.summary
    yield "url", f"{url}{event.address}"
    yield "inLanguage", "fr"
    yield "startDate", occurrence.start.isoformat()
    if occurrence.finish is not None:
        yield "endDate", occurrence.finish.isoformat()
    yield from _status(event)
    yield "eventAttendanceMode", f"{SCHEMA}/OfflineEventAttendanceMode"
    yield "location", _place(event, catalog)
    yield "isAccessibleForFree", True
    yield "offers", dict(_offer(event, url))
    if event.organiser:
        yield "organizer", {"@type": "Organization", "name": event.organiser}
    if event.picture:
        yield "image", [f"{url}/images/{event.picture.file}"]
    if ages := _ages(event.age):
        yield "typicalAgeRange", ages
    if number := catalog.number_of(event):
        yield "identifier", number


def _type(event: Event) -> str | list[str]:
    kind = TYPES.get(event.genre, "Event")
    if event.audiences != (Audience.CHILDREN,):
        return kind
    return "ChildrensEvent" if kind == "Event" else [kind, "ChildrensEvent"]


def _status(event: Event) -> Iterator[tuple[str, Any]]:
    """Say whether it takes place; a former date is only told of what has a new one, as Google asks."""
    if event.status is EventStatus.CANCELLED:
        yield "eventStatus", f"{SCHEMA}/EventCancelled"
    elif event.former_start is not None:
        yield "eventStatus", f"{SCHEMA}/EventRescheduled"
        yield "previousStartDate", event.former_start.isoformat()
    else:
        yield "eventStatus", f"{SCHEMA}/EventScheduled"


def _offer(event: Event, url: str) -> Iterator[tuple[str, Any]]:
    closed = event.status in {EventStatus.FULL, EventStatus.CANCELLED}
    booking = event.booking
    yield "@type", "Offer"
    yield "price", 0
    yield "priceCurrency", "EUR"
    yield "description", free_in_words(event.free)
    yield "availability", f"{SCHEMA}/{'SoldOut' if closed else 'InStock'}"
    yield "url", (booking.link if booking else None) or f"{url}{event.address}"
    if event.publish_on:
        yield "validFrom", event.publish_on.isoformat()
    if booking and booking.before:
        yield "validThrough", booking.before.isoformat()


def _place(event: Event, catalog: Catalog) -> dict[str, Any]:
    venue = event_venue(event, catalog)
    town = event_town(event, catalog)
    postcode = venue.postcode or (town.postcodes[0] if len(town.postcodes) == 1 else None)
    address = {
        "@type": "PostalAddress",
        "streetAddress": venue.street,
        "postalCode": postcode,
        "addressLocality": town.name,
        "addressRegion": town.department.label,
        "addressCountry": "FR",
    }
    found: dict[str, Any] = {"@type": "Place", "name": venue.name}
    found["address"] = {key: value for key, value in address.items() if value}
    if (point := _point(venue)) is not None:
        found["geo"] = point
    return found


def _point(venue: Place | EventPlace) -> dict[str, Any] | None:
    """Return the coordinates of a place, unless they only point at the middle of its town."""
    if isinstance(venue, EventPlace) or venue.latitude is None or venue.position is Position.TOWN_CENTRE:
        return None
    return {"@type": "GeoCoordinates", "latitude": venue.latitude, "longitude": venue.longitude}


def _ages(age: AgeRange | None) -> str:
    """Return « 6-12 », « 6- » or « 0-12 », as schema.org writes ages."""
    if age is None or (age.minimum is None and age.maximum is None):
        return ""
    return f"{age.minimum or 0}-{'' if age.maximum is None else age.maximum}"
