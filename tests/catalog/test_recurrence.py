from datetime import UTC, date, datetime

import pytest
from dateutil import rrule

from plugins.catalog.recurrence import RecurrenceError, expand, next_days
from plugins.french import PARIS
from tests.views.samples import outing

NAME = "2026-10-14-atelier"


def repeated(rule, first="14/10/2026 18h", **recurrence):
    return outing(NAME, first, repetition={"regle": rule, **recurrence})


def starts(event):
    return [occurrence.start.isoformat() for occurrence in expand(event)]


def refusal(event):
    with pytest.raises(RecurrenceError) as caught:
        expand(event)
    assert caught.value.hint
    return caught.value.message


def test_without_a_rule_the_dates_come_in_order_of_time():
    event = outing(NAME, "16/10/2026", "14/10/2026 18h", "14/10/2026 15h")
    assert starts(event) == ["2026-10-14T15:00:00+02:00", "2026-10-14T18:00:00+02:00", "2026-10-16"]


def test_the_dates_that_a_rule_repeats_have_days_of_their_own_even_when_those_of_the_first_were_asked_for():
    event = repeated("FREQ=WEEKLY;COUNT=2")
    written = event.dates[0]
    assert (written.first_day, written.finish, written.last_day) == (
        date(2026, 10, 14),
        None,
        date(2026, 10, 14),
    )
    assert [found.last_day for found in expand(event)] == [date(2026, 10, 14), date(2026, 10, 21)]


def test_a_weekly_workshop_keeps_its_hour_when_winter_time_comes():
    assert starts(repeated("FREQ=WEEKLY;COUNT=3")) == [
        "2026-10-14T18:00:00+02:00",
        "2026-10-21T18:00:00+02:00",
        "2026-10-28T18:00:00+01:00",
    ]


def test_a_weekly_workshop_keeps_its_hour_when_summer_time_comes():
    event = repeated("FREQ=WEEKLY;COUNT=2", first="24/03/2027 18h")
    assert [start.astimezone(UTC) for start in (found.start for found in expand(event))] == [
        datetime(2027, 3, 24, 17, tzinfo=UTC),
        datetime(2027, 3, 31, 16, tzinfo=UTC),
    ]


def test_an_end_keeps_its_hour_too_and_its_night():
    event = outing(
        NAME,
        {"debut": "24/10/2026 21h", "fin": "25/10/2026 1h"},
        repetition={"regle": "FREQ=WEEKLY;COUNT=2"},
    )
    assert [found.end.isoformat() for found in expand(event)] == [
        "2026-10-25T01:00:00+02:00",
        "2026-11-01T01:00:00+01:00",
    ]


def test_an_hour_that_the_spring_night_skips_moves_one_hour_on():
    event = repeated("FREQ=DAILY;COUNT=2", first="27/03/2027 2h30")
    assert starts(event)[1] == "2027-03-28T03:30:00+02:00"


def test_an_hour_that_the_autumn_night_repeats_is_the_first_one():
    event = repeated("FREQ=DAILY;COUNT=2", first="24/10/2026 2h30")
    assert starts(event)[1] == "2026-10-25T02:30:00+02:00"


def test_days_without_hour_stay_days():
    assert starts(repeated("FREQ=MONTHLY;BYDAY=1SU;COUNT=2", first="06/12/2026")) == [
        "2026-12-06",
        "2027-01-03",
    ]


def test_the_last_day_of_the_rule_is_included():
    assert len(starts(repeated("FREQ=WEEKLY;UNTIL=20261028"))) == 3


def test_an_end_written_in_universal_time_is_read_as_an_instant():
    assert len(starts(repeated("FREQ=WEEKLY;UNTIL=20261028T170000Z"))) == 3
    assert len(starts(repeated("FREQ=WEEKLY;UNTIL=20261028T165959Z"))) == 2


def test_days_without_session_are_left_out_and_still_count():
    event = repeated("FREQ=WEEKLY;COUNT=3", sauf=["21/10/2026"])
    assert [found.first_day for found in expand(event)] == [date(2026, 10, 14), date(2026, 10, 28)]


def test_other_written_dates_are_added_once():
    event = outing(
        NAME,
        "14/10/2026 18h",
        "17/10/2026 10h",
        "21/10/2026 18h",
        repetition={"regle": "FREQ=WEEKLY;COUNT=2"},
    )
    assert [found.first_day.day for found in expand(event)] == [14, 17, 21]


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        ("FREQ=WEEKLY", "cette répétition n’a pas de fin."),
        ("FREQ=WEEKLY;COUNT=3;UNTIL=20261231", "cette répétition a deux fins, COUNT et UNTIL."),
        ("FREQ=DAILY;COUNT=5000", "cette répétition donne plus de 400 dates."),
        ("FREQ=DAILY;COUNT=401", "cette répétition donne plus de 400 dates."),
        ("FREQ=DAILY;COUNT=999999999999", "cette répétition donne plus de 400 dates."),
        ("FREQ=DAILY;UNTIL=20991231", "cette répétition donne plus de 400 dates."),
        ("FREQ=YEARLY;COUNT=20", "cette répétition dure plus de dix ans."),
        (
            "FREQ=WEEKLY;BYDAY=TH;COUNT=3",
            "la première date, mercredi 14\u00a0octobre 2026, ne suit pas la règle.",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3",
            "la première date, mercredi 14\u00a0octobre 2026, ne suit pas la règle.",
        ),
        (
            "FREQ=DAILY;BYSETPOS=2;COUNT=3",
            "la première date, mercredi 14\u00a0octobre 2026, ne suit pas la règle.",
        ),
        ("FREQ=YEARLY;BYDAY=54MO;COUNT=2", "la règle « FREQ=YEARLY;BYDAY=54MO » n’est pas comprise."),
        ("FREQ=YEARLY;BYDAY=60MO;COUNT=2", "la règle « FREQ=YEARLY;BYDAY=60MO » n’est pas comprise."),
        ("FREQ=WEEKLY;COUNT=deux", "COUNT est un nombre de dates, pas « DEUX »."),
        ("FREQ=WEEKLY;COUNT=0", "COUNT est un nombre de dates, pas « 0 »."),
        ("FREQ=WEEKLY;UNTIL=31/12/2026", "UNTIL est un jour écrit en huit chiffres, pas « 31/12/2026 »."),
        ("tous les mercredis", "la règle « tous les mercredis » n’est pas comprise."),
        ("FREQ=WEEKLY;FREQ=DAILY;COUNT=3", "la règle « FREQ=WEEKLY;FREQ=DAILY;COUNT=3 » n’est pas comprise."),
        ("FREQ=WEEKLY;BYDAY=XX;COUNT=3", "la règle « FREQ=WEEKLY;BYDAY=XX » n’est pas comprise."),
    ],
)
def test_a_rule_that_cannot_be_followed_is_refused_in_french(rule, message):
    assert refusal(repeated(rule)) == message


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYDAY=7SU",
        "FREQ=MONTHLY;BYDAY=-6MO",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYDAY=6MO",
        "FREQ=YEARLY;BYDAY=53MO;BYMONTHDAY=1",
    ],
)
def test_a_day_that_never_comes_is_refused_without_searching_for_it(rule, monkeypatch):
    monkeypatch.setattr(rrule, "rrulestr", None)
    message = "la première date, mercredi 14\u00a0octobre 2026, ne suit pas la règle."
    assert refusal(repeated(f"{rule};COUNT=3")) == message
    assert next_days(rule, date(2026, 11, 22), 1) == ()


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY;BYDAY=5SU", (date(2026, 11, 29), date(2027, 1, 31))),
        ("FREQ=MONTHLY;BYDAY=-1SU,+1MO", (date(2026, 11, 29), date(2026, 12, 7))),
        ("FREQ=YEARLY;BYDAY=-53FR", (date(2027, 1, 1), date(2032, 1, 2))),
        ("FREQ=YEARLY;BYMONTH=2;BYDAY=5TU", (date(2028, 2, 29),)),
        ("FREQ=MONTHLY;BYMONTHDAY=13;BYDAY=FR", (date(2027, 8, 13), date(2028, 10, 13))),
    ],
)
def test_a_day_that_seldom_comes_is_found(rule, days):
    assert next_days(rule, date(2026, 11, 22), 2) == days


def test_a_rule_by_the_hour_is_refused():
    assert refusal(repeated("FREQ=HOURLY;COUNT=3")).startswith("FREQ dit tous les combien")


def test_an_exception_that_is_no_date_of_the_rule_is_told():
    event = repeated("FREQ=WEEKLY;COUNT=3", sauf=["22/10/2026"])
    assert refusal(event) == "« sauf » nomme un jour où la sortie n’a pas lieu : jeudi 22\u00a0octobre 2026."


def test_exceptions_that_leave_nothing_are_told():
    event = repeated("FREQ=WEEKLY;COUNT=1", sauf=["14/10/2026"])
    assert refusal(event) == "toutes les dates de la répétition sont dans « sauf »."


def test_four_hundred_dates_are_still_fine():
    assert len(expand(repeated("FREQ=DAILY;COUNT=400"))) == 400


def test_the_next_days_come_strictly_after_a_day():
    music = "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21"
    assert next_days(music, date(2026, 6, 20), 2) == (date(2026, 6, 21), date(2027, 6, 21))
    assert next_days(music, date(2026, 6, 21), 1) == (date(2027, 6, 21),)


def test_the_next_days_follow_the_week_of_the_month():
    heritage = "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA"
    assert next_days(heritage, date(2026, 11, 22), 2) == (date(2027, 9, 18), date(2028, 9, 16))


def test_an_impossible_day_gives_no_day_and_does_not_search_for_ever():
    assert next_days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", date(2026, 11, 22), 1) == ()


@pytest.mark.parametrize(
    "rule",
    ["FREQ=YEARLY", "FREQ=YEARLY;INTERVAL=2;BYMONTH=6;BYMONTHDAY=21", "FREQ=MONTHLY;BYDAY=1SU;COUNT=4"],
)
def test_a_rule_that_needs_a_first_date_cannot_give_the_next_days(rule):
    with pytest.raises(RecurrenceError, match="à elle seule"):
        next_days(rule, date(2026, 11, 22), 1)


def test_hours_are_those_of_paris():
    assert {found.start.tzinfo for found in expand(repeated("FREQ=WEEKLY;COUNT=3"))} == {PARIS}
