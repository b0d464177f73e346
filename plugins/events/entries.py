"""An outing as calendars, feeds and plain text tell it.

UID: `<slug>@<our domain>` for the first written date, with the moment after the slug for the others, so
that a subscriber's calendar follows a title, an hour or a place that changes.

SEQUENCE (RFC 5545, 3.8.7.4) rises without remembering anything: ten times the days from 2020-01-01 to
`modifie_le`, plus the rank of the status, so that « annulé » counts even if nobody wrote the day.
"""

from collections.abc import Iterator
from datetime import date, datetime

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, EventStatus, Occurrence
from plugins.events.facts import outing_facts
from plugins.events.pages import when_in_words
from plugins.formats.feed import FeedEntry
from plugins.formats.ics import CalendarEvent
from plugins.french import format_date, plural, typeset_text
from plugins.views.calendar import Showing
from plugins.views.events import former_in_words, free_in_words, status_in_words
from plugins.views.towns import address_lines, event_town, event_venue, town_label

DOMAIN = "culturesducoeur26-07.org"
ORIGIN = date(2020, 1, 1)
RANKS = {
    EventStatus.SCHEDULED: 0,
    EventStatus.FULL: 1,
    EventStatus.MOVED: 2,
    EventStatus.POSTPONED: 3,
    EventStatus.CANCELLED: 4,
}
CANCELLED_WORDS = "Cette sortie est annulée : elle n’a pas lieu."
TOLD = frozenset(
    {
        "Pour qui",
        "Âge",
        "Réserver par téléphone",
        "Réserver par courriel",
        "Réserver en ligne",
        "Réserver avant le",
        "Venir en bus",
        "Dernier retour",
        "Se garer",
    }
)
"""The rows of the outing's page that one needs away from it."""


def calendar_events(
    event: Event, dates: tuple[Occurrence, ...], catalog: Catalog, url: str
) -> Iterator[CalendarEvent]:
    """Return one calendar event for each date, in the order given; no rule, as few applications follow them."""
    venue = event_venue(event, catalog)
    latitude, longitude = getattr(venue, "latitude", None), getattr(venue, "longitude", None)
    page = f"{url}{event.address}"
    summary = typeset_text(announced(event))
    description = "\n".join((*map(typeset_text, _paragraphs(event)), page))
    location = typeset_text(", ".join(address_lines(venue, catalog)))
    modified, rank = last_change(event), sequence(event)
    taken: set[str] = set()
    for found in dates:
        uid = _uid(event, found)
        while uid in taken:
            uid = f"suite-{uid}"
        taken.add(uid)
        timed = isinstance(found.start, datetime)
        yield CalendarEvent(
            uid=uid,
            modified=modified,
            sequence=rank,
            summary=summary,
            start=found.start,
            end=found.finish if timed else found.last_day,
            cancelled=event.status is EventStatus.CANCELLED,
            description=description,
            location=location,
            position=(latitude, longitude) if latitude is not None and longitude is not None else None,
            url=page,
            categories=(event.genre.label,),
        )


def feed_entry(showing: Showing, others: int, catalog: Catalog, url: str) -> FeedEntry:
    """Return the entry of an outing, at its next date; `others` counts the dates that follow."""
    event, found = showing.event, showing.occurrence
    town = town_label(event_town(event, catalog), catalog)
    when = when_in_words(found)
    more = (f"Et {plural(others, 'autre date', 'autres dates')}.",) if others else ()
    where = ", ".join(address_lines(event_venue(event, catalog), catalog))
    day = format_date(found.first_day, "day_month")
    return FeedEntry(
        url=f"{url}{event.address}",
        title=typeset_text(f"{announced(event)} : {day}, {town}"),
        summary=typeset_text(event.summary),
        paragraphs=tuple(typeset_text(text) for text in (f"{when}. {where}", *more, *_paragraphs(event))),
        updated=last_change(event),
        tags=(event.genre.label, *(audience.label for audience in event.audiences), town),
        facts={
            "debut": found.start.isoformat(),
            "fin": found.finish.isoformat() if found.finish else "",
            "statut": event.status.value,
            "gratuite": event.free.type.value,
            "lieu": event_venue(event, catalog).name,
            "commune": event_town(event, catalog).insee,
            "exemple": event.example,
        },
    )


def announced(event: Event) -> str:
    """Return the title, after what a reader must know first: « ANNULÉ – Le bal », as lists hide a STATUS."""
    unsaid = event.example and not event.title.startswith("Exemple")
    words = ("Exemple" if unsaid else "", status_in_words(event.status))
    return " – ".join((*(word.upper() for word in words if word), event.title))


def last_change(event: Event) -> date:
    """Return the day of the last change that is known; else when it was checked, else the file's own day."""
    known = (event.modified_on, event.free.verified_on, event.verified_on, event.publish_on, event.filed_on)
    return next(day for day in known if day)


def sequence(event: Event) -> int:
    """Return a number that rises when `modifie_le` does, or when the status gets worse."""
    days = (event.modified_on - ORIGIN).days if event.modified_on else 0
    return max(days, 0) * 10 + RANKS[event.status]


def _uid(event: Event, found: Occurrence) -> str:
    if found.start == event.dates[0].start:
        return f"{event.slug}@{DOMAIN}"
    moment = f"{found.start:%Y%m%dT%H%M}" if isinstance(found.start, datetime) else f"{found.start:%Y%m%d}"
    return f"{event.slug}-{moment}@{DOMAIN}"


def _paragraphs(event: Event) -> Iterator[str]:
    if event.status is EventStatus.CANCELLED:
        yield CANCELLED_WORDS
    elif status := status_in_words(event.status):
        former = former_in_words(event)
        yield f"{status} : {former}." if former else f"{status}."
    yield event.summary
    yield f"Prix : {free_in_words(event.free)}"
    yield from (
        f"{fact.label} : {fact.address if fact.label == 'Réserver en ligne' else fact.value}"
        for fact in outing_facts(event)
        if fact.label in TOLD
    )
