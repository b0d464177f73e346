from datetime import date

import pytest

from plugins.catalog.models.event import Event
from plugins.welcome.greeting import WELCOME, Greeting, greet, season_tint
from tests.association.samples import catalog, commune

VALENCE = commune("26362", "Valence", "valence")
TUESDAY, SUNDAY = date(2026, 11, 24), date(2026, 11, 29)


def event(day, **fields):
    base = {
        "slug": f"sortie-{day}",
        "titre": "Concert",
        "resume": "À voir.",
        "dates": [{"debut": day}],
        "adresse": {"nom": "Salle des fêtes", "commune": "26362"},
        "gratuite": {"type": "entree-libre", "preuve": "affiche"},
    }
    return Event.model_validate(base | fields)


def greeting(today, *events):
    return greet(catalog(communes=[VALENCE], events=events), today)


def test_the_outings_of_the_week_are_counted_until_the_first_of_them_is_over():
    met = greeting(TUESDAY, event("2026-11-25"), event("2026-11-29"), event("2026-11-30"))
    assert met == Greeting(
        "Cette semaine,", "2\u00a0sorties gratuites", "près de chez vous", date(2026, 11, 25)
    )


def test_one_outing_is_said_in_the_singular():
    assert greeting(TUESDAY, event("2026-11-25")).accent == "1\u00a0sortie gratuite"


@pytest.mark.parametrize("day", [27, 28, 29])
def test_from_friday_on_the_week_is_a_week_end(day):
    assert greeting(date(2026, 11, day), event("2026-11-29")).opening == "Ce week-end,"


def test_what_began_before_and_goes_on_is_of_this_week_and_true_until_sunday():
    lasting = event("2026-11-01", dates=[{"debut": "2026-11-01", "fin": "2026-12-31"}])
    assert greeting(TUESDAY, lasting).until == SUNDAY


def test_an_outing_with_two_dates_in_the_week_counts_once():
    twice = event("2026-11-25", dates=[{"debut": "2026-11-25"}, {"debut": "2026-11-26"}])
    assert greeting(TUESDAY, twice).accent == "1\u00a0sortie gratuite"


def test_an_empty_week_gives_way_to_the_next_one_then_to_later():
    later = event("2026-12-24")
    assert greeting(TUESDAY, event("2026-12-02"), later).opening == "La semaine prochaine,"
    assert greeting(TUESDAY, later) == Greeting(
        "Bientôt,", "1\u00a0sortie gratuite", "près de chez vous", date(2026, 12, 24)
    )


@pytest.mark.parametrize("status", ["annule", "complet"])
def test_nobody_is_invited_to_what_is_cancelled_or_full(status):
    assert greeting(TUESDAY, event("2026-11-25", statut=status)) == WELCOME


def test_without_any_outing_everyone_is_welcome_all_the_same():
    assert greeting(TUESDAY) == WELCOME
    assert WELCOME.until is None


def test_each_season_has_its_colour():
    tints = [season_tint(date(2026, month, 1)) for month in (12, 2, 3, 5, 6, 8, 9, 11)]
    assert tints == ["lavande", "lavande", "pin", "pin", "abricot", "abricot", "chataigne", "chataigne"]
