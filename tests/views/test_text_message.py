import pytest

from plugins.catalog.models.number import OutingNumber
from plugins.catalog.recurrence import expand
from plugins.views.text_message import BASIC, EXTENDED, gsm_length, text_message, to_gsm
from tests.views.samples import agenda, outing

URL = "https://www.exemple.fr"


def _message(slug: str, *dates: object, number: str = "", **fields: object) -> str:
    event = outing(slug, *dates, **fields)
    record = {"slug": number, "numero": number, "sortie": slug}
    numbers = (OutingNumber.model_validate(record),) if number else ()
    catalog = agenda(event)
    object.__setattr__(catalog, "numbers", {found.slug: found for found in numbers})
    return text_message(event, expand(event)[0], catalog, URL)


def test_a_message_says_when_what_where_how_free_and_where_to_read_more():
    assert _message("2026-11-24-contes", "24/11/2026 17h30", titre="Contes du soir", number="1007") == (
        "mar 24 nov 17h30 : Contes du soir. Théatre de la Ville, Valence. Entrée libre. exemple.fr/1007"
    )


def test_a_message_begins_with_what_must_be_known_first():
    assert _message("2026-11-24-x", "24/11/2026 20h", statut="annule").startswith(
        "ANNULÉ - mar 24 nov 20h : "
    )


def test_several_days_are_told_from_the_first_to_the_last():
    dates = {"debut": "24/11/2026", "fin": "12/12/2026"}
    assert _message("2026-11-24-x", dates).startswith("mar 24 nov au sam 12 déc : ")


@pytest.mark.parametrize("title", ["œ" * 140, "€" * 140, "mot " * 35, "Łódź 東京 🎉 « oui » – non"])
def test_a_message_is_never_longer_than_one_and_every_phone_shows_it(title: str):
    message = _message(
        "2026-11-24-x",
        "24/11/2026 17h30",
        titre=title[:140].strip(),
        statut="reporte",
        ancien_debut="20/11/2026 17h30",
        gratuite={"type": "sur-reservation", "preuve": "affiche"},
        number="1007",
    )
    assert gsm_length(message) <= 160
    assert set(message) <= BASIC | EXTENDED
    assert message.endswith("exemple.fr/1007")


def test_a_sign_of_the_extension_counts_twice():
    assert gsm_length("2 €") == 4


def test_french_signs_become_those_of_phones():
    assert to_gsm("« L’œuvre » à 20\u202fh\u202f30… ç ê") == '"L\'oeuvre" à 20 h 30... c e'
