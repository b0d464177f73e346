"""A month of outings made by hand, and what a volunteer would hang on a wall."""

from datetime import date

from plugins.catalog.models.event import Event
from plugins.posters.programme import MONTH, Agenda, Period, Programme, open_agenda, programme, town_area
from tests.views.samples import SUNDAY, VALENCE, agenda, outing

URL = "https://www.exemple.fr"
MONTH_TO_COME = Period(SUNDAY, SUNDAY + MONTH)


def opened(*events: Event, today: date = SUNDAY, **records: object) -> Agenda:
    return open_agenda(agenda(*events, **records), today, URL)


def in_valence(*events: Event, **records: object) -> Programme:
    of = opened(*events, **records)
    return programme(town_area(VALENCE, of.catalog), MONTH_TO_COME, of)


def many(count: int) -> tuple[Event, ...]:
    """Make outings at 20:30, three a day, from the 23rd of November."""
    return tuple(
        outing(
            f"2026-11-{23 + number // 3 % 8}-piece-{number + 1}",
            f"{23 + number // 3 % 8}/11/2026 20h30",
            titre=f"Pièce numéro {number + 1}",
        )
        for number in range(count)
    )
