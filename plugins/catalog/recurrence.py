"""Turn a rule that repeats (RFC 5545, RRULE) into days: all the dates of an outing, the next days of a series.

Hours are those of the clock on the wall: a workshop at 18 h stays at 18 h after a change of clock.
"""

from __future__ import annotations

import re
import weakref
from calendar import isleap, monthrange
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from plugins.french import PARIS, format_date

if TYPE_CHECKING:
    from plugins.catalog.models.event import Event, Occurrence

MOST_DATES = 400
HORIZON = timedelta(days=366 * 10)
MOST_WEEKS = 53  # of a year

_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYYEARDAY", "BYSETPOS", "WKST"}
)
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_DAY_PARTS = frozenset({"BYDAY", "BYMONTHDAY", "BYYEARDAY"})
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_NAMED_DAY = re.compile(rf"([+-]?\d{{1,2}})?({'|'.join(_WEEK)})")
_EXAMPLE = "écrivez par exemple FREQ=WEEKLY;COUNT=10 (dix semaines de suite)"
_known: dict[int, tuple[Occurrence, ...]] = {}


class RecurrenceError(ValueError):
    """Say in French why a rule is refused: `message` is what is wrong, `hint` a way out."""

    def __init__(self, message: str, hint: str = _EXAMPLE) -> None:
        self.message = message
        self.hint = hint
        super().__init__(message)


def expand(event: Event) -> tuple[Occurrence, ...]:
    """Return every date of an outing, in order: those written, then those its rule repeats.

    The rule repeats the first date. Every list asks again: the answer is kept as long as the outing, which is
    frozen. Raise `RecurrenceError` when the rule is unreadable, has no end, starts on another day than the
    first date, or gives more than `MOST_DATES` dates, and when an exception is no date of it.
    """
    key = id(event)  # not its value: comparing two outings would cost more than reading the rule
    if key not in _known:
        _known[key] = _expand(event)
        weakref.finalize(event, _known.pop, key).atexit = False
    return _known[key]


def next_days(rule: str, after: date, count: int) -> tuple[date, ...]:
    """Return the first `count` days of an endless rule that come after a day, within ten years.

    Raise `RecurrenceError` when the rule is unreadable or does not say by itself which day it means.
    """
    parts = _parts(rule)
    if (
        not _DAY_PARTS & parts.keys()
        or parts.get("INTERVAL", "1") != "1"
        or {"COUNT", "UNTIL"} & parts.keys()
    ):
        message = "cette règle ne dit pas à elle seule quel jour elle désigne."
        raise RecurrenceError(
            message, "écrivez par exemple FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21, sans COUNT ni INTERVAL"
        )
    anchor = datetime(after.year, 1, 1)  # noqa: DTZ001  # days only: no hour, no zone
    found = _read(parts, anchor, anchor + HORIZON)
    return tuple(islice((moment.date() for moment in found if moment.date() > after), count))


def _expand(event: Event) -> tuple[Occurrence, ...]:
    if event.recurrence is None:
        return tuple(sorted(event.dates, key=_order))
    model = event.dates[0]
    repeated = _starts(event.recurrence.rule, _wall(model.start))
    skipped = set(event.recurrence.except_on)
    _refuse_unknown(skipped - {start.date() for start in repeated})
    dates = {_order(occurrence): occurrence for occurrence in event.dates}
    dates |= {_order(moved): moved for moved in (_moved(model, start) for start in repeated)}
    kept = tuple(dates[key] for key in sorted(dates) if dates[key].first_day not in skipped)
    if not kept:
        message = "toutes les dates de la répétition sont dans « sauf »."
        raise RecurrenceError(message, "retirez un jour de « sauf », ou écrivez le statut « annule »")
    return kept


def _starts(rule: str, first: datetime) -> tuple[datetime, ...]:
    parts = _parts(rule)
    bounds = {"COUNT", "UNTIL"} & parts.keys()
    if len(bounds) != 1:
        message = (
            "cette répétition n’a pas de fin."
            if not bounds
            else "cette répétition a deux fins, COUNT et UNTIL."
        )
        raise RecurrenceError(
            message, "gardez l’un des deux : COUNT=10 (dix dates) ou UNTIL=20270630 (jusqu’au 30 juin 2027)"
        )
    wanted = _count(parts.pop("COUNT")) if "COUNT" in parts else None
    last = _until(parts.pop("UNTIL")) if wanted is None else first + HORIZON
    found = tuple(islice(_read(parts, first, last), min(wanted or MOST_DATES + 1, MOST_DATES + 1)))
    if len(found) > MOST_DATES:
        message = f"cette répétition donne plus de {MOST_DATES} dates."
        raise RecurrenceError(message, "raccourcissez-la, ou faites une sortie par saison")
    if not found or found[0] != first:
        message = f"la première date, {format_date(first)}, ne suit pas la règle."
        raise RecurrenceError(message, "commencez par un jour que la règle donne, ou corrigez la règle")
    if wanted and len(found) < wanted:
        message = "cette répétition dure plus de dix ans."
        raise RecurrenceError(message, "faites une sortie par saison")
    return found


def _parts(rule: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in rule.strip().upper().removeprefix("RRULE:").split(";")]
    parts = {name: value for name, _, value in pairs}
    if len(parts) < len(pairs) or not all(parts.values()) or not parts.keys() <= _PARTS:
        message = f"la règle « {rule} » n’est pas comprise."
        raise RecurrenceError(message)
    if parts.get("FREQ") not in _FREQUENCIES:
        message = (
            "FREQ dit tous les combien : DAILY (jours), WEEKLY (semaines), MONTHLY (mois) ou YEARLY (ans)."
        )
        raise RecurrenceError(message)
    return parts


def _read(parts: dict[str, str], first: datetime, last: datetime) -> Iterator[datetime]:
    from dateutil.rrule import rrule, rrulestr  # noqa: PLC0415  # a blog has no outing that repeats

    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        if not _has_a_day(parts, first.year):
            return
        found = rrulestr(text, dtstart=first)
        if not isinstance(found, rrule):
            raise ValueError(text)
        yield from found.replace(until=last)
    except (ValueError, KeyError, IndexError, TypeError, OverflowError):
        message = f"la règle « {text} » n’est pas comprise."
        raise RecurrenceError(message) from None


def _has_a_day(parts: dict[str, str], year: int) -> bool:
    """Tell whether some day of eleven years has the month, the number, the rank and the week day of a rule.

    For a day that never comes, dateutil would look until the year 9999.
    """
    months, numbers, ranks = (_numbers(parts.get(name)) for name in ("BYMONTH", "BYMONTHDAY", "BYYEARDAY"))
    longest = {"DAILY": 1, "WEEKLY": len(parts.get("BYDAY", "").split(","))}.get(parts["FREQ"], 366)
    if "BYSETPOS" in parts and min(map(abs, _numbers(parts["BYSETPOS"]))) > longest:
        return False
    by_month = parts["FREQ"] == "MONTHLY" or bool(months)
    named = _named_days(parts)
    if not (numbers or ranks or any(rank for rank, _ in named)):
        return True
    begin, end = (date(year + of, 1, 1).toordinal() for of in (0, 11))
    for day in map(date.fromordinal, range(begin, end)):
        in_month = _both_ways(day.day, monthrange(day.year, day.month)[1])
        in_year = _both_ways(day.timetuple().tm_yday, 365 + isleap(day.year))
        if (
            (not months or day.month in months)
            and (not numbers or not numbers.isdisjoint(in_month))
            and (not ranks or not ranks.isdisjoint(in_year))
            and (not named or _is_named(day.weekday(), in_month if by_month else in_year, named))
        ):
            return True
    return False


def _named_days(parts: dict[str, str]) -> tuple[tuple[int, int], ...]:
    """Return the rank (0: none) and the week day of each word of BYDAY: -1SU is the last Sunday.

    Raise `ValueError` for a rank that RFC 5545 does not have (3.3.10, `ordwk`); of other words dateutil is judge.
    """
    found = [_NAMED_DAY.fullmatch(word) for word in parts.get("BYDAY", "").split(",")]
    if not all(found):
        return ()
    days = [(int(word[1] or 0), _WEEK.index(word[2])) for word in found if word]
    if any(abs(rank) > MOST_WEEKS for rank, _ in days):
        raise ValueError(parts["BYDAY"])
    ranked = parts["FREQ"] in {"MONTHLY", "YEARLY"}
    return tuple((rank if ranked else 0, day) for rank, day in days)


def _is_named(weekday: int, places: tuple[int, int], named: tuple[tuple[int, int], ...]) -> bool:
    """Tell whether a day, whose places in its month or its year are given, is one of those that are named."""
    first, last = places
    own = {0, (first - 1) // 7 + 1, -((-last - 1) // 7 + 1)}
    return any(day == weekday and rank in own for rank, day in named)


def _numbers(text: str | None) -> frozenset[int]:
    return frozenset(int(word) for word in text.split(",")) if text else frozenset()


def _both_ways(rank: int, length: int) -> tuple[int, int]:
    """Count from the first day, and from the last as RFC 5545 does: -1 is the last."""
    return rank, rank - length - 1


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        message = f"COUNT est un nombre de dates, pas « {text} »."
        raise RecurrenceError(message)
    return int(text)


def _until(text: str) -> datetime:
    try:
        if len(text) == len("20270630"):
            day = datetime.strptime(text, "%Y%m%d")  # noqa: DTZ007  # a day has no zone
            return datetime.combine(day, time.max)
        if text.endswith("Z"):
            instant = datetime.strptime(text, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            return _wall(instant.astimezone(PARIS))
        return datetime.strptime(text, "%Y%m%dT%H%M%S")  # noqa: DTZ007  # wall clock
    except ValueError:
        message = f"UNTIL est un jour écrit en huit chiffres, pas « {text} »."
        raise RecurrenceError(message, "écrivez par exemple UNTIL=20270630 pour le 30 juin 2027") from None


def _refuse_unknown(days: set[date]) -> None:
    if days:
        message = f"« sauf » nomme un jour où la sortie n’a pas lieu : {format_date(min(days))}."
        raise RecurrenceError(message, "vérifiez ce jour : il doit être une des dates de la répétition")


def _moved(model: Occurrence, start: datetime) -> Occurrence:
    shift = start - _wall(model.start)
    end = None if model.end is None else _like(model.end, _wall(model.end) + shift)
    return model.model_copy(update={"start": _like(model.start, start), "end": end})


def _like(moment: datetime | date, wall: datetime) -> datetime | date:
    if not isinstance(moment, datetime):
        return wall.date()
    # Through UTC and back: 2 h 30 in the night that has none becomes 3 h 30 (RFC 5545, 3.3.5).
    return wall.replace(tzinfo=PARIS).astimezone(UTC).astimezone(PARIS)


def _wall(moment: datetime | date) -> datetime:
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time.min)


def _order(occurrence: Occurrence) -> tuple[datetime, datetime]:
    return _wall(occurrence.start), _wall(occurrence.finish or occurrence.start)
