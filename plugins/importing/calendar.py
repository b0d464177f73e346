"""Read an .ics file (RFC 5545), with icalendar. Who organises and who attends is never read: they are people."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from icalendar import Calendar
from icalendar.cal import Component

from plugins.french import PARIS, FrenchDateError, parse_datetime
from plugins.importing.opening import Opened
from plugins.importing.rows import MOST_ROWS, FileRefusedError, Reading, Refusal, Row, too_many
from plugins.importing.scheduling import Moment, occurrence, write_moment

_POSTCODE = re.compile(r"\b(\d{5})\s+([^,\n]+)")


def read_calendar(opened: Opened) -> Reading:
    """Read the events of a calendar; raise `FileRefusedError`."""
    count = opened.data.upper().count(b"BEGIN:VEVENT")
    if count > MOST_ROWS:
        raise too_many(count)
    try:
        calendars = Calendar.from_ical(_text(opened.data), multiple=True)
        events = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        events = []
    if len(events) != count or b"END:VCALENDAR" not in opened.data.upper():
        message = "Cet agenda .ics est incomplet ou abîmé. Téléchargez-le de nouveau, sans l’ouvrir ailleurs."
        raise FileRefusedError(message)
    rows = tuple(_row(f"événement {number}", event) for number, event in enumerate(events, 1))
    return Reading("ics", "agenda .ics", rows, opened.notes)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _row(label: str, event: Component) -> Row:
    notes: list[str] = []
    place, street, postcode, town = _location(_first(event, "LOCATION"))
    values = {
        "title": _first(event, "SUMMARY"),
        "description": _first(event, "DESCRIPTION"),
        "keywords": ", ".join(_categories(event)),
        "place": place,
        "street": street,
        "postcode": postcode,
        "town": town,
        "link": _first(event, "URL"),
        "status": "annule" if _first(event, "STATUS").upper() == "CANCELLED" else "",
    }
    identity = _first(event, "UID")[:200]
    try:
        dates = _dates(event, notes)
        values |= _repetition(event)
    except Refusal as refusal:
        return Row(label, values, identity=identity, refusal=refusal)
    except (ValueError, TypeError, AttributeError, OverflowError):
        refusal = Refusal("une date ou une répétition est abîmée.", hint="demandez un nouvel export")
        return Row(label, values, identity=identity, refusal=refusal)
    return Row(label, {key: value for key, value in values.items() if value}, dates, identity, tuple(notes))


def _first(event: Component, name: str) -> str:
    value = event.get(name)
    value = value[0] if isinstance(value, list) and value else value
    return "" if value is None else str(value).strip()


def _categories(event: Component) -> Iterator[str]:
    value = event.get("CATEGORIES")
    for group in value if isinstance(value, list) else [value] if value else []:
        yield from (str(name) for name in getattr(group, "cats", [group]))


def _dates(event: Component, notes: list[str]) -> tuple[dict[str, str], ...]:
    if event.get("RECURRENCE-ID") is not None:
        message = "c’est une exception d’une sortie qui se répète."
        raise Refusal(message, hint="corrigez cette date dans la fiche de la sortie qui se répète")
    start = _moment(event, "DTSTART", notes)
    if start is None:
        message = "la date manque."
        raise Refusal(message, expected="DTSTART", hint="demandez un nouvel export")
    end = _moment(event, "DTEND", notes)
    if end is None and (duration := _value(event, "DURATION")) is not None:
        end = start + duration if isinstance(duration, dt.timedelta) else None
    if end is not None and not isinstance(end, dt.datetime) and not isinstance(start, dt.datetime):
        end -= dt.timedelta(days=1)  # RFC 5545, 3.6.1: the end of an all-day event is the day after
        end = None if end <= start else end
    return (occurrence(start, end),)


def _value(event: Component, name: str) -> Any:
    value = event.get(name)
    return getattr(value[0] if isinstance(value, list) else value, "dt", None)


def _moment(event: Component, name: str, notes: list[str]) -> Moment | None:
    value = _value(event, name)
    if not isinstance(value, dt.datetime):
        if isinstance(value, dt.date) or value is None:
            return value
        message = f"« {name} » n’est pas une date."
        raise Refusal(message, written=_first(event, name), hint="demandez un nouvel export")
    if value.tzinfo is not None:
        return value.astimezone(PARIS)
    notes.append("l’heure n’a pas de fuseau : lue comme l’heure de Paris")
    try:
        return parse_datetime(f"{value:%d/%m/%Y} {value.hour}h{value:%M}")
    except FrenchDateError as error:
        raise Refusal(error.message, written=value.isoformat(), hint=error.hint) from None


def _repetition(event: Component) -> dict[str, Any]:
    rule = event.get("RRULE")
    if event.get("RDATE") is not None or isinstance(rule, list):
        message = "cette répétition a plusieurs règles ou des dates ajoutées."
        raise Refusal(message, hint="écrivez-la à la main : ./faire nouvelle-sortie")
    if rule is None:
        return {}
    excepted = event.get("EXDATE")
    groups = excepted if isinstance(excepted, list) else [excepted] if excepted else []
    days = sorted({_day(item.dt) for group in groups for item in group.dts})
    return {"rule": rule.to_ical().decode(), "except_on": [write_moment(day) for day in days]}


def _day(moment: Moment) -> dt.date:
    if not isinstance(moment, dt.datetime):
        return moment
    return (moment.astimezone(PARIS) if moment.tzinfo else moment).date()


def _location(text: str) -> tuple[str, str, str, str]:
    """Split a location as people write it: name, street, postcode and town; a lone name stays a name."""
    lines = [part.strip() for part in re.split(r"[,\n]", text) if part.strip()]
    if not lines:
        return "", "", "", ""
    found = _POSTCODE.search(text)
    if found is None:
        town = lines[-1] if len(lines) > 1 else ""
        return lines[0], ", ".join(lines[1:-1]), "", town
    middle = [line for line in lines[1:] if found[1] not in line]
    country = {"france"}
    street = ", ".join(line for line in middle if line.lower() not in country)
    name = lines[0] if found[1] not in lines[0] else ""
    return name, street, found[1], re.sub(r"\s+France$", "", found[2]).strip()
