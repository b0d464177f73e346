from datetime import date

from plugins.events.pages import DateLine
from plugins.resources import Crumb
from plugins.views.cards import Fact
from tests.events.samples import compiled
from tests.views.samples import agenda, outing

CONCERT = outing("2026-11-27-concert", {"debut": "27/11/2026 20h30", "fin": "27/11/2026 22h"})
ADDRESS = "/sorties/2026/11/27-concert/"


def page(event, today=date(2026, 11, 22)):
    return compiled(agenda(event), today)[event.address]


def test_an_outing_tells_its_dates_and_its_place():
    found = page(CONCERT)
    assert found.context["occurrences"] == (
        DateLine(
            "vendredi 27\u00a0novembre 2026, de 20\u00a0h\u00a030 à 22\u00a0h",
            "2026-11-27T20:30:00+01:00",
            "2026-11-27T22:00:00+01:00",
            past=False,
        ),
    )
    assert found.context["place"].address == "/lieux/theatre-de-la-ville/"
    assert found.context["address_lines"] == ("Théâtre de la Ville", "1 place de la Liberté", "26000 Valence")
    assert found.breadcrumbs == (Crumb("Sorties", "/sorties/"), Crumb("Valence", "/sorties/a/valence/"))
    assert not found.context["is_over"]


def test_the_page_of_a_past_outing_stays_and_says_it_is_over():
    found = page(CONCERT, date(2026, 12, 24))
    assert found.address == ADDRESS
    assert found.context["is_over"]
    assert found.context["card"].status == ""
    assert found.context["occurrences"][0].past
    assert found.breadcrumbs == (Crumb("Sorties", "/sorties/"),)


def test_dates_to_come_are_told_before_those_that_are_over():
    event = outing("2026-11-18-atelier", "18/11/2026", repetition={"regle": "FREQ=WEEKLY;COUNT=3"})
    lines = page(event).context["occurrences"]
    assert [(line.starts, line.past) for line in lines] == [
        ("2026-11-25", False),
        ("2026-12-02", False),
        ("2026-11-18", True),
    ]


def test_an_address_without_record_has_no_place_card():
    event = outing("2026-11-27-bal", "27/11/2026", adresse={"nom": "Salle des fêtes", "commune": "26161"})
    found = page(event)
    assert found.context["place"] is None
    assert found.context["address_lines"] == ("Salle des fêtes", "26000 Lemps")


def test_facts_answer_in_the_order_a_visitor_asks():
    event = outing(
        "2026-11-27-concert",
        "27/11/2026",
        gratuite={
            "type": "sur-reservation",
            "frais_restants": "2",
            "preuve": "https://exemple.fr/concert",
            "verifie_le": "20/11/2026",
        },
        public=["enfants", "familles"],
        age={"min": "6"},
        reservation={"tel": "04 75 00 00 00", "courriel": "accueil@exemple.fr", "avant": "26/11/2026 12h"},
        aller={"bus": "ligne 5", "dernier_retour": "23 h 10"},
    )
    assert page(event).context["facts"] == (
        Fact("Prix", "Gratuit sur réservation (reste à payer : 2\u00a0€)"),
        Fact("Reste à payer", "2\u00a0€"),
        Fact("Ce qui le prouve", "la page de l’organisateur", "https://exemple.fr/concert"),
        Fact("Gratuité vérifiée le", "vendredi 20\u00a0novembre 2026"),
        Fact("Pour qui", "Enfants, en famille"),
        Fact("Âge", "Dès 6\u00a0ans"),
        Fact("Genre", "Autre sortie"),
        Fact("Réserver par téléphone", "04 75 00 00 00", "tel:0475000000"),
        Fact("Réserver par courriel", "accueil@exemple.fr", "mailto:accueil@exemple.fr"),
        Fact("Réserver avant le", "jeudi 26\u00a0novembre 2026 à 12\u00a0h"),
        Fact("Venir en bus", "ligne 5"),
        Fact("Dernier retour", "23 h 10"),
    )


def test_what_nobody_has_written_is_not_said_to_be_nothing():
    assert [fact.label for fact in page(CONCERT).context["facts"]] == [
        "Prix",
        "Ce qui le prouve",
        "Pour qui",
        "Genre",
    ]


def test_access_says_yes_and_no_and_how():
    event = outing(
        "2026-11-27-concert", "27/11/2026", acces={"fauteuil": "non : douze marches", "calme": "oui"}
    )
    assert page(event).context["access"] == (
        Fact("En fauteuil roulant", "Non : douze marches"),
        Fact("Au calme, sans bousculade", "Oui"),
    )


def test_a_withdrawn_or_unproven_outing_or_a_draft_has_no_page():
    for fields in (
        {"retirer_le": "22/11/2026"},
        {"brouillon": "oui"},
        {"gratuite": {"type": "entree-libre"}},
    ):
        assert ADDRESS not in compiled(agenda(outing("2026-11-27-concert", "27/11/2026", **fields)))
