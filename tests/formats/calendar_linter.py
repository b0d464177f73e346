"""Our own linter of calendars: every fault is a code of `RULES`, with the place. Most parsers accept them all.

It checks what RFC 5545 says MUST be, and what we ask more of ourselves (rules marked « ours »).
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from tests.formats.calendar_reading import Component, Property, read, read_property, unfold

RULES = {
    "utf-8": "3.1.4: the file is UTF-8, without a byte order mark",
    "crlf": "3.1: every line ends in CRLF, the last one too",
    "fold": "3.1: a line has at most 75 octets, its end not counted",
    "cut": "ours: a fold never cuts a character in two",
    "blank": "3.1: there is no empty line",
    "control": "3.1: there is no control character",
    "line": "3.1: a line is a name, parameters, a colon, a value",
    "nesting": "3.4: BEGIN and END go by pairs, and VCALENDAR holds all",
    "required": "3.6: what a component must have",
    "once": "3.6: what a component has at most once",
    "both": "3.6.1: DTEND and DURATION exclude each other; 3.3.10: COUNT and UNTIL too",
    "version": "3.7.4: VERSION is 2.0",
    "value": "3.3, 3.8: the value is of its type",
    "utc": "3.8.7: DTSTAMP, CREATED and LAST-MODIFIED are in UTC",
    "zone": "3.2.19: a TZID that is used is defined by a VTIMEZONE",
    "order": "3.8.2.2: DTEND is of the type of DTSTART, and later",
    "escape": "3.3.11: in a text, comma, semicolon and backslash are escaped",
    "uid": "3.8.4.7: a UID is there once, its recurrences apart",
}
AT_MOST_ONCE = [
    "CLASS",
    "CREATED",
    "DESCRIPTION",
    "DTEND",
    "DTSTART",
    "DURATION",
    "GEO",
    "LAST-MODIFIED",
    "LOCATION",
    "ORGANIZER",
    "PRIORITY",
    "RECURRENCE-ID",
    "SEQUENCE",
    "STATUS",
    "SUMMARY",
    "TRANSP",
    "UID",
    "URL",
    "DTSTAMP",
]
REQUIRED = {
    "VCALENDAR": ("VERSION", "PRODID"),
    "VEVENT": ("UID", "DTSTAMP"),
    "VTODO": ("UID", "DTSTAMP"),
    "VJOURNAL": ("UID", "DTSTAMP"),
    "VFREEBUSY": ("UID", "DTSTAMP"),
    "VTIMEZONE": ("TZID",),
    "STANDARD": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
    "DAYLIGHT": ("DTSTART", "TZOFFSETFROM", "TZOFFSETTO"),
}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "UID", "NAME", "TZNAME", "PRODID"}
LISTS = {"CATEGORIES", "RESOURCES"}
DATES = {"DTSTART", "DTEND", "DUE", "RECURRENCE-ID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"}
IN_UTC = {"DTSTAMP", "CREATED", "LAST-MODIFIED", "COMPLETED"}
OFFSET = r"[+-]([01][0-9]|2[0-3])[0-5][0-9]([0-5][0-9])?"
INSTANT = r"[0-9]{8}(T[0-9]{6}Z?(/([0-9]{8}T[0-9]{6}Z?|P[0-9A-Z]+))?)?"
SHAPES = {
    "SEQUENCE": r"[0-9]+",
    "PRIORITY": r"[0-9]",
    "TRANSP": r"OPAQUE|TRANSPARENT",
    "STATUS": r"TENTATIVE|CONFIRMED|CANCELLED|NEEDS-ACTION|COMPLETED|IN-PROCESS|DRAFT|FINAL",
    "GEO": r"[+-]?[0-9]{1,2}(\.[0-9]+)?;[+-]?[0-9]{1,3}(\.[0-9]+)?",
    "TZOFFSETFROM": OFFSET,
    "TZOFFSETTO": OFFSET,
    "RDATE": rf"{INSTANT}(,{INSTANT})*",
    "EXDATE": rf"{INSTANT}(,{INSTANT})*",
    "RRULE": r"(?=.*\bFREQ=(SECONDLY|HOURLY|MINUTELY|DAILY|WEEKLY|MONTHLY|YEARLY)\b)[A-Z0-9=;,+:-]*",
    "DURATION": r"[+-]?P([0-9]+W|[0-9]+D(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)?"
    r"|T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+S)?)",
}
DAY, MOMENT = re.compile(r"[0-9]{8}"), re.compile(r"[0-9]{8}T[0-9]{6}Z?")


def faults(content: bytes) -> list[tuple[str, str]]:
    """Return every fault of a calendar, as the code of a rule and what is there."""
    root, nesting = read(content)
    found = [*_octets(content), *(("nesting", words) for words in nesting)]
    if not root.components or root.properties or any(one.name != "VCALENDAR" for one in root.components):
        found.append(("nesting", "something is outside of VCALENDAR, or there is none"))
    found += [("line", line) for line in unfold(content) if not read_property(line).name]
    for calendar in root.components:
        zones = {zone.value("TZID") for zone in calendar.children("VTIMEZONE")}
        for component in _walk(calendar):
            found += _component(component, zones)
        found += _calendar(calendar) if calendar.name == "VCALENDAR" else ()
    return found


def _octets(content: bytes) -> Iterator[tuple[str, str]]:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        yield "utf-8", str(error)
    if content.startswith(b"\xef\xbb\xbf"):
        yield "utf-8", "byte order mark"
    if re.search(rb"(?<!\r)\n|\r(?!\n)", content) or not content.endswith(b"\r\n"):
        yield "crlf", "a line does not end in CRLF"
    for line in re.split(rb"\r\n|\n|\r", content)[:-1]:
        if not line.strip():
            yield "blank", "empty line"
        if len(line) > 75:
            yield "fold", f"{len(line)} octets: {line[:40]!r}"
        if re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", line):
            yield "control", repr(line[:40])
        if line[1:2] and 0x80 <= line[line[0] in b" \t"] < 0xC0:
            yield "cut", repr(line[:40])


def _walk(component: Component) -> Iterator[Component]:
    yield component
    for child in component.components:
        yield from _walk(child)


def _calendar(calendar: Component) -> Iterator[tuple[str, str]]:
    if not calendar.components:
        yield "required", "VCALENDAR holds no component"
    if calendar.value("VERSION") != "2.0":
        yield "version", calendar.value("VERSION")
    seen: set[tuple[str, str]] = set()
    for event in calendar.children("VEVENT"):
        key = event.value("UID"), event.value("RECURRENCE-ID")
        if key in seen:
            yield "uid", key[0]
        seen.add(key)
        if not event.all("DTSTART") and not calendar.all("METHOD"):
            yield "required", "VEVENT: DTSTART"


def _component(component: Component, zones: set[str]) -> Iterator[tuple[str, str]]:
    for name in REQUIRED.get(component.name, ()):
        if len(component.all(name)) != 1:
            yield ("once" if component.all(name) else "required"), f"{component.name}: {name}"
    if component.name == "VTIMEZONE" and not component.components:
        yield "required", "VTIMEZONE: STANDARD or DAYLIGHT"
    if component.name == "VEVENT":
        for name in AT_MOST_ONCE:
            if len(component.all(name)) > 1 and name not in REQUIRED["VEVENT"]:
                yield "once", name
        if component.all("DTEND") and component.all("DURATION"):
            yield "both", "DTEND and DURATION"
        yield from _order(component)
    for found in component.properties:
        yield from _value(found)
        if (zone := found.parameters.get("TZID")) and zone not in zones:
            yield "zone", zone


def _value(found: Property) -> Iterator[tuple[str, str]]:
    told = f"{found.name}:{found.value[:40]}"
    shape = SHAPES.get(found.name)
    if shape and not re.fullmatch(shape, found.value, re.IGNORECASE):
        yield "value", told
    if found.name == "RRULE" and "COUNT=" in found.value and "UNTIL=" in found.value:
        yield "both", told
    if found.name in DATES and _moment(found) is None:
        yield "value", told
    if found.name in IN_UTC and not found.value.endswith("Z"):
        yield "utc", told
    if found.name in TEXTS | LISTS:
        rest = re.sub(r"\\[\\;,nN]", "", found.value)
        if re.search(r"[\\;]" if found.name in LISTS else r"[\\;,]", rest):
            yield "escape", told


def _moment(found: Property) -> datetime | None:
    shape = DAY if found.parameters.get("VALUE", "").upper() == "DATE" else MOMENT
    if not shape.fullmatch(found.value):
        return None
    try:
        padded = found.value.removesuffix("Z") if shape is MOMENT else f"{found.value}T000000"
        return datetime.strptime(padded, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _order(event: Component) -> Iterator[tuple[str, str]]:
    start, end = event.all("DTSTART"), event.all("DTEND")
    if not start or not end:
        return
    told = f"{start[0].value} → {end[0].value}"
    if start[0].parameters.get("VALUE") != end[0].parameters.get("VALUE"):
        yield "order", told
    elif start[0].parameters.get("TZID") == end[0].parameters.get("TZID"):
        first, last = _moment(start[0]), _moment(end[0])
        if first and last and last <= first:
            yield "order", told
