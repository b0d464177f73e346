"""What we mean, and what three programs understand: the same instants, in summer, in winter and between."""

from dataclasses import replace
from datetime import date

import pytest

from tests.formats.calendar_reading import instants
from tests.formats.parsers import by_ical_js, by_icalendar
from tests.formats.samples import CONCERT, at, calendar

MEANT = {
    "winter": (at(2026, 11, 27, 20, 30), at(2026, 11, 27, 22), "2026-11-27T19:30Z", "2026-11-27T21:00Z"),
    "summer": (at(2027, 7, 14, 22), at(2027, 7, 15, 0, 15), "2027-07-14T20:00Z", "2027-07-14T22:15Z"),
    "autumn night": (at(2026, 10, 24, 23), at(2026, 10, 25, 4), "2026-10-24T21:00Z", "2026-10-25T03:00Z"),
    "before the double hour": (at(2026, 10, 25, 1, 59), None, "2026-10-24T23:59Z", ""),
    "first 2:30": (at(2026, 10, 25, 2, 30), at(2026, 10, 25, 3), "2026-10-25T00:30Z", "2026-10-25T02:00Z"),
    "second 2:30": (
        at(2026, 10, 25, 2, 30, fold=1),
        at(2026, 10, 25, 3),
        "2026-10-25T01:30Z",
        "2026-10-25T02:00Z",
    ),
    "after the double hour": (at(2026, 10, 25, 3), None, "2026-10-25T02:00Z", ""),
    "spring night": (at(2027, 3, 27, 23), at(2027, 3, 28, 4), "2027-03-27T22:00Z", "2027-03-28T02:00Z"),
    "before the lost hour": (at(2027, 3, 28, 1, 59), None, "2027-03-28T00:59Z", ""),
    "after the lost hour": (at(2027, 3, 28, 3), None, "2027-03-28T01:00Z", ""),
    "last year of the model": (at(2035, 3, 25, 3, 30), None, "2035-03-25T01:30Z", ""),
    "one day": (date(2026, 11, 27), None, "2026-11-27", "2026-11-28"),
    "days over a change": (date(2026, 10, 24), date(2026, 10, 26), "2026-10-24", "2026-10-27"),
}
NIGHTS = calendar(*(replace(CONCERT, uid=uid, start=row[0], end=row[1]) for uid, row in MEANT.items()))


@pytest.mark.parametrize(
    "read", [instants, by_icalendar, by_ical_js], ids=["dateutil", "icalendar", "ical.js"]
)
def test_every_parser_understands_the_instants_that_are_meant(read):
    assert read(NIGHTS) == {uid: row[2:] for uid, row in MEANT.items()}


@pytest.mark.parametrize("read", [by_icalendar, by_ical_js], ids=["icalendar", "ical.js"])
def test_every_parser_agrees_on_every_calendar_of_the_site(read, mini_examples):
    for path in sorted(mini_examples.rglob("agenda.ics")):
        content = path.read_bytes()
        assert read(content) == instants(content), path.name
