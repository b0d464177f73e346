from datetime import date

import pytest

from plugins.catalog.models.event import Occurrence
from plugins.events.calendar import by_month, weekend_of
from plugins.views.calendar import showings
from tests.views.samples import outing


@pytest.mark.parametrize("day", range(16, 23))
def test_the_weekend_is_that_of_the_current_week_from_monday_to_sunday(day):
    weekend = weekend_of(date(2026, 11, day))
    assert (weekend.saturday, weekend.sunday) == (date(2026, 11, 21), date(2026, 11, 22))


def test_on_monday_it_is_the_next_weekend():
    assert weekend_of(date(2026, 11, 23)).saturday == date(2026, 11, 28)


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        ("27/11/2026 17h59", None, False),
        ("27/11/2026 18h", None, True),
        ("27/11/2026 22h", "28/11/2026 2h", True),
        ("27/11/2026", None, False),
        ("26/11/2026 20h", "27/11/2026 1h", False),
        ("28/11/2026", None, True),
        ("29/11/2026 23h", None, True),
        ("30/11/2026 0h30", None, False),
        ("01/11/2026", "12/01/2027", True),
        ("20/11/2026", "27/11/2026", False),
        ("20/11/2026", "28/11/2026", True),
    ],
)
def test_a_weekend_begins_on_friday_at_six_in_the_evening(start, end, held):
    written = {"debut": start} | ({"fin": end} if end else {})
    assert weekend_of(date(2026, 11, 25)).holds(Occurrence.model_validate(written)) is held


def test_an_outing_is_filed_under_each_month_it_touches():
    show = outing("2026-11-14-expo", {"debut": "14/11/2026", "fin": "12/01/2027"})
    ball = outing("2026-12-31-bal", {"debut": "31/12/2026 22h", "fin": "01/01/2027 3h"})
    months = by_month(showings([show, ball]))
    assert {
        month.isoformat(): [found.event.slug[11:] for found in dates] for month, dates in months.items()
    } == {
        "2026-11-01": ["expo"],
        "2026-12-01": ["expo", "bal"],
        "2027-01-01": ["expo"],
    }
