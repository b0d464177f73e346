"""Greet as a person would: what there is to do soon, counted and near; a kind word when there is nothing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalog import Catalog
from plugins.french import plural
from plugins.views.calendar import Showing, coming_showings, visible_events

NEAR = "près de chez vous"

_TINTS = ("lavande", "pin", "abricot", "chataigne")
_FRIDAY = 4


@dataclass(frozen=True)
class Greeting:
    """Hold a greeting in three lines, and the last day on which it is true (None: always)."""

    opening: str
    accent: str
    closing: str = ""
    until: date | None = None


WELCOME = Greeting("La culture, c’est", "pour tout le monde")
"""The greeting that is true every day."""


def greet(catalog: Catalog, today: date) -> Greeting:
    """Count the outings of the nearest period that has some: this week or week-end, the next week, later.

    What is cancelled or full is not counted.
    """
    open_events = [event for event in visible_events(catalog, today) if event.is_open]
    coming = coming_showings(open_events, today)
    for name, first, last in _periods(today):
        dates = [showing for showing in coming if _touches(showing, first, last)]
        if dates:
            count = len({showing.event.slug for showing in dates})
            until = min(last, *(showing.occurrence.last_day for showing in dates))
            return Greeting(f"{name},", plural(count, "sortie gratuite", "sorties gratuites"), NEAR, until)
    return WELCOME


def season_tint(today: date) -> str:
    """Return the colour of the season: lavender in winter, pine in spring, apricot in summer, chestnut in autumn.

    Seasons are those of meteorologists: winter begins with December.
    """
    return _TINTS[today.month % 12 // 3]


def _periods(today: date) -> Iterator[tuple[str, date, date]]:
    sunday = today + timedelta(days=6 - today.weekday())
    yield ("Ce week-end" if today.weekday() >= _FRIDAY else "Cette semaine"), today, sunday
    yield "La semaine prochaine", sunday + timedelta(days=1), sunday + timedelta(days=7)
    yield "Bientôt", sunday + timedelta(days=8), date.max


def _touches(showing: Showing, first: date, last: date) -> bool:
    return showing.occurrence.first_day <= last and first <= showing.occurrence.last_day
