"""The linter catches what it says: for each rule, a right calendar with one thing changed."""

import pytest

from tests.formats.calendar_linter import RULES, faults
from tests.formats.calendar_reading import read
from tests.formats.samples import CONCERT, calendar

RIGHT = calendar(CONCERT)
EVENT = RIGHT[RIGHT.index(b"BEGIN:VEVENT") : RIGHT.index(b"END:VCALENDAR")]
WRONG = [
    ("utf-8", b"musique", b"musiqu\xe9"),
    ("utf-8", b"BEGIN:VCALENDAR\r\n", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n"),
    ("crlf", b"VERSION:2.0\r\n", b"VERSION:2.0\n"),
    ("crlf", b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
    ("fold", b"UID:", b"UID:" + b"x" * 80),
    ("cut", b"entr\xc3\xa9e", b"entr\xc3\r\n \xa9e"),
    ("blank", b"BEGIN:VEVENT", b"\r\nBEGIN:VEVENT"),
    ("control", b"Concert", b"Con\x07cert"),
    ("line", b"BEGIN:VEVENT", b"ceci n'est pas une ligne\r\nBEGIN:VEVENT"),
    ("nesting", b"END:VEVENT\r\n", b""),
    ("nesting", b"END:VEVENT", b"END:VTODO"),
    ("nesting", RIGHT, b""),
    ("nesting", RIGHT, EVENT),
    ("nesting", b"END:VCALENDAR\r\n", b"END:VCALENDAR\r\nSUMMARY:dehors\r\n"),
    ("required", b"UID:2026-11-27-concert@exemple.fr\r\n", b""),
    ("required", b"DTSTAMP:20261120T000000Z\r\n", b""),
    ("required", b"DTSTART;TZID=Europe/Paris:20261127T203000\r\n", b""),
    ("required", b"TZOFFSETTO:+0200\r\n", b""),
    ("once", b"SEQUENCE:25160", b"SEQUENCE:25160\r\nSEQUENCE:25161"),
    ("once", b"VERSION:2.0", b"VERSION:2.0\r\nVERSION:2.0"),
    ("both", b"SEQUENCE:25160", b"SEQUENCE:25160\r\nDURATION:PT1H"),
    ("both", b"SEQUENCE:25160", b"RRULE:FREQ=DAILY;COUNT=2;UNTIL=20261201T000000Z"),
    ("version", b"VERSION:2.0", b"VERSION:1.0"),
    ("value", b"SEQUENCE:25160", b"SEQUENCE:deux"),
    ("value", b"STATUS:CONFIRMED", b"STATUS:ANNULE"),
    ("value", b"20261127T203000", b"20261327T203000"),
    ("value", b"20261127T203000", b"20261127"),
    ("value", b"GEO:44.930000;4.890000", b"GEO:44,93;4,89"),
    ("value", b"SEQUENCE:25160", b"RRULE:INTERVAL=2"),
    ("value", b"SEQUENCE:25160", b"RRULE:FREQ=WEEKLY;BYDAY=MO, TU"),
    ("value", b"SEQUENCE:25160", b"EXDATE:"),
    ("value", b"SEQUENCE:25160", b"RDATE;VALUE=PERIOD:199709T180000Z/PT5H30M"),
    ("value", b"TZOFFSETTO:+0200", b"TZOFFSETTO:+5744"),
    ("utc", b"DTSTAMP:20261120T000000Z", b"DTSTAMP:20261120T000000"),
    ("zone", b"TZID:Europe/Paris", b"TZID:Europe/Rome"),
    ("order", b"20261127T220000", b"20261127T203000"),
    ("order", b"DTEND;TZID=Europe/Paris:20261127T220000", b"DTEND;VALUE=DATE:20261128"),
    ("escape", b"Concert\\,", b"Concert,"),
    ("escape", b"Concert\\,", b"Concert\\x"),
    ("uid", EVENT, EVENT + EVENT),
]


def test_a_right_calendar_has_no_fault():
    assert faults(RIGHT) == []


@pytest.mark.parametrize(("rule", "right", "wrong"), WRONG, ids=lambda value: str(value)[:30])
def test_what_breaks_a_rule_is_told_by_its_name(rule, right, wrong):
    assert RIGHT.count(right) >= 1
    assert rule in {code for code, _ in faults(RIGHT.replace(right, wrong, 1))}


def test_every_rule_is_tried_and_named():
    assert {rule for rule, _, _ in WRONG} == RULES.keys()


def test_recurrences_of_one_uid_are_told_apart():
    other = EVENT.replace(b"SEQUENCE", b"RECURRENCE-ID:20261127T193000Z\r\nSEQUENCE")
    assert faults(RIGHT.replace(EVENT, EVENT + other)) == []


def test_our_reader_gives_back_the_words_that_were_written():
    root, _ = read(RIGHT)
    event = root.components[0].children("VEVENT")[0]
    assert [found.text for found in event.all("DESCRIPTION")] == [CONCERT.description]
    assert [found.text for found in event.all("SUMMARY")] == [CONCERT.summary]
