from datetime import date

import pytest

from plugins.catalog.models.event import AgeRange, Event, FreeAdmission, Genre
from plugins.views.events import TINTS, age_in_words, event_card, free_in_words, occurrence_card
from tests.views.samples import SUNDAY, agenda, outing, place

NAME = "2026-11-27-concert"


def card(event: Event, today: date = SUNDAY, **records):
    return event_card(event, agenda(event, **records), today)


def test_a_card_tells_when_and_where():
    found = card(outing(NAME, {"debut": "27/11/2026 20h30", "fin": "27/11/2026 22h"}, genre="musique"))
    assert (found.weekday, found.day, found.month, found.hour) == ("ven.", "27", "nov.", "20\u00a0h\u00a030")
    assert (found.place, found.commune) == ("Théâtre de la Ville", "Valence")
    assert (found.starts, found.ends) == ("2026-11-27T20:30:00+01:00", "2026-11-27T22:00:00+01:00")
    assert (found.genre, found.tint, found.address) == ("Musique", "lavande", "/sorties/2026/11/27-concert/")
    assert (found.status, found.former, found.until) == ("", "", "")


def test_a_card_without_hour_shows_no_hour():
    found = card(outing("2026-12-01-marche", "01/12/2026"))
    assert (found.day, found.hour, found.starts, found.ends) == ("1er", "", "2026-12-01", "")


def test_an_exhibition_says_until_when():
    found = card(outing("2026-11-14-expo", {"debut": "14/11/2026", "fin": "12/01/2027"}))
    assert (found.weekday, found.day, found.until) == ("sam.", "14", "jusqu’au 12\u00a0janv.")


def test_an_evening_that_ends_after_midnight_is_one_evening():
    found = card(outing(NAME, {"debut": "27/11/2026 21h", "fin": "28/11/2026 2h"}))
    assert (found.until, found.ends) == ("", "2026-11-28T02:00:00+01:00")


def test_the_next_date_is_shown_with_the_number_of_the_others():
    found = card(outing("2026-11-20-atelier", "20/11/2026", "24/11/2026", "25/11/2026", "26/11/2026"))
    assert (found.day, found.chips, found.status) == ("24", ("Tout public", "2\u00a0autres dates"), "")


def test_the_last_date_is_shown_when_all_is_over():
    found = card(outing("2026-11-20-atelier", "20/11/2026", "21/11/2026"))
    assert (found.day, found.status) == ("21", "Terminé")


def test_an_evening_is_not_over_on_its_own_day():
    event = outing("2026-11-22-fete", {"debut": "22/11/2026 10h", "fin": "22/11/2026 11h"})
    assert card(event, date(2026, 11, 22)).status == ""
    assert card(event, date(2026, 11, 23)).status == "Terminé"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("annule", "Annulé"),
        ("complet", "Complet"),
        ("deplace", "Déplacé"),
        ("reporte", "Reporté"),
        ("programme", ""),
    ],
)
def test_what_changes_is_said_in_words(status, words):
    assert card(outing(NAME, "27/11/2026", statut=status)).status == words


def test_a_cancelled_outing_stays_cancelled_when_its_day_is_over():
    assert card(outing(NAME, "27/11/2026", statut="annule"), date(2026, 12, 1)).status == "Annulé"


def test_a_postponed_outing_says_its_former_date():
    event = outing(NAME, "11/12/2026 20h30", statut="reporte", ancien_debut="27/11/2026 20h30")
    found = card(event)
    assert (found.day, found.status) == ("11", "Reporté")
    assert found.former == "était prévu le vendredi 27\u00a0novembre à 20\u00a0h\u00a030"


def test_a_former_day_without_hour_is_told_too():
    event = outing(NAME, "11/12/2026", statut="reporte", ancien_debut="27/11/2026")
    assert card(event).former == "était prévu le vendredi 27\u00a0novembre"


@pytest.mark.parametrize(
    ("free", "words"),
    [
        ({"type": "entree-libre"}, "Entrée libre"),
        (
            {"type": "sur-reservation", "frais_restants": "3,50"},
            "Gratuit sur réservation (reste à payer : 3,50\u00a0€)",
        ),
        ({"type": "sur-reservation", "frais_restants": "0"}, "Gratuit sur réservation"),
        ({"type": "prix-libre"}, "Prix libre : vous donnez ce que vous voulez, même rien"),
        (
            {"type": "sous-condition", "condition": "pour les moins de 18 ans", "frais_restants": "2"},
            "Gratuit sous condition : pour les moins de 18 ans (reste à payer : 2\u00a0€)",
        ),
    ],
)
def test_how_it_is_free_is_told_with_what_remains_to_pay(free, words):
    assert free_in_words(FreeAdmission.model_validate(free)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (6, None, "Dès 6\u00a0ans"),
        (1, None, "Dès 1\u00a0an"),
        (0, None, "Dès la naissance"),
        (6, 12, "De 6 à 12\u00a0ans"),
        (None, 12, "Jusqu’à 12\u00a0ans"),
        (0, 3, "Jusqu’à 3\u00a0ans"),
        (None, None, ""),
    ],
)
def test_ages_are_told_in_words(low, high, words):
    assert age_in_words(AgeRange(min=low, max=high)) == words


def test_chips_tell_for_whom_and_what_is_arranged():
    access = {"fauteuil": "oui", "audition": "non", "calme": "oui : petite salle"}
    event = outing(NAME, "27/11/2026", public=["enfants", "familles"], age={"min": "6"}, acces=access)
    assert card(event).chips == ("Enfants", "En famille", "Dès 6\u00a0ans", "En fauteuil roulant", "Au calme")


def test_what_the_outing_does_not_say_its_place_may_say():
    theatre = place("theatre-de-la-ville", "Théâtre", acces={"fauteuil": "oui", "audition": "oui : boucle"})
    event = outing(NAME, "27/11/2026", acces={"fauteuil": "non : scène dehors"})
    assert card(event, places=(theatre,)).chips == ("Tout public", "Sourds et malentendants")


def test_an_address_that_has_no_record_is_shown():
    event = outing(NAME, "27/11/2026", adresse={"nom": "Salle des fêtes", "commune": "26161"})
    found = card(event)
    assert (found.place, found.commune) == ("Salle des fêtes", "Lemps (Drôme)")


def test_an_example_says_so():
    event = outing("exemple-concert", "27/11/2026", exemple=True)
    assert card(event).example


def test_one_date_of_many_has_its_own_card():
    event = outing(NAME, "27/11/2026 20h", "28/11/2026 15h")
    found = occurrence_card(event, event.dates[1], agenda(event))
    assert (found.weekday, found.hour, found.chips) == ("sam.", "15\u00a0h", ("Tout public",))


def test_every_genre_has_a_colour_of_the_territory():
    assert set(TINTS) == set(Genre)
    assert set(TINTS.values()) == {"rouge", "abricot", "lavande", "chataigne", "pin", "rhone"}
