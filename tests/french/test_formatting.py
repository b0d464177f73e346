import datetime

import pytest
from babel.dates import get_day_names, get_month_names

from plugins.french import (
    PARIS,
    format_date,
    format_datetime,
    format_duration,
    format_month,
    format_range,
    format_time,
    parse_date,
    parse_datetime,
    parse_duration,
)
from plugins.french.vocabulary import MONTHS, MONTHS_SHORT, WEEKDAYS, WEEKDAYS_SHORT

DATES = [
    ((2026, 11, 12), "long", "jeudi 12\u00a0novembre 2026"),
    ((2026, 11, 12), "medium", "12\u00a0novembre 2026"),
    ((2026, 11, 12), "short", "12/11/2026"),
    ((2026, 11, 12), "day", "jeu. 12\u00a0nov."),
    ((2026, 11, 12), "day_month", "jeudi 12\u00a0novembre"),
    ((2026, 12, 1), "long", "mardi 1er\u00a0décembre 2026"),
    ((2026, 12, 1), "medium", "1er\u00a0décembre 2026"),
    ((2026, 12, 1), "short", "01/12/2026"),
    ((2026, 12, 1), "day", "mar. 1er\u00a0déc."),
    ((2026, 12, 1), "day_month", "mardi 1er\u00a0décembre"),
    ((2026, 8, 15), "day", "sam. 15\u00a0août"),
    ((2027, 2, 3), "day", "mer. 3\u00a0févr."),
]

TIMES = [
    ((20, 30), "20\u00a0h\u00a030"),
    ((20, 5), "20\u00a0h\u00a005"),
    ((20, 0), "20\u00a0h"),
    ((8, 0), "8\u00a0h"),
    ((0, 0), "0\u00a0h"),
    ((0, 30), "0\u00a0h\u00a030"),
    ((12, 0), "12\u00a0h"),
]

DATE_RANGES = [
    ("2026-12-05", "2026-12-07", "du 5 au 7 décembre 2026"),
    ("2026-12-01", "2026-12-03", "du 1er au 3 décembre 2026"),
    ("2026-11-30", "2026-12-02", "du 30 novembre au 2 décembre 2026"),
    ("2026-11-15", "2026-12-01", "du 15 novembre au 1er décembre 2026"),
    ("2026-12-30", "2027-01-02", "du 30 décembre 2026 au 2 janvier 2027"),
    ("2026-12-05", "2027-12-05", "du 5 décembre 2026 au 5 décembre 2027"),
    ("2026-11-12", "2026-11-12", "jeudi 12 novembre 2026"),
    ("2026-12-01", "2026-12-01", "mardi 1er décembre 2026"),
]

MOMENT_RANGES = [
    ("2026-11-12 20:00", "2026-11-12 22:30", "jeudi 12 novembre 2026, de 20 h à 22 h 30"),
    ("2026-11-12 20:00", "2026-11-12 20:00", "jeudi 12 novembre 2026 à 20 h"),
    ("2026-12-05 20:00", "2026-12-06 01:00", "samedi 5 décembre 2026, de 20 h à 1 h le lendemain"),
    ("2026-12-05 20:00", "2026-12-06 00:00", "samedi 5 décembre 2026, de 20 h à 0 h le lendemain"),
    (
        "2026-12-05 14:00",
        "2026-12-06 18:00",
        "du samedi 5 décembre à 14 h au dimanche 6 décembre 2026 à 18 h",
    ),
    (
        "2026-12-31 20:00",
        "2027-01-01 18:00",
        "du jeudi 31 décembre 2026 à 20 h au vendredi 1er janvier 2027 à 18 h",
    ),
    ("2026-10-25T02:30+02:00", "2026-10-25T03:30+01:00", "dimanche 25 octobre 2026, de 2 h 30 à 3 h 30"),
]

DURATIONS = [
    ({"minutes": 90}, "1 h 30"),
    ({"minutes": 65}, "1 h 05"),
    ({"minutes": 45}, "45 min"),
    ({"minutes": 1}, "1 min"),
    ({"seconds": 30}, "30 s"),
    ({"seconds": 90}, "1 min"),
    ({"hours": 2}, "2 h"),
    ({"days": 1}, "1 jour"),
    ({"hours": 24}, "1 jour"),
    ({"days": 3}, "3 jours"),
    ({"hours": 26}, "1 jour 2 h"),
    ({"days": 2, "minutes": 30}, "2 jours 30 min"),
]


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("date", "style", "expected"), DATES)
def test_a_date_is_written_in_each_style(date, style, expected):
    assert format_date(datetime.date(*date), style) == expected


def test_a_date_is_long_unless_told_otherwise():
    assert format_date(datetime.date(2026, 11, 12)) == "jeudi 12\u00a0novembre 2026"


def test_an_unknown_style_is_a_programming_error():
    with pytest.raises(ValueError, match="unknown date style: 'full'"):
        format_date(datetime.date(2026, 11, 12), "full")


def test_a_month_is_written_with_its_year():
    assert format_month(datetime.date(2026, 8, 1)) == "août 2026"


@pytest.mark.parametrize(("time", "expected"), TIMES)
def test_an_hour_is_written_with_h_and_two_digit_minutes(time, expected):
    assert format_time(datetime.time(*time)) == expected


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("long", "jeudi 12 novembre 2026 à 20 h 30"),
        ("medium", "12 novembre 2026 à 20 h 30"),
        ("short", "12/11/2026 à 20 h 30"),
        ("day", "jeu. 12 nov. à 20 h 30"),
        ("day_month", "jeudi 12 novembre à 20 h 30"),
    ],
)
def test_a_moment_is_a_date_then_an_hour(style, expected):
    assert spaced(format_datetime(datetime.datetime(2026, 11, 12, 20, 30, tzinfo=PARIS), style)) == expected


def test_a_moment_of_another_zone_is_told_in_paris_time():
    moment = datetime.datetime(2026, 7, 1, 22, 30, tzinfo=datetime.UTC)
    assert spaced(format_datetime(moment)) == "jeudi 2 juillet 2026 à 0 h 30"


@pytest.mark.parametrize(("start", "end", "expected"), DATE_RANGES)
def test_a_range_of_days_repeats_nothing_shared(start, end, expected):
    assert spaced(format_range(parse_date(start), parse_date(end))) == expected


@pytest.mark.parametrize(("start", "end", "expected"), MOMENT_RANGES)
def test_a_range_of_moments_repeats_nothing_shared(start, end, expected):
    assert spaced(format_range(parse_datetime(start), parse_datetime(end))) == expected


def test_a_range_that_ends_before_it_starts_is_a_programming_error():
    with pytest.raises(ValueError, match="ends before it starts"):
        format_range(datetime.date(2026, 12, 7), datetime.date(2026, 12, 5))


def test_a_range_of_a_day_and_a_moment_is_a_programming_error():
    with pytest.raises(TypeError, match="two dates or two datetimes"):
        format_range(datetime.date(2026, 12, 5), datetime.datetime(2026, 12, 6, tzinfo=PARIS))


@pytest.mark.parametrize(("duration", "expected"), DURATIONS)
def test_a_duration_is_written_with_its_units(duration, expected):
    assert spaced(format_duration(datetime.timedelta(**duration))) == expected


@pytest.mark.parametrize("minutes", [0, -5])
def test_a_duration_of_nothing_is_a_programming_error(minutes):
    with pytest.raises(ValueError, match="longer than zero"):
        format_duration(datetime.timedelta(minutes=minutes))


@pytest.mark.parametrize(
    "duration", [{"minutes": 90}, {"minutes": 65}, {"minutes": 45}, {"days": 3}, {"hours": 26}]
)
def test_a_written_duration_can_be_read_again(duration):
    expected = datetime.timedelta(**duration)
    assert parse_duration(format_duration(expected)) == expected


@pytest.mark.parametrize("style", ["long", "medium", "short"])
def test_every_day_of_a_leap_year_can_be_written_and_read_again(style):
    days = [datetime.date(2028, 1, 1) + datetime.timedelta(days=number) for number in range(366)]
    assert [parse_date(format_date(day, style)) for day in days] == days


def test_our_names_of_days_and_months_are_those_of_cldr():
    assert list(MONTHS) == list(get_month_names("wide", locale="fr").values())
    assert list(MONTHS_SHORT) == list(get_month_names("abbreviated", locale="fr").values())
    assert list(WEEKDAYS) == [get_day_names("wide", locale="fr")[day] for day in range(7)]
    assert list(WEEKDAYS_SHORT) == [get_day_names("abbreviated", locale="fr")[day] for day in range(7)]
