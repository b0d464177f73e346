from datetime import date

from plugins.views.calendar import coming_events, coming_showings, next_showings, visible_events
from tests.views.samples import SUNDAY, agenda, outing


def names(events):
    return [event.slug[11:] for event in events]


def test_what_comes_is_in_order_of_time_and_what_is_over_is_not_there():
    catalog = agenda(
        outing("2026-11-28-samedi", "28/11/2026 15h"),
        outing("2026-11-21-hier", "21/11/2026 20h"),
        outing("2026-11-28-matin", "28/11/2026 9h30"),
        outing("2026-11-22-aujourd-hui", "22/11/2026 10h"),
    )
    assert names(coming_events(catalog, SUNDAY)) == ["aujourd-hui", "matin", "samedi"]


def test_an_evening_that_ends_after_midnight_is_over_the_next_day():
    ball = outing("2026-11-21-bal", {"debut": "21/11/2026 21h", "fin": "22/11/2026 3h"})
    assert names(coming_events(agenda(ball), date(2026, 11, 21))) == ["bal"]
    assert coming_events(agenda(ball), date(2026, 11, 22)) == ()


def test_an_exhibition_that_goes_on_is_coming_until_its_last_day():
    show = outing("2026-11-01-expo", {"debut": "01/11/2026", "fin": "12/01/2027"})
    assert names(coming_events(agenda(show), date(2027, 1, 12))) == ["expo"]
    assert coming_events(agenda(show), date(2027, 1, 13)) == ()


def test_what_has_no_proof_is_not_seen():
    event = outing("2026-11-28-rumeur", "28/11/2026", gratuite={"type": "entree-libre"})
    assert visible_events(agenda(event), SUNDAY) == ()


def test_a_draft_is_not_seen():
    assert visible_events(agenda(outing("2026-11-28-x", "28/11/2026", brouillon="oui")), SUNDAY) == ()


def test_what_is_withdrawn_today_is_not_seen_today():
    catalog = agenda(outing("2026-11-28-x", "28/11/2026", retirer_le="22/11/2026"))
    assert names(visible_events(catalog, date(2026, 11, 21))) == ["x"]
    assert visible_events(catalog, date(2026, 11, 22)) == ()


def test_what_is_published_tomorrow_is_not_seen_today():
    catalog = agenda(outing("2026-11-28-x", "28/11/2026", publier_le="23/11/2026"))
    assert visible_events(catalog, date(2026, 11, 22)) == ()
    assert names(visible_events(catalog, date(2026, 11, 23))) == ["x"]


def test_a_repeated_outing_comes_at_each_of_its_dates_but_next_only_once():
    event = outing("2026-11-18-atelier", "18/11/2026 18h", repetition={"regle": "FREQ=WEEKLY;COUNT=4"})
    days = [showing.occurrence.first_day.day for showing in coming_showings([event], SUNDAY)]
    assert days == [25, 2, 9]
    assert [showing.occurrence.first_day.day for showing in next_showings([event], SUNDAY)] == [25]
