"""What a list says on the day it is made, and what it carries for the sixty days that follow."""

from datetime import date, datetime, timedelta

import pytest

from tests.events.samples import compiled, labels
from tests.views.samples import SUNDAY, agenda, outing

LATER = (0, 1, 7, 30, 60)
SEASON = agenda(
    outing("2026-10-05-theatre", "05/10/2026 20h"),
    outing("2026-11-22-fete", {"debut": "22/11/2026 10h", "fin": "22/11/2026 11h"}),
    outing("2026-11-27-concert", {"debut": "27/11/2026 20h30", "fin": "28/11/2026 1h"}),
    outing("2026-11-14-expo", {"debut": "14/11/2026", "fin": "12/01/2027"}),
    outing("2026-12-02-conte", "02/12/2026 14h30", adresse={"nom": "Salle", "commune": "26161"}),
    outing("2026-11-25-atelier", {"debut": "25/11/2026 14h", "duree": "2h"}, repetition={"regle": "FREQ=WEEKLY;COUNT=4"}),
)  # fmt: skip


def _day(text: str) -> date:
    """Read the day of an ISO 8601 end; before six in the morning it is still the evening before."""
    if len(text) == len("2026-11-22"):
        return date.fromisoformat(text)
    return (datetime.fromisoformat(text) - timedelta(hours=6)).date()


def _lists(today: date):
    return [
        page
        for page in compiled(SEASON, today).values()
        if page.template == "events" and not page.context["is_archive"]
    ]


@pytest.mark.parametrize("days", LATER)
def test_whatever_the_day_it_is_made_no_list_shows_as_coming_what_is_over(days):
    today = SUNDAY + timedelta(days=days)
    cards = [card for page in _lists(today) for group in page.context["groups"] for card in group.events]
    assert [card.address for card in cards if _day(card.ends or card.starts[:10]) < today] == []
    assert "Terminé" not in {card.status for card in cards}


@pytest.mark.parametrize("days", LATER)
def test_every_list_says_the_day_it_was_made_and_each_day_has_its_heading(days):
    today = SUNDAY + timedelta(days=days)
    for page in _lists(today):
        assert page.context["made_on"] == today
        for group in page.context["groups"]:
            assert group.label == "Déjà commencé" or len({card.starts[:10] for card in group.events}) == 1
        assert len(set(labels(page))) == len(labels(page))


def test_a_card_with_other_dates_says_when_the_last_one_ends():
    cards = {
        card.address: card.last
        for group in compiled(SEASON)["/sorties/"].context["groups"]
        for card in group.events
    }
    assert cards["/sorties/2026/11/25-atelier/"] == "2026-12-16T16:00:00+01:00"
    assert {last for address, last in cards.items() if "atelier" not in address} == {""}


def test_today_and_the_week_end_say_their_last_day_and_no_other_list_does():
    ends = {page.address: page.context["valid_until"] for page in _lists(date(2026, 11, 25))}
    assert ends.pop("/sorties/ce-week-end/") == date(2026, 11, 29)
    assert ends.pop("/sorties/aujourd-hui/") == date(2026, 11, 25)
    assert set(ends.values()) == {None}
