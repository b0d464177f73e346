"""Say opening hours in French: « We-Sa 14:00-18:00 » is « du mercredi au samedi, de 14 h à 18 h ».

Source of the writing: OpenStreetMap, « Key:opening_hours/specification ». Only its common part is read;
the rest is shown as it is written, never guessed.
"""

import re
from datetime import time

from plugins.french import enumerate_fr, format_time

_DAYS = {
    "Mo": "lundi",
    "Tu": "mardi",
    "We": "mercredi",
    "Th": "jeudi",
    "Fr": "vendredi",
    "Sa": "samedi",
    "Su": "dimanche",
    "PH": "jours fériés",
    "SH": "vacances scolaires",
}
_NAMES = "|".join(_DAYS)
_DAY_SPAN = rf"(?:{_NAMES})(?:-(?:{_NAMES}))?"
_HOUR = r"(?:(?:[01]?\d|2[0-3]):[0-5]\d|24:00)"
_HOURS = rf"{_HOUR}-{_HOUR}"
_RULE = re.compile(
    rf"(?:(?P<days>{_DAY_SPAN}(?:,\s*{_DAY_SPAN})*)\s*)?"
    rf"(?:(?P<hours>{_HOURS}(?:,\s*{_HOURS})*)|(?P<closed>off|closed))?"
)


def hours_in_french(text: str) -> str:
    """Return opening hours in French, or the text itself when it says more than days and hours."""
    if text == "24/7":
        return "tous les jours, à toute heure"
    rules = [_RULE.fullmatch(part.strip()) for part in text.rstrip("; ").split(";")]
    read = [_rule(rule) for rule in rules if rule and rule[0]]
    return " ; ".join(read) if len(read) == len(rules) else text


def _rule(rule: re.Match[str]) -> str:
    days = enumerate_fr(_days(span) for span in re.split(r",\s*", rule["days"])) if rule["days"] else ""
    if rule["closed"]:
        return f"{days}, fermé" if days else "fermé"
    hours = enumerate_fr(_span(span) for span in re.split(r",\s*", rule["hours"])) if rule["hours"] else ""
    return ", ".join(part for part in (days, hours) if part)


def _days(span: str) -> str:
    first, _, last = span.partition("-")
    return f"du {_DAYS[first]} au {_DAYS[last]}" if last else _DAYS[first]


def _span(span: str) -> str:
    first, _, last = span.partition("-")
    return f"de {_hour(first)} à {_hour(last)}"


def _hour(text: str) -> str:
    hours, minutes = (int(part) for part in text.split(":"))
    return "minuit" if hours == 24 else format_time(time(hours, minutes))
