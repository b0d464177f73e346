from datetime import date

import pytest

from plugins.views.series import series_card, series_cards
from tests.views.samples import SUNDAY, agenda, rendezvous

MUSIC = {"repetition": "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=21", "certitude_regle": "fixe", "duree_jours": "1"}
HERITAGE = {
    "repetition": "FREQ=YEARLY;BYMONTH=9;BYDAY=3SA",
    "certitude_regle": "observee",
    "duree_jours": "2",
}
MUSEUMS = {"repetition": "FREQ=MONTHLY;BYDAY=1SU", "certitude_regle": "observee", "duree_jours": "1"}
COMPUTED = "date calculée, à confirmer"
UNKNOWN = "date pas encore connue"


def told(today=SUNDAY, **fields):
    card = series_card(rendezvous("fete", **fields), agenda(), today)
    return card.when, card.state_label


def test_a_date_that_a_rule_gives_is_said_to_be_computed():
    assert told(**MUSIC) == ("lundi 21\u00a0juin 2027", COMPUTED)


def test_a_computed_date_passes_to_the_next_edition_once_it_is_over():
    assert told(date(2027, 6, 21), **MUSIC) == ("lundi 21\u00a0juin 2027", COMPUTED)
    assert told(date(2027, 6, 22), **MUSIC) == ("mercredi 21\u00a0juin 2028", COMPUTED)


def test_an_edition_that_goes_on_is_still_the_next_one():
    assert told(date(2027, 9, 19), **HERITAGE) == ("du 18 au 19\u00a0septembre 2027", COMPUTED)
    assert told(date(2027, 9, 20), **HERITAGE) == ("du 16 au 17\u00a0septembre 2028", COMPUTED)


def test_a_confirmed_edition_comes_before_the_computed_date_of_the_same_year():
    moved = {"debut": "2027-06-19", "etat": "confirmee"}
    assert told(**MUSIC, editions=[moved]) == ("samedi 19\u00a0juin 2027", "date confirmée")


def test_a_confirmed_edition_wins_over_a_computed_one_written_beside_it():
    editions = [{"debut": "2027-06-21", "etat": "calculee"}, {"debut": "2027-06-26", "etat": "confirmee"}]
    assert told(**MUSIC, editions=editions) == ("samedi 26\u00a0juin 2027", "date confirmée")


def test_an_edition_held_on_another_day_is_not_announced_a_second_time():
    held = {"debut": "2027-06-19", "etat": "confirmee"}
    assert told(date(2027, 6, 20), **MUSIC, editions=[held]) == ("mercredi 21\u00a0juin 2028", COMPUTED)


def test_a_year_known_to_break_the_rule_is_not_computed():
    editions = [{"annee": "2027", "etat": "inconnue"}]
    assert told(**MUSIC, editions=editions) == ("en 2027, jour pas encore connu", UNKNOWN)


def test_a_computed_edition_that_is_written_stays_computed():
    editions = [{"debut": "2026-11-01", "fin": "2026-11-30", "etat": "calculee"}]
    assert told(editions=editions) == ("du 1er au 30\u00a0novembre 2026", COMPUTED)


def test_without_a_rule_an_unknown_year_is_said():
    editions = [{"debut": "2026-05-23", "etat": "confirmee"}, {"annee": "2027", "etat": "inconnue"}]
    assert told(editions=editions) == ("en 2027, jour pas encore connu", UNKNOWN)


def test_a_likely_day_is_never_sure():
    editions = [{"annee": "2027", "etat": "inconnue", "probable": "2027-06-04"}]
    assert told(editions=editions) == ("en 2027, peut-être le vendredi 4\u00a0juin", UNKNOWN)


def test_a_doubtful_date_is_told_with_its_doubt():
    editions = [{"debut": "2027-07-09", "fin": "2027-07-14", "etat": "douteuse"}]
    assert told(editions=editions) == ("peut-être du 9 au 14\u00a0juillet 2027", "date douteuse")


def test_nothing_is_invented_when_nothing_is_known():
    assert told() == ("prochaine édition pas encore annoncée", UNKNOWN)
    assert told(editions=[{"debut": "2025-07-23", "etat": "confirmee"}]) == (
        "prochaine édition pas encore annoncée",
        UNKNOWN,
    )
    assert told(editions=[{"annee": "2025", "etat": "inconnue"}]) == (
        "prochaine édition pas encore annoncée",
        UNKNOWN,
    )


def test_a_rule_that_nobody_trusts_gives_no_date():
    assert told(**MUSIC | {"certitude_regle": "aucune"}) == ("prochaine édition pas encore annoncée", UNKNOWN)


@pytest.mark.parametrize(
    ("today", "when"),
    [
        (date(2026, 11, 22), "dimanche 6\u00a0décembre 2026"),
        (date(2026, 12, 6), "dimanche 6\u00a0décembre 2026"),
        (date(2026, 12, 7), "dimanche 3\u00a0janvier 2027"),
    ],
)
def test_a_monthly_rendezvous_has_an_edition_each_month(today, when):
    assert told(today, **MUSEUMS)[0] == when


def test_a_confirmed_month_does_not_hide_the_sooner_computed_one():
    editions = [{"debut": "2027-02-14", "etat": "confirmee"}]
    assert told(**MUSEUMS, editions=editions) == ("dimanche 6\u00a0décembre 2026", COMPUTED)
    assert told(date(2027, 2, 1), **MUSEUMS, editions=editions) == (
        "dimanche 14\u00a0février 2027",
        "date confirmée",
    )


def test_a_card_tells_where_and_how_often_it_is_free():
    local = series_card(rendezvous("alba", commune="26161", gratuit="en-partie"), agenda(), SUNDAY)
    assert (local.where, local.free, local.starts, local.ends) == (
        "Lemps (Drôme)",
        "gratuit en partie",
        "",
        "",
    )
    national = series_card(rendezvous("musique", **MUSIC), agenda(), SUNDAY)
    assert (national.where, national.starts, national.ends) == (
        "Partout en France",
        "2027-06-21",
        "2027-06-21",
    )


def test_the_soonest_come_first_and_those_without_a_day_last():
    catalog = agenda(
        series=[
            rendezvous("inconnu"),
            rendezvous("patrimoine", **HERITAGE),
            rendezvous("musique", **MUSIC),
        ]
    )
    assert [card.name for card in series_cards(catalog, SUNDAY)] == [
        "Fête musique",
        "Fête patrimoine",
        "Fête inconnu",
    ]
