from dataclasses import replace
from datetime import date

import pytest
from icalendar import Calendar

from plugins.formats.ics import TIMEZONE, encode_event
from tests.formats.calendar_linter import faults
from tests.formats.samples import CONCERT, at, calendar, lines


def test_an_event_is_written_as_calendars_expect_it():
    assert lines(encode_event(CONCERT)) == [
        "BEGIN:VEVENT",
        "UID:2026-11-27-concert@exemple.fr",
        "DTSTAMP:20261120T000000Z",
        "LAST-MODIFIED:20261120T000000Z",
        "SEQUENCE:25160",
        "STATUS:CONFIRMED",
        "DTSTART;TZID=Europe/Paris:20261127T203000",
        "DTEND;TZID=Europe/Paris:20261127T220000",
        "SUMMARY:Concert\\, entrée libre",
        "DESCRIPTION:Une heure de musique \\; venez.\\nPrix : Entrée libre",
        "LOCATION:Théâtre de la Ville\\, 26000 Valence",
        "CATEGORIES:Musique,Conférence\\, débat",
        "GEO:44.930000;4.890000",
        "URL:https://www.exemple.fr/sorties/2026/11/27-concert/",
        "END:VEVENT",
        "",
    ]


def test_a_calendar_names_itself_and_brings_its_time_zone():
    content = calendar(CONCERT)
    assert lines(content)[:13] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Cultures du Coeur Drome-Ardeche//Sorties gratuites//FR",
        "CALSCALE:GREGORIAN",
        "X-WR-TIMEZONE:Europe/Paris",
        "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
        "X-PUBLISHED-TTL:PT12H",
        "NAME:Sorties gratuites",
        "X-WR-CALNAME:Sorties gratuites",
        "DESCRIPTION:Sorties gratuites en Drôme et en Ardèche.",
        "X-WR-CALDESC:Sorties gratuites en Drôme et en Ardèche.",
        "URL:https://www.exemple.fr/sorties/",
        "SOURCE;VALUE=URI:https://www.exemple.fr/sorties/agenda.ics",
    ]
    assert content.count(TIMEZONE) == 1
    assert content.endswith(b"END:VEVENT\r\nEND:VCALENDAR\r\n")


def test_the_same_values_give_the_same_bytes():
    assert calendar(CONCERT) == calendar(CONCERT)


def test_a_calendar_without_event_stays_valid_for_its_subscribers():
    assert faults(calendar()) == []


def test_days_end_on_the_day_after_and_leave_one_free():
    event = replace(CONCERT, start=date(2026, 12, 30), end=date(2027, 1, 2))
    assert lines(encode_event(event))[6:9] == [
        "DTSTART;VALUE=DATE:20261230",
        "DTEND;VALUE=DATE:20270103",
        "TRANSP:TRANSPARENT",
    ]
    assert "DTEND;VALUE=DATE:20261231" in lines(encode_event(replace(event, end=None)))


def test_an_end_that_is_not_known_is_not_invented():
    for end in (None, CONCERT.start):
        assert not [line for line in lines(encode_event(replace(CONCERT, end=end))) if "DTEND" in line]


def test_a_cancelled_event_says_so():
    assert "STATUS:CANCELLED" in lines(encode_event(replace(CONCERT, cancelled=True)))


def test_the_signs_that_calendars_keep_for_themselves_are_read_back_as_they_were_written():
    title = "Le dossier C:\\Bal; un, deux"
    content = calendar(replace(CONCERT, summary=title))
    assert "SUMMARY:Le dossier C:\\\\Bal\\; un\\, deux" in lines(content)
    assert str(Calendar.from_ical(content).events[0]["SUMMARY"]) == title


def test_an_hour_that_comes_twice_is_written_in_utc():
    event = replace(CONCERT, start=at(2026, 10, 25, 2, 30), end=at(2026, 10, 25, 2, 30, fold=1))
    assert lines(encode_event(event))[6:8] == ["DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"]


@pytest.mark.parametrize("mark", ["\n", "\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_a_line_break_in_a_title_cannot_write_a_property(mark):
    event = replace(CONCERT, summary=f"Concert{mark}ATTENDEE:mailto:pirate@exemple.fr{mark}END:VEVENT")
    content = calendar(event)
    assert faults(content) == []
    assert "SUMMARY:Concert\\nATTENDEE:mailto:pirate@exemple.fr\\nEND:VEVENT" in lines(content)
    assert content.count(b"\r\nEND:VEVENT") == 1


@pytest.mark.parametrize("mark", ["\n", "\r", "\x00", "\u2028"])
@pytest.mark.parametrize("field", ["uid", "url"])
def test_a_value_that_is_no_text_refuses_a_line_break(field, mark):
    with pytest.raises(ValueError, match="ATTENDEE"):
        encode_event(replace(CONCERT, **{field: f"a{mark}ATTENDEE:b"}))


def test_control_characters_are_left_out():
    assert "SUMMARY:Concert" in lines(encode_event(replace(CONCERT, summary="Con\x00ce\x1brt\x7f")))


@pytest.mark.parametrize("letter", ["a", "é", "—", "🎭"])
def test_long_words_are_folded_between_characters(letter):
    content = calendar(*(replace(CONCERT, uid=str(n), summary=letter * n) for n in range(1, 120)))
    assert faults(content) == []
    assert f"SUMMARY:{letter * 119}" in lines(content)
