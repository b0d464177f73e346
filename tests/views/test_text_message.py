from datetime import date
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plugins.catalog.models.number import OutingNumber
from plugins.views.calendar import shown_occurrence
from plugins.views.gsm import septets
from plugins.views.text_message import ON_ONE_LINE, sms_link, text_message
from tests.views.samples import agenda, outing, place

URL = "https://www.culturesducoeur26-07.org"
NAME = "2026-11-27-concert"


def message(event, number="", today=date(2026, 11, 22), **records):
    written = {"slug": number, "numero": number, "sortie": event.slug}
    numbers = {number: OutingNumber.model_validate(written)} if number else {}
    catalog = agenda(event, numbers=numbers, **records)
    return text_message(event, shown_occurrence(event, today), catalog, URL)


def test_a_message_says_what_when_where_and_how_it_is_free():
    event = outing(NAME, "27/11/2026 20h30", titre="La fête du conte")
    assert message(event, "1007") == (
        "La fete du conte\nven. 27 nov. 20h30\nThéatre de la Ville, Valence\nEntrée libre\n"
        "www.culturesducoeur26-07.org/1007/"
    )


def test_without_number_the_whole_address_is_given_when_it_fits():
    assert message(outing(NAME, "27/11/2026")).endswith(
        "\nwww.culturesducoeur26-07.org/sorties/2026/11/27-concert/"
    )
    long = outing("2026-11-27-" + "concert-" * 9 + "x", "27/11/2026")
    assert message(long).endswith("\nwww.culturesducoeur26-07.org")


@pytest.mark.parametrize(
    ("status", "first"),
    [
        ("annule", "ANNULÉ : "),
        ("complet", "COMPLET : "),
        ("deplace", "DÉPLACÉ : "),
        ("reporte", "REPORTÉ : "),
    ],
)
def test_what_changes_everything_comes_first(status, first):
    assert message(outing(NAME, "27/11/2026", titre="Bal", statut=status), "1007").startswith(f"{first}Bal\n")


def test_an_exhibition_says_its_two_days_and_a_booking_its_phone():
    event = outing(
        NAME,
        {"debut": "27/11/2026", "fin": "12/01/2027"},
        gratuite={"type": "sur-reservation", "preuve": "x"},
        reservation={"tel": "04 75 00 00 00"},
    )
    assert message(event, "1007").split("\n")[1:4] == [
        "du ven. 27 nov. au mar. 12 janv.",
        "Théatre de la Ville, Valence",
        "Gratuit sur réservation, 04 75 00 00 00",
    ]


def test_the_next_date_is_the_one_that_is_told():
    event = outing(NAME, "27/11/2026 14h", "04/12/2026 14h05")
    assert message(event, "1007", date(2026, 11, 28)).split("\n")[1] == "ven. 4 déc. 14h05"


@pytest.mark.parametrize("sign", ["a", "ê", "€", "[", "œ", "…", "🎭", "« "])
@pytest.mark.parametrize("length", [20, 60, 100, 140])
@pytest.mark.parametrize("number", ["", "1007"])
def test_a_message_is_never_more_than_one(sign, length, number):
    venue = place("theatre-de-la-ville", ("Théâtre " + sign * 140)[:140])
    event = outing(
        NAME,
        "27/11/2026 20h30",
        titre=(sign * length)[:length],
        statut="reporte",
        ancien_debut="20/11/2026",
        gratuite={"type": "sous-condition", "condition": "pour les moins de 18 ans", "preuve": "x"},
        reservation={"tel": "04 75 00 00 00"},
    )
    sent = message(event, number, places=(venue,))
    assert 0 < septets(sent) <= 160
    assert sent.startswith("REPORTÉ :")
    assert "ven. 27 nov. 20h30" in sent
    assert "Valence" in sent


def test_the_link_opens_a_message_on_android_and_on_ios():
    link = sms_link("Été & fête\nEntrée libre ?")
    assert link == "sms:?&body=%C3%89t%C3%A9%20%26%20f%C3%AAte%0AEntr%C3%A9e%20libre%20%3F"
    assert parse_qs(urlsplit(link).query)["body"] == ["Été & fête\nEntrée libre ?"]
    assert unquote(link).startswith("sms:?&body=Été")


def test_a_postponed_outing_says_its_former_day_when_there_is_room():
    event = outing(NAME, "11/12/2026 20h30", titre="Bal", statut="reporte", ancien_debut="27/11/2026 20h30")
    assert message(event, "1007").startswith("REPORTÉ : Bal\nven. 11 déc. 20h30 (au lieu du ven. 27 nov.)\n")


def test_a_list_of_messages_has_one_a_line():
    event = outing(NAME, "27/11/2026 20h30", titre="Bal")
    found = text_message(event, event.dates[0], agenda(event), URL, ON_ONE_LINE)
    assert found.startswith("Bal - ven. 27 nov. 20h30 - Théatre de la Ville, Valence - Entrée libre - www.")
    assert "\n" not in found
