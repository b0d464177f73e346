"""Read a date as French people write it, and refuse rather than guess.

`12/11/2026` is the 12th of November for everyone in France, and the 11th of December for most parsers: the day
always comes before the month here, except when a four-digit year comes first (ISO 8601).
"""

import datetime
import re
from calendar import monthrange

from .formatting import format_date
from .reading import FrenchDateError, fold, quote
from .vocabulary import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

FIRST_YEAR = 1900
LAST_YEAR = 2100

_EXAMPLE = "Écrivez par exemple : 12/11/2026 ou 12 novembre 2026."

_YEAR_FIRST = re.compile(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
)
_DAY_FIRST = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,? )?(?:le )?"
    r"(?P<day>[0-9]{1,2}) ?(?P<mark>[-/.]) ?(?P<month>[0-9]{1,2})(?: ?(?P=mark) ?(?P<year>[0-9]+))?"
)
_IN_WORDS = re.compile(
    r"(?:(?P<weekday>[a-z]+)\.?,? )?(?:le )?"
    r"(?P<day>[0-9]{1,2}|1 ?er|premier)[ .-]*(?:de )?(?P<month>[a-z]+)[ .,-]*(?P<year>[0-9]+)?"
)
_HOUR = re.compile(r"[0-9] ?(?:h|heures?)(?![a-z])|[0-9]:[0-9]|\bmidi\b|\bminuit\b")
_MOVING = re.compile(r"\b(?:aujourd'hui|demain|hier|prochaine?|ce (?:soir|matin|week-end))\b")
_TWO_DATES = re.compile(r"[0-9a-z] (?:au|et|jusqu'au) (?:[a-z]+ )?[0-9]")
_MONTH_ALONE = re.compile(r"(?P<month>[a-z]+)\.? [0-9]{4}|[0-9]{4}[-/.][0-9]{1,2}")


def parse_date(text: str) -> datetime.date:
    """Return the date written in a French text.

    Raises FrenchDateError on anything that could be read in two ways or does not exist.
    """
    folded = fold(text)
    if not folded:
        message = "La date est vide."
        raise FrenchDateError(message, _EXAMPLE)
    written = folded.removeprefix("le ")
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _IN_WORDS):
        if match := pattern.fullmatch(written):
            return _date_of(match, iso=pattern is _YEAR_FIRST)
    raise _unreadable(text, folded)


def _date_of(match: re.Match[str], *, iso: bool) -> datetime.date:
    parts = match.groupdict()
    day = int(parts["day"]) if parts["day"].isdigit() else 1
    month = _month_number(parts["month"], parts)
    year = _year_number(parts["year"], day, month)
    _check_month(year, month, day, iso=iso)
    _check_day(year, month, day)
    date = datetime.date(year, month, day)
    if parts.get("weekday"):
        _check_weekday(parts["weekday"], date)
    return date


def _month_number(word: str, parts: dict[str, str]) -> int:
    if word.isdigit():
        return int(word)
    number = _MONTH_NUMBERS.get(word)
    if number is None:
        from difflib import get_close_matches  # noqa: PLC0415  # only a mistake asks for it

        message = f"Le mois {quote(word)} n’est pas reconnu."
        close = get_close_matches(word, _MONTH_NAMES, n=1, cutoff=0.6)
        if not close:
            raise FrenchDateError(message, _EXAMPLE)
        name = MONTHS[_MONTH_NUMBERS[close[0]] - 1]
        hint = f"Si c’est bien ce mois, écrivez : {parts['day']} {name} {parts['year'] or 'et l’année'}."
        raise FrenchDateError(message, hint)
    return number


def _year_number(year: str | None, day: int, month: int) -> int:
    if year is None:
        message = "Il manque l’année."
        raise FrenchDateError(message, "Ajoutez l’année en quatre chiffres, par exemple : 12 novembre 2026.")
    if len(year) != 4:
        message = f"L’année {quote(year)} n’a pas quatre chiffres."
        hint = _EXAMPLE
        if len(year) == 2 and 1 <= month <= 12 and 1 <= day <= monthrange(2000 + int(year), month)[1]:
            guess = datetime.date(2000 + int(year), month, day)
            hint = f"Si c’est en {guess.year}, écrivez : {format_date(guess, 'short')}."
        raise FrenchDateError(message, hint)
    number = int(year)
    if not FIRST_YEAR <= number <= LAST_YEAR:
        message = f"L’année {year} n’est pas comprise entre {FIRST_YEAR} et {LAST_YEAR}."
        raise FrenchDateError(message, "Vérifiez les quatre chiffres de l’année.")
    return number


def _check_month(year: int, month: int, day: int, *, iso: bool) -> None:
    if 1 <= month <= 12:
        return
    message = f"Il n’y a pas de mois {month} : les mois vont de 1 à 12."
    hint = _EXAMPLE
    if 1 <= day <= 12 and 1 <= month <= monthrange(year, day)[1]:
        swapped = f"{year}-{day:02}-{month:02}" if iso else f"{month:02}/{day:02}/{year}"
        order = (
            "l’année, le mois puis le jour"
            if iso
            else "le jour avant le mois, à la différence des dates américaines"
        )
        hint = f"On écrit {order} : si c’est le {format_date(datetime.date(year, day, month), 'medium')}, écrivez {swapped}."
    raise FrenchDateError(message, hint)


def _check_day(year: int, month: int, day: int) -> None:
    last = monthrange(year, month)[1]
    if day < 1:
        message = f"Il n’y a pas de jour {day} : les jours commencent à 1."
        raise FrenchDateError(message, _EXAMPLE)
    if day > last:
        message = f"{MONTHS[month - 1].capitalize()} {year} compte {last} jours, pas {day}."
        raise FrenchDateError(message, "Vérifiez le jour et le mois.")


def _check_weekday(word: str, date: datetime.date) -> None:
    number = _WEEKDAY_NUMBERS.get(word)
    shown = format_date(date, "medium")
    right = WEEKDAYS[date.weekday()]
    if number is None:
        message = f"Le jour de la semaine {quote(word)} n’est pas reconnu."
        raise FrenchDateError(message, f"Écrivez : {right} {shown}, ou la date sans le jour de la semaine.")
    if number != date.weekday():
        message = f"Le {shown} est un {right}, pas un {WEEKDAYS[number]}."
        raise FrenchDateError(message, f"Vérifiez la date, ou écrivez : {right} {shown}.")


def _unreadable(text: str, folded: str) -> FrenchDateError:
    if _MOVING.search(folded):
        return FrenchDateError(f"La date {quote(text)} change selon le jour où on la lit.", _EXAMPLE)
    if _TWO_DATES.search(folded):
        return FrenchDateError(
            f"{quote(text)} contient plusieurs dates : une seule est attendue.",
            "Écrivez une date par champ, par exemple un début et une fin.",
        )
    if _HOUR.search(folded):
        return FrenchDateError(
            f"{quote(text)} contient une heure : une date seule est attendue.",
            "Écrivez seulement la date, par exemple : 12/11/2026.",
        )
    alone = _MONTH_ALONE.fullmatch(folded)
    if alone and (alone["month"] is None or alone["month"] in _MONTH_NUMBERS):
        return FrenchDateError("Il manque le jour.", "Ajoutez le jour, par exemple : 12 novembre 2026.")
    return FrenchDateError(f"La date {quote(text)} n’est pas reconnue.", _EXAMPLE)


def _numbered(*tables: tuple[str, ...], start: int) -> dict[str, int]:
    return {fold(word): number for table in tables for number, word in enumerate(table, start)}


_WEEKDAY_NUMBERS = _numbered(WEEKDAYS, WEEKDAYS_SHORT, start=0)
_MONTH_NUMBERS = _numbered(MONTHS, MONTHS_SHORT, start=1) | {"jan": 1, "fev": 2, "sep": 9}
_MONTH_NAMES = [fold(name) for name in MONTHS]
