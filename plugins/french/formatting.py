"""Write dates, hours, ranges and durations in French.

Spaces: U+00A0 between the day and its month, and between a number and `h`, `min` or `jour`; ordinary spaces
elsewhere, so that a long date can still be cut at the end of a line on a phone. Minutes keep two digits
(« 20 h 05 »), hours do not (« 8 h »). Source: Lexique des règles typographiques en usage à l'Imprimerie
nationale, « date » and « heure »; « 12 h » rather than « midi », so that hours of one list read alike.
"""

import datetime
from typing import Literal

from .vocabulary import MONTHS, MONTHS_SHORT, PARIS, WEEKDAYS, WEEKDAYS_SHORT
from .vocabulary import NO_BREAK_SPACE as NBSP

DateStyle = Literal["long", "medium", "short", "day", "day_month"]


def format_date(date: datetime.date, style: DateStyle = "long") -> str:
    """Return « jeudi 12 novembre 2026 » or one of its shorter forms.

    long « jeudi 12 novembre 2026 », medium « 12 novembre 2026 », short « 12/11/2026 »,
    day « jeu. 12 nov. », day_month « jeudi 12 novembre ». Raises ValueError on another style.
    """
    date = _day_of(date)
    match style:
        case "long":
            return f"{WEEKDAYS[date.weekday()]} {_day_and_month(date)} {date.year}"
        case "medium":
            return f"{_day_and_month(date)} {date.year}"
        case "short":
            return f"{date.day:02}/{date.month:02}/{date.year:04}"
        case "day":
            return f"{WEEKDAYS_SHORT[date.weekday()]} {_ordinal(date)}{NBSP}{MONTHS_SHORT[date.month - 1]}"
        case "day_month":
            return f"{WEEKDAYS[date.weekday()]} {_day_and_month(date)}"
    message = f"unknown date style: {style!r}"
    raise ValueError(message)


def format_month(date: datetime.date) -> str:
    """Return « novembre 2026 »."""
    date = _day_of(date)
    return f"{MONTHS[date.month - 1]} {date.year}"


def format_time(time: datetime.time | datetime.datetime) -> str:
    """Return « 20 h 30 », « 20 h » or « 0 h »; an aware datetime is told in Paris time."""
    if isinstance(time, datetime.datetime):
        time = _local(time).time()
    hour = f"{time.hour}{NBSP}h"
    return f"{hour}{NBSP}{time.minute:02}" if time.minute else hour


def format_datetime(moment: datetime.datetime, style: DateStyle = "long") -> str:
    """Return « jeudi 12 novembre 2026 à 20 h 30 »; an aware datetime is told in Paris time."""
    return f"{format_date(moment, style)} à {format_time(moment)}"


def format_range(start: datetime.date, end: datetime.date) -> str:
    """Return a range of two dates or of two moments, without repeating what they share.

    « du 5 au 7 décembre 2026 », « jeudi 12 novembre 2026, de 20 h à 22 h 30 ». A night that ends before six
    stays on its first day: « samedi 5 décembre 2026, de 20 h à 1 h le lendemain ».
    Raises ValueError when the end comes first, TypeError when a date is mixed with a moment.
    """
    timed = isinstance(start, datetime.datetime), isinstance(end, datetime.datetime)
    if timed[0] != timed[1]:
        message = "a range needs two dates or two datetimes"
        raise TypeError(message)
    if end < start:
        message = f"the range ends before it starts: {start} > {end}"
        raise ValueError(message)
    if isinstance(start, datetime.datetime) and isinstance(end, datetime.datetime):
        return _moments_range(_local(start), _local(end))
    return _dates_range(start, end)


def format_duration(duration: datetime.timedelta) -> str:
    """Return « 1 h 30 », « 45 min », « 3 jours » or « 1 jour 2 h »; seconds are shown below one minute only.

    Raises ValueError when the duration is not longer than zero.
    """
    seconds = int(duration.total_seconds())
    if seconds <= 0:
        message = f"a duration is longer than zero: {duration!r}"
        raise ValueError(message)
    if seconds < 60:
        return f"{seconds}{NBSP}s"
    days, minutes = divmod(seconds // 60, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{days}{NBSP}jour{'s' if days > 1 else ''}"] if days else []
    if hours:
        parts.append(f"{hours}{NBSP}h{NBSP}{minutes:02}" if minutes else f"{hours}{NBSP}h")
    elif minutes:
        parts.append(f"{minutes}{NBSP}min")
    return " ".join(parts)


def _moments_range(start: datetime.datetime, end: datetime.datetime) -> str:
    if start == end:
        return format_datetime(start)
    days = (end.date() - start.date()).days
    if days == 0:
        return f"{format_date(start)}, de {format_time(start)} à {format_time(end)}"
    if days == 1 and end.hour < 6 and end.time() < start.time():
        return f"{format_date(start)}, de {format_time(start)} à {format_time(end)} le lendemain"
    style: DateStyle = "day_month" if start.year == end.year else "long"
    return f"du {format_datetime(start, style)} au {format_datetime(end)}"


def _dates_range(start: datetime.date, end: datetime.date) -> str:
    if start == end:
        return format_date(start)
    if start.year != end.year:
        return f"du {format_date(start, 'medium')} au {format_date(end, 'medium')}"
    if start.month != end.month:
        return f"du {_day_and_month(start)} au {format_date(end, 'medium')}"
    return f"du {_ordinal(start)} au {format_date(end, 'medium')}"


def _day_and_month(date: datetime.date) -> str:
    return f"{_ordinal(date)}{NBSP}{MONTHS[date.month - 1]}"


def _ordinal(date: datetime.date) -> str:
    return "1er" if date.day == 1 else str(date.day)


def _day_of(date: datetime.date) -> datetime.date:
    return _local(date).date() if isinstance(date, datetime.datetime) else date


def _local(moment: datetime.datetime) -> datetime.datetime:
    return moment if moment.tzinfo is None else moment.astimezone(PARIS)
