"""Read a date with its hour in Paris time, and refuse the hours a clock change makes absent or double.

Source of the clock changes: the IANA time zone database, through zoneinfo.
"""

import datetime
import re
import unicodedata

from .dates import parse_date
from .formatting import format_date, format_time
from .hours import parse_time
from .reading import FrenchDateError, quote
from .vocabulary import PARIS

_EXAMPLE = "Écrivez par exemple : 12/11/2026 20h30."

_WITH_OFFSET = re.compile(
    r"(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})[t ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.0+)?)?) ?"
    r"(?P<offset>z|[+-][0-9]{2}:?[0-9]{2})",
    re.IGNORECASE,
)
_HOUR = re.compile(
    r"(?<![0-9:])[0-9]{1,2}(?: ?(?:h|heures?)(?![^\W\d])|:[0-9]{2}| ?[ap]\.? ?m\b)"
    r"|(?<![^\W\d])(?<!-)(?:midi|minuit)\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:[ ,;-]|\b(?:à|a|de|dès)\b|(?<=[0-9])t)+$", re.IGNORECASE)


def parse_moment(text: str) -> datetime.date | datetime.datetime:
    """Return a date when the text has no hour, an aware datetime in Paris time when it has one.

    Raises FrenchDateError, like parse_date and parse_datetime.
    """
    return parse_datetime(text) if _HOUR.search(_one_line(text)) else parse_date(text)


def parse_datetime(text: str) -> datetime.datetime:
    """Return the moment written in a French text or in RFC 3339, as an aware datetime in Paris time.

    An offset, when there is one, decides the instant: it is converted to Paris time, never corrected.
    Raises FrenchDateError when the date or the hour is refused, missing, absent or double on that day.
    """
    line = _one_line(text)
    if match := _WITH_OFFSET.fullmatch(line):
        return _instant(match)
    found = _HOUR.search(line)
    if found is None:
        parse_date(text)
        message = f"Il manque l’heure après la date {quote(text)}."
        raise FrenchDateError(message, _EXAMPLE)
    before = _LINK.sub("", line[: found.start()])
    if not before:
        message = f"{quote(text)} commence par l’heure : la date est attendue d’abord."
        raise FrenchDateError(message, _EXAMPLE)
    return _in_paris(parse_date(before), parse_time(line[found.start() :]))


def _one_line(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _instant(match: re.Match[str]) -> datetime.datetime:
    offset = match["offset"]
    hours, minutes = (0, 0) if offset in "zZ" else (int(offset[1:3]), int(offset[-2:]))
    if hours > 14 or minutes > 59:
        message = f"Le décalage {quote(offset)} n’existe pas."
        raise FrenchDateError(message, "En France, écrivez +01:00 en hiver et +02:00 en été, ou rien.")
    delta = datetime.timedelta(hours=hours, minutes=minutes) * (-1 if offset[0] == "-" else 1)
    moment = datetime.datetime.combine(
        parse_date(match["date"]), parse_time(match["time"]), datetime.timezone(delta)
    )
    return moment.astimezone(PARIS)


def _in_paris(date: datetime.date, time: datetime.time) -> datetime.datetime:
    moment = datetime.datetime.combine(date, time, PARIS)
    first, second = moment.utcoffset(), moment.replace(fold=1).utcoffset()
    if first == second or first is None or second is None:
        return moment
    day, hour = format_date(date, "medium"), format_time(time)
    if second > first:
        later = format_time((moment + (second - first)).time())
        message = f"Le {day}, {hour} n’existe pas : cette nuit-là, on avance les montres d’une heure."
        raise FrenchDateError(message, f"Vérifiez l’heure ; juste après le changement, ce serait {later}.")
    message = f"Le {day}, {hour} arrive deux fois : cette nuit-là, on recule les montres d’une heure."
    iso = f"{date.isoformat()}T{time:%H:%M}"
    hint = f"Précisez : {iso}+02:00 avant le changement d’heure, {iso}+01:00 après."
    raise FrenchDateError(message, hint)
