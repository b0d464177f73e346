"""The outings in the shape that OpenAgenda gives and takes, so that an agenda of a town can read ours.

Source: https://developers.openagenda.com/en/evenements/structure (fields of an event) and
https://developers.openagenda.com/10-lecture/ (`total`, `events`). What OpenAgenda has no word for is under
`culturesducoeur`, in the words of our own files.
"""

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import groupby
from typing import Any

from plugins.catalog.models.event import Booking, Event, EventStatus, Occurrence
from plugins.catalog.models.place import Place, Position
from plugins.french import PARIS
from plugins.opendata.writing import json_bytes, plain
from plugins.resources import Site
from plugins.views.access import event_access, open_agenda_codes
from plugins.views.calendar import Showing
from plugins.views.events import free_in_words
from plugins.views.towns import event_town, event_venue

MAPPING = (
    "En JSON, une sortie a la forme d’un événement d’OpenAgenda : title, description, longDescription, conditions, keywords, registration, accessibility, timings, age, attendanceMode, location, timezone, status, state. OpenAgenda seul donne un uid : notre identifiant est dans extIds.",
    "accessibility : mi (fauteuil), hi (audition), vi (vision), ii (comprehension), pi (calme). Ce que personne n’a dit n’y est pas.",
    "status : 1 programme et deplace, 2 reporte à une date connue, 4 reporte sans date d’avant, 5 complet, 6 annule.",
    "timings veut deux heures : un jour sans heure y va de 0 h à 23 h 59, une fin inconnue y répète le début. Les vraies dates sont dans culturesducoeur.",
)
"""What the page says of the way from our fields to those of OpenAgenda."""

_STATUS = {
    EventStatus.SCHEDULED: 1,
    EventStatus.MOVED: 1,
    EventStatus.POSTPONED: 4,
    EventStatus.FULL: 5,
    EventStatus.CANCELLED: 6,
}
_RESCHEDULED = 2
_ON_THE_SPOT = 1
_PUBLISHED = 2
_LAST_MINUTE = time(23, 59)


def open_agenda(shown: Iterable[Showing], site: Site) -> bytes:
    """Return the outings as OpenAgenda's answer to a reading: how many, and each with its dates."""
    by_event = sorted(shown, key=lambda showing: showing.event.slug)
    events = [
        _event(event, tuple(showing.occurrence for showing in dates), site)
        for event, dates in groupby(by_event, key=lambda showing: showing.event)
    ]
    return json_bytes({"total": len(events), "events": events})


def _event(event: Event, dates: tuple[Occurrence, ...], site: Site) -> dict[str, Any]:
    timings = [_timing(found) for found in dates]
    told = {
        "slug": event.slug,
        "extIds": [{"key": "culturesducoeur26-07", "value": event.slug}],
        "title": {"fr": event.title},
        "description": {"fr": event.summary},
        "longDescription": _french(_long_words(event)),
        "conditions": {"fr": free_in_words(event.free)},
        "keywords": {"fr": [event.genre.label, *(audience.label for audience in event.audiences)]},
        "registration": _registration(event.booking or Booking()),
        "accessibility": open_agenda_codes(event_access(event, site.catalog)),
        "age": {"min": event.age.minimum, "max": event.age.maximum} if event.age else None,
        "timings": timings,
        "firstTiming": timings[0],
        "lastTiming": timings[-1],
        "attendanceMode": _ON_THE_SPOT,
        "location": _location(event, site),
        "timezone": PARIS.key,
        "status": _status(event),
        "state": _PUBLISHED,
        "culturesducoeur": _own_words(event, dates, site),
    }
    return {key: value for key, value in told.items() if value is not None}


def _own_words(event: Event, dates: tuple[Occurrence, ...], site: Site) -> dict[str, Any]:
    told = {
        "page": site.url + event.address,
        "numero": site.catalog.number_of(event) or None,
        "dates": [{"debut": found.start, "fin": found.finish} for found in dates],
        "statut": event.status,
        "ancien_debut": event.former_start,
        "gratuite": event.free.model_dump(by_alias=True),
        "genre": event.genre,
        "public": event.audiences,
        "aller": event.travel.model_dump(by_alias=True) if event.travel else None,
        "en_clair": event.plain_words,
        "organisateur": event.organiser,
        "source": event.source,
        "a_verifier": event.to_check,
        "modifie_le": event.modified_on,
    }
    written: dict[str, Any] = plain(told)
    return written


def _status(event: Event) -> int:
    if event.status is EventStatus.POSTPONED and event.former_start:
        return _RESCHEDULED
    return _STATUS[event.status]


def _timing(found: Occurrence) -> dict[str, str]:
    finish = found.finish if found.finish is not None else found.start
    return {
        "begin": _instant(found.start, time.min).isoformat(),
        "end": _instant(finish, _LAST_MINUTE).isoformat(),
    }


def _instant(moment: datetime | date, hour: time) -> datetime:
    return moment if isinstance(moment, datetime) else datetime.combine(moment, hour, PARIS)


def _long_words(event: Event) -> str:
    return "\n\n".join(words for words in (event.what_to_expect, event.plain_words) if words)


def _french(words: str) -> dict[str, str] | None:
    return {"fr": words} if words else None


def _registration(booking: Booking) -> list[dict[str, str]]:
    ways = (("phone", booking.phone), ("email", booking.email), ("link", booking.link))
    return [{"type": kind, "value": value} for kind, value in ways if value]


def _location(event: Event, site: Site) -> dict[str, Any]:
    venue = event_venue(event, site.catalog)
    commune = event_town(event, site.catalog)
    exact = isinstance(venue, Place) and venue.position is not Position.TOWN_CENTRE
    return {
        "name": venue.name,
        "address": ", ".join(words for words in (venue.street, commune.name) if words),
        "city": commune.name,
        "postalCode": venue.postcode,
        "insee": commune.insee,
        "department": commune.department.label,
        "countryCode": "fr",
        "latitude": venue.latitude if isinstance(venue, Place) and exact else None,
        "longitude": venue.longitude if isinstance(venue, Place) and exact else None,
        "timezone": PARIS.key,
    }
