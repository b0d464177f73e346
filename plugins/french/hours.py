"""Read an hour of the day or a duration as French people write them, and refuse rather than guess."""

import datetime
import re

from .reading import FrenchDateError, fold, quote

_EXAMPLE = "Écrivez par exemple : 20h30."
_DURATION_EXAMPLE = "Écrivez par exemple : 1h30, 45 min ou 3 jours."

_TIME = re.compile(
    r"(?:a )?(?P<hour>[0-9]{1,2})"
    r"(?: ?(?:h|heures?) ?(?:(?P<minute>[0-9]+)(?: ?(?:min|mn|minutes?))?)?"
    r"|:(?P<minute_iso>[0-9]{2})(?::(?P<second>[0-9]{2})(?:\.0+)?)?)"
)
_TWELVE_HOURS = re.compile(
    r"(?P<hour>[0-9]{1,2})(?: ?(?:h|:) ?(?P<minute>[0-9]{2})?)? ?(?P<half>[ap])\.? ?m\.?"
)
_GLUED = re.compile(r"(?P<hour>[0-9]{2})[.,]?(?P<minute>[0-9]{2})")
_POINTED = re.compile(r"(?P<hour>[0-9]{1,2})[.,](?P<minute>[0-9]{1,2})")
_TWO_TIMES = re.compile(r"[0-9] ?(?:h|:|heures?) ?[0-9]{0,2} ?(?:-|–|a|et|/|jusqu'a) ?[0-9]{1,2} ?(?:h|:)")

_DURATION = re.compile(
    r"(?:(?P<weeks>[0-9]{1,4}) ?semaines?)? ?(?:(?P<days>[0-9]{1,4}) ?(?:jours?|j))? ?"
    r"(?:(?P<hours>[0-9]{1,4}) ?(?:heures?|h))? ?(?:(?P<minutes>[0-9]{1,4})(?P<unit> ?(?:minutes?|min|mn))?)?"
)
_ISO_DURATION = re.compile(
    r"p(?:(?P<weeks>[0-9]{1,4})w)?(?:(?P<days>[0-9]{1,4})d)?"
    r"(?:t(?:(?P<hours>[0-9]{1,4})h)?(?:(?P<minutes>[0-9]{1,4})m)?(?:(?P<seconds>[0-9]{1,4})s)?)?(?<![pt])"
)


def parse_time(text: str) -> datetime.time:
    """Return the hour of the day written in a French text, without zone.

    `minuit`, `24h` and `20.30` are refused: each has two readings (the night before or after, an hour or a
    decimal number that lost its last zero). Raises FrenchDateError.
    """
    folded = fold(text)
    if not folded:
        message = "L’heure est vide."
        raise FrenchDateError(message, _EXAMPLE)
    if folded in {"midi", "a midi"}:
        return datetime.time(12)
    match = _TIME.fullmatch(folded)
    if match is None:
        raise _unreadable_time(text, folded)
    hour, minute, second = (
        int(match["hour"]),
        match["minute"] or match["minute_iso"] or "00",
        int(match["second"] or 0),
    )
    if len(minute) != 2:
        message = f"Les minutes de {quote(text)} n’ont pas deux chiffres."
        raise FrenchDateError(message, f"Écrivez les minutes avec deux chiffres, par exemple : {hour}h05.")
    _check_clock(hour, int(minute), second)
    return datetime.time(hour, int(minute), second)


def parse_duration(text: str) -> datetime.timedelta:
    """Return the duration written in a French text or in ISO 8601 (weeks to seconds).

    Raises FrenchDateError, for a duration of zero too.
    """
    folded = fold(text)
    if not folded:
        message = "La durée est vide."
        raise FrenchDateError(message, _DURATION_EXAMPLE)
    match = _ISO_DURATION.fullmatch(folded) or _DURATION.fullmatch(folded)
    if match is None:
        raise _unreadable_duration(text, folded)
    parts = match.groupdict()
    if "unit" in parts:
        _check_bare_minutes(text, parts)
        parts.pop("unit")
    duration = datetime.timedelta(**{unit: int(value) for unit, value in parts.items() if value})
    if not duration:
        message = f"La durée {quote(text)} est nulle : une durée est plus longue que zéro."
        raise FrenchDateError(message, _DURATION_EXAMPLE)
    return duration


def _unreadable_time(text: str, folded: str) -> FrenchDateError:
    if re.search(r"\bminuit\b", folded):
        return _midnight(quote("minuit"))
    if match := _TWELVE_HOURS.fullmatch(folded):
        return _twelve_hours(text, match)
    if _TWO_TIMES.search(folded):
        return FrenchDateError(
            f"{quote(text)} contient plusieurs heures : une seule est attendue.",
            "Écrivez une heure par champ, par exemple un début et une fin.",
        )
    if re.fullmatch(r"1?[0-9]|2[0-3]", folded):
        return FrenchDateError(
            f"Il manque le « h » après {quote(text)}.", f"Écrivez par exemple : {int(folded)}h."
        )
    if match := _GLUED.fullmatch(folded) or _POINTED.fullmatch(folded):
        hour, minute = int(match["hour"]), match["minute"]
        possible = hour < 24 and len(minute) == 2 and int(minute) < 60
        hint = f"Si c’est une heure, écrivez : {hour}h{minute}." if possible else _EXAMPLE
        return FrenchDateError(f"{quote(text)} peut se lire de plusieurs façons.", hint)
    return FrenchDateError(f"L’heure {quote(text)} n’est pas reconnue.", _EXAMPLE)


def _twelve_hours(text: str, match: re.Match[str]) -> FrenchDateError:
    message = f"{quote(text)} compte les heures sur douze : en français, elles vont de 0 à 23."
    hour, minute = int(match["hour"]), match["minute"] or ""
    if not 1 <= hour <= 12 or int(minute or 0) > 59:
        return FrenchDateError(message, _EXAMPLE)
    hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return FrenchDateError(message, f"Écrivez : {hour}h{minute}.")


def _midnight(written: str) -> FrenchDateError:
    return FrenchDateError(
        f"{written} peut appartenir au jour qui finit ou au jour qui commence.",
        "Écrivez 23h59 pour la fin de ce jour, ou 0h avec la date du lendemain.",
    )


def _check_clock(hour: int, minute: int, second: int) -> None:
    if hour == 24 and not minute and not second:
        raise _midnight(quote("24h"))
    if hour > 23:
        message = f"Il n’y a pas d’heure {hour} : les heures vont de 0 à 23."
        raise FrenchDateError(message, _EXAMPLE)
    if minute > 59:
        message = f"Il n’y a pas de minute {minute} : les minutes vont de 0 à 59."
        raise FrenchDateError(message, _EXAMPLE)
    if second > 59:
        message = f"Il n’y a pas de seconde {second} : les secondes vont de 0 à 59."
        raise FrenchDateError(message, _EXAMPLE)


def _check_bare_minutes(text: str, parts: dict[str, str | None]) -> None:
    """Refuse minutes without a unit, except two digits below 60 right after hours (`1h30`)."""
    minutes = parts["minutes"]
    if minutes is None or parts["unit"]:
        return
    if parts["hours"] is None and int(minutes):
        message = f"Il manque l’unité de la durée {quote(text)}."
        raise FrenchDateError(message, f"Écrivez par exemple : {int(minutes)} min ou {int(minutes)} h.")
    if parts["hours"] and (len(minutes) != 2 or int(minutes) > 59):
        message = f"Les minutes de {quote(text)} ne sont pas comprises entre 00 et 59."
        raise FrenchDateError(message, _DURATION_EXAMPLE)


def _unreadable_duration(text: str, folded: str) -> FrenchDateError:
    if re.match(r"[-–−] ?[0-9p]", folded):
        return FrenchDateError(f"La durée {quote(text)} est négative.", _DURATION_EXAMPLE)
    if re.fullmatch(r"[0-9]+:[0-9]{2}", folded):
        return FrenchDateError(
            f"La durée {quote(text)} peut se lire en heures ou en minutes.",
            f"Si ce sont des heures, écrivez : {folded.replace(':', 'h')}.",
        )
    if re.fullmatch(r"[0-9]+[.,][0-9]+ ?(?:h|heures?)", folded):
        return FrenchDateError(
            f"La durée {quote(text)} est un nombre à virgule.",
            "Écrivez les heures et les minutes, par exemple : 1h30.",
        )
    return FrenchDateError(f"La durée {quote(text)} n’est pas reconnue.", _DURATION_EXAMPLE)
