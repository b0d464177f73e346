"""The text message of an outing: ready to send, in one message of 160 characters at most."""

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import quote, urlsplit

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, EventStatus, Occurrence
from plugins.french import format_date
from plugins.views.gsm import LONGEST, septets, to_gsm
from plugins.views.towns import event_town, event_venue

CUT = "..."
ON_ONE_LINE = " - "


def text_message(
    event: Event, occurrence: Occurrence, catalog: Catalog, url: str, between: str = "\n"
) -> str:
    """Return the message: what, when, where, how it is free, and where to read more; `url` is that of the site.

    What a reader can do without goes first when it is too long: the former date, the way to book, the name of
    the place, the end of the title. What changes everything (« ANNULÉ ») is said first, and never goes.
    """
    for lines in _shorter_and_shorter(event, occurrence, catalog, url):
        message = between.join(line for line in (_clean(line) for line in lines) if line)
        if (septets(message) or 0) <= LONGEST:
            return message
    message = f"no message of {LONGEST} septets for {event.slug}"
    raise ValueError(message)


def sms_link(message: str) -> str:
    """Return the address that opens a new message: `?&` is understood by Android (`?`) and by iOS (`&`).

    RFC 5724 writes `sms:?body=`; iOS only reads the body after `&`.
    """
    return f"sms:?&body={quote(message, safe='')}"


def _shorter_and_shorter(
    event: Event, occurrence: Occurrence, catalog: Catalog, url: str
) -> Iterator[tuple[str, ...]]:
    when, former = _when(occurrence), _former(event)
    town = event_town(event, catalog).name
    links = _links(event, catalog, url)
    title = _title(event, event.title)
    if former:
        yield title, f"{when} ({former})", _place(event, catalog), _free(event)[0], links[0]
    for place in (_place(event, catalog), town):
        for free in _free(event):
            yield from ((title, when, place, free, link) for link in links)
    for length in range(len(event.title) - 1, 0, -1):
        cut = f"{event.title[:length].rstrip()}{CUT}"
        yield (_title(event, cut), when, town[:40], event.free.type.label, links[-1])


def _title(event: Event, title: str) -> str:
    plain = event.status is EventStatus.SCHEDULED
    return title if plain else f"{event.status.label.upper()} : {title}"


def _place(event: Event, catalog: Catalog) -> str:
    return f"{event_venue(event, catalog).name}, {event_town(event, catalog).name}"


def _former(event: Event) -> str:
    return f"au lieu du {format_date(event.former_start, 'day')}" if event.former_start else ""


def _when(occurrence: Occurrence) -> str:
    start = occurrence.start
    if occurrence.last_day > occurrence.first_day:
        return f"du {format_date(start, 'day')} au {format_date(occurrence.last_day, 'day')}"
    if isinstance(start, datetime):
        return f"{format_date(start, 'day')} {start.hour}h{start.minute:02}"
    return format_date(start, "day")


def _free(event: Event) -> tuple[str, ...]:
    phone = event.booking.phone if event.booking else None
    words = event.free.type.label
    return (f"{words}, {phone}", words) if phone else (words,)


def _links(event: Event, catalog: Catalog, url: str) -> tuple[str, ...]:
    """Return the addresses, the best first: with the number it is short enough to be typed."""
    host = urlsplit(url).netloc
    number = catalog.number_of(event)
    return (f"{host}/{number}/",) if number else (f"{host}{event.address}", host)


def _clean(line: str) -> str:
    return " ".join(to_gsm(line).split())
