"""Encode calendars (RFC 5545, with the names and refresh of RFC 7986).

Written here and not by the `icalendar` package, which reads ours in the tests: the time zone that it generates makes
ical.js read summer hours one hour wrong, and its folding is slow.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache

MOST_OCTETS = 75
PARIS = "Europe/Paris"
OPENING = (
    b"BEGIN:VCALENDAR\r\n"
    b"VERSION:2.0\r\n"
    b"PRODID:-//Cultures du Coeur Drome-Ardeche//Sorties gratuites//FR\r\n"
    b"CALSCALE:GREGORIAN\r\n"
    b"X-WR-TIMEZONE:Europe/Paris\r\n"
    b"REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
    b"X-PUBLISHED-TTL:PT12H\r\n"
)
CLOSING = b"END:VCALENDAR\r\n"
TIMEZONE = (
    b"BEGIN:VTIMEZONE\r\n"
    b"TZID:Europe/Paris\r\n"
    b"BEGIN:DAYLIGHT\r\n"
    b"DTSTART:19810329T020000\r\n"
    b"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
    b"TZNAME:CEST\r\n"
    b"TZOFFSETFROM:+0100\r\n"
    b"TZOFFSETTO:+0200\r\n"
    b"END:DAYLIGHT\r\n"
    b"BEGIN:STANDARD\r\n"
    b"DTSTART:19961027T030000\r\n"
    b"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
    b"TZNAME:CET\r\n"
    b"TZOFFSETFROM:+0200\r\n"
    b"TZOFFSETTO:+0100\r\n"
    b"END:STANDARD\r\n"
    b"END:VTIMEZONE\r\n"
)
"""Europe/Paris since 1996, from the IANA time zone database; constant, so that calendars never change alone."""

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
_NO_VALUE = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
_BREAK = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")


@dataclass(frozen=True)
class CalendarEvent:
    """Hold one date of something, as calendars need it.

    `start` and `end` are two days, the last one included, or two aware moments in Paris time. `modified`
    is the day of the last change, which becomes DTSTAMP: a calendar made twice has the same bytes.
    `rule` is a whole recurrence (3.3.10), of which `start` is the first day.
    """

    uid: str
    modified: date
    sequence: int
    summary: str
    start: date
    end: date | None = None
    cancelled: bool = False
    description: str = ""
    location: str = ""
    position: tuple[float, float] | None = None
    url: str = ""
    categories: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True)
class CalendarHead:
    """Hold what a calendar says of itself: its name, its own address, the page that shows the same."""

    name: str
    description: str
    source: str
    url: str


def encode_calendar(head: CalendarHead, events: Iterable[bytes]) -> bytes:
    """Put encoded events in a calendar; with none it stays valid, for those who have subscribed."""
    lines = (
        _text("NAME", head.name),
        _text("X-WR-CALNAME", head.name),
        _text("DESCRIPTION", head.description),
        _text("X-WR-CALDESC", head.description),
        _raw("URL", head.url),
        _raw("SOURCE", head.source, VALUE="URI"),
    )
    return b"".join((OPENING, *lines, TIMEZONE, *events, CLOSING))


def encode_event(event: CalendarEvent) -> bytes:
    """Encode one VEVENT, once for all the calendars that hold it."""
    stamp = f"{event.modified:%Y%m%d}T000000Z"
    lines = [
        _raw("BEGIN", "VEVENT"),
        _raw("UID", event.uid),
        _raw("DTSTAMP", stamp),
        _raw("LAST-MODIFIED", stamp),
        _raw("SEQUENCE", str(event.sequence)),
        _raw("STATUS", "CANCELLED" if event.cancelled else "CONFIRMED"),
        *_dates(event.start, event.end),
        *([_raw("RRULE", event.rule)] if event.rule else []),
        _text("SUMMARY", event.summary),
    ]
    lines += [_text(name, value) for name, value in _words(event) if value]
    if event.categories:
        words = ",".join(map(_escape, event.categories))
        lines.append(_raw("CATEGORIES", words))
    if event.position:
        lines.append(_raw("GEO", "{:.6f};{:.6f}".format(*event.position)))
    if event.url:
        lines.append(_raw("URL", event.url))
    lines.append(_raw("END", "VEVENT"))
    return b"".join(lines)


def _words(event: CalendarEvent) -> tuple[tuple[str, str], ...]:
    return ("DESCRIPTION", event.description), ("LOCATION", event.location)


def _dates(start: date, end: date | None) -> list[bytes]:
    """Write the two ends; days end on the day after (3.6.1), moments only when the end is known and later."""
    if not isinstance(start, datetime):
        after = date.fromordinal((end or start).toordinal() + 1)
        return [
            _raw("DTSTART", f"{start:%Y%m%d}", VALUE="DATE"),
            _raw("DTEND", f"{after:%Y%m%d}", VALUE="DATE"),
            _raw("TRANSP", "TRANSPARENT"),
        ]
    lines = [_moment("DTSTART", start)]
    if isinstance(end, datetime) and end.astimezone(UTC) > start.astimezone(UTC):
        lines.append(_moment("DTEND", end))
    return lines


def _moment(name: str, moment: datetime) -> bytes:
    """Write Paris time; an hour that comes twice in the night is written in UTC, where it comes once."""
    if moment.utcoffset() != moment.replace(fold=not moment.fold).utcoffset():
        return _raw(name, f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}")
    return _raw(name, f"{moment:%Y%m%dT%H%M%S}", TZID=PARIS)


def _text(name: str, value: str) -> bytes:
    return _fold(f"{name}:{_escape(value)}")


def _raw(name: str, value: str, **parameters: str) -> bytes:
    """Write a value that is not text; it has no line break to give, so one is a fault of the program."""
    if _NO_VALUE.search(value):
        raise ValueError(value)
    words = "".join([f";{key}={word}" for key, word in parameters.items()]) if parameters else ""
    return _fold(f"{name}{words}:{value}")


def _fold(line: str) -> bytes:
    """Cut a line every 75 octets, never inside a character (3.1)."""
    octets = line.encode()
    if len(octets) <= MOST_OCTETS:
        return octets + b"\r\n"
    parts, start, room = [], 0, MOST_OCTETS
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        parts.append(octets[start:end])
        start, room = end, MOST_OCTETS - 1
    return b"\r\n ".join((*parts, octets[start:])) + b"\r\n"


@lru_cache(maxsize=4096)  # a calendar says its name twice, an outing its place at each date
def _escape(value: str) -> str:
    """Escape a text (3.3.11); `translate` would look at every letter."""
    escaped = _clean(value).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _clean(value: str) -> str:
    return _CONTROL.sub("", _BREAK.sub("\n", value))
