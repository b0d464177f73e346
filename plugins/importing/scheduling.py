"""The dates of a row, from spreadsheet cells or from instants, written as our files write them.

French texts go through `plugins.french`, which refuses whatever could be read in two ways.
"""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from plugins.french import (
    PARIS,
    FrenchDateError,
    format_date,
    parse_date,
    parse_datetime,
    parse_duration,
    parse_moment,
    parse_time,
)
from plugins.importing.rows import Refusal

Moment = dt.date | dt.datetime
Occurrence = dict[str, str]

MOST_DATES = 400
_SERIALS = range(20_000, 80_000)  # 1954 to 2119, counted by spreadsheets from 30 December 1899
_EPOCH = dt.date(1899, 12, 30)


def write_moment(moment: Moment) -> str:
    """Write a day, or a day with its hour in Paris, as people do; an hour that exists twice keeps its offset."""
    if not isinstance(moment, dt.datetime):
        return f"{moment:%d/%m/%Y}"
    local = moment.astimezone(PARIS)
    text = f"{local:%d/%m/%Y} {local.hour}h{local:%M}"
    try:
        same = parse_datetime(text) == local
    except FrenchDateError:
        same = False
    return text if same else local.isoformat(timespec="minutes")


def write_duration(duration: dt.timedelta) -> str:
    """Write a duration as people do."""
    minutes = round(duration.total_seconds() / 60)
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    if days:
        return f"{days} j" + (f" {hours} h" if hours else "") + (f" {minutes} min" if minutes else "")
    return f"{minutes} min" if not hours else f"{hours}h{minutes:02}" if minutes else f"{hours}h"


def occurrence(start: Moment, end: Moment | None = None) -> Occurrence:
    """Write one date; raise `Refusal` when it ends before it begins."""
    if end is not None and isinstance(start, dt.datetime) == isinstance(end, dt.datetime) and end < start:
        message = "la fin est avant le début."
        raise Refusal(
            message, written=f"{write_moment(start)} → {write_moment(end)}", hint="corrigez l’une des deux"
        )
    written = {"debut": write_moment(start)}
    return written if end is None or end == start else written | {"fin": write_moment(end)}


def from_cells(cells: Mapping[str, Any]) -> tuple[Occurrence, ...]:
    """Read the date columns of a spreadsheet row; raise `Refusal`."""
    days = _days(cells.get("date"))
    time, end_time = _time(cells.get("time"), "Heure"), _time(cells.get("end_time"), "Heure de fin")
    end_day = _day(cells["end_date"], "Date de fin") if _filled(cells.get("end_date")) else None
    duration = _duration(cells.get("duration"))
    if len(days) > 1 and end_day:
        message = "plusieurs jours et une date de fin sont écrits sur la même ligne."
        raise Refusal(
            message,
            written=_shown(cells.get("date")),
            hint="gardez les jours un à un, ou un début et une fin",
        )
    if end_time and duration:
        message = "l’heure de fin et la durée sont écrites toutes les deux."
        raise Refusal(message, written=_shown(cells.get("duration")), hint="gardez l’une des deux")
    if len(days) > MOST_DATES:
        message = f"il y a {len(days)} dates sur cette ligne, {MOST_DATES} au plus sont reprises."
        raise Refusal(message, hint="coupez la ligne en plusieurs, ou écrivez une répétition dans la fiche")
    return tuple(_occurrence(day, time, end_day, end_time, duration) for day in days)


def last_day(written: Occurrence) -> dt.date:
    """Return the last day of a date written by this module."""
    moment = parse_moment(written.get("fin", written["debut"]))
    return moment.date() if isinstance(moment, dt.datetime) else moment


def _occurrence(
    day: Moment,
    time: dt.time | None,
    end_day: Moment | None,
    end_time: dt.time | None,
    duration: dt.timedelta | None,
) -> Occurrence:
    start = _joined(day, time, "Heure")
    if isinstance(end_day, dt.datetime):
        end: Moment | None = end_day
    elif end_time:
        if not isinstance(start, dt.datetime):
            message = "l’heure de fin est écrite, mais pas celle du début."
            raise Refusal(message, written=f"{end_time:%Hh%M}", hint="ajoutez l’heure du début")
        end = _at(end_day or start.date(), end_time)
        if end_day is None and end <= start:  # a show that goes past midnight
            end = _at(start.date() + dt.timedelta(days=1), end_time)
    elif end_day and isinstance(start, dt.datetime):
        message = (
            "la sortie dure plusieurs jours et commence à une heure, mais l’heure de fin n’est pas écrite."
        )
        raise Refusal(message, hint="ajoutez l’heure de fin, ou retirez celle du début")
    else:
        end = end_day
    written = occurrence(start, end)
    return written | ({"duree": write_duration(duration)} if duration and end is None else {})


def _joined(day: Moment, time: dt.time | None, column: str) -> Moment:
    if isinstance(day, dt.datetime):
        if time and day.timetz().replace(tzinfo=None) != time:
            message = f"l’heure est écrite deux fois, et pas de la même façon (« {column} » et avec la date)."
            raise Refusal(message, written=f"{day:%Hh%M} et {time:%Hh%M}", hint="gardez la bonne")
        return day
    return _at(day, time) if time else day


def _at(day: dt.date, time: dt.time) -> dt.datetime:
    """Join a day and an hour as a French text would say it, so that clock changes are seen."""
    return _french(lambda: parse_datetime(f"{day:%d/%m/%Y} {time.hour}h{time.minute:02}"), f"{time:%Hh%M}")


def _days(cell: Any) -> tuple[Moment, ...]:
    if not _filled(cell):
        message = "la date manque."
        raise Refusal(
            message, expected="un jour, par exemple 05/12/2026", hint="remplissez la colonne « Date »"
        )
    if isinstance(cell, str) and re.search(r"[;\n]", cell.strip()):
        parts = [part for part in re.split(r"[;\n]+", cell) if part.strip()]
        return tuple(_day(part, "Date") for part in parts)
    return (_day(cell, "Date"),)


def _day(cell: Any, column: str) -> Moment:
    if isinstance(cell, dt.datetime):
        midnight = cell.time() == dt.time(0)
        return cell.date() if midnight else _at(cell.date(), cell.time().replace(second=0, microsecond=0))
    if isinstance(cell, dt.date):
        return cell
    text = str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
    if re.fullmatch(r"\d{5}(?:[.,]\d+)?", text) and int(text[:5]) in _SERIALS:
        day = _EPOCH + dt.timedelta(days=int(text[:5]))
        message = f"« {column} » contient un numéro de jour de tableur."
        raise Refusal(
            message,
            written=text,
            expected="une date, par exemple 05/12/2026",
            hint=f"ce serait le {format_date(day)} : si c’est bien ce jour, donnez à la cellule le format Date",
        )
    return _french(lambda: parse_moment(text), text)


def _time(cell: Any, column: str) -> dt.time | None:
    if not _filled(cell):
        return None
    if isinstance(cell, dt.datetime):
        return cell.time().replace(second=0, microsecond=0)
    if isinstance(cell, dt.time):
        return cell.replace(second=0, microsecond=0)
    if isinstance(cell, dt.timedelta) and dt.timedelta() <= cell < dt.timedelta(days=1):
        return (dt.datetime(2000, 1, 1) + cell).time().replace(second=0, microsecond=0)  # noqa: DTZ001  # an hour, no instant
    if isinstance(cell, float | int):
        return _bare_number(float(cell), column)
    return _french(lambda: parse_time(str(cell)), str(cell))


def _bare_number(number: float, column: str) -> dt.time:
    minutes = round(number * 24 * 60)
    meant = f"ce serait {minutes // 60}h{minutes % 60:02}" if 0 < number < 1 else f"si c’est {number:g} h"
    message = f"« {column} » contient un nombre, pas une heure."
    raise Refusal(
        message,
        written=f"{number:g}",
        expected="une heure, par exemple 20h30",
        hint=f"{meant} : écrivez-la avec son « h », ou donnez à la cellule le format Heure",
    )


def _duration(cell: Any) -> dt.timedelta | None:
    if not _filled(cell):
        return None
    if isinstance(cell, dt.timedelta):
        return cell
    if isinstance(cell, dt.time):
        return dt.timedelta(hours=cell.hour, minutes=cell.minute)
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    return _french(lambda: parse_duration(text), text)


def _french(read: Any, written: str) -> Any:
    """Read with a parser of `plugins.french`; turn its refusal into ours."""
    try:
        return read()
    except FrenchDateError as error:
        message = error.message[:1].lower() + error.message[1:]
        raise Refusal(
            message, written=written, hint=error.hint[:1].lower() + error.hint[1:].rstrip(".")
        ) from None


def _filled(cell: Any) -> bool:
    return cell is not None and str(cell).strip() != ""


def _shown(cell: Any) -> str:
    return " ".join(str(cell).split()) if _filled(cell) else ""


def parse_day(text: str) -> dt.date:
    """Read a day, or raise `Refusal`."""
    return _french(lambda: parse_date(text), text)


def first_day(written: Mapping[str, str]) -> dt.date:
    """Return the first day of a date written by this module."""
    moment = parse_moment(written["debut"])
    return moment.date() if isinstance(moment, dt.datetime) else moment
