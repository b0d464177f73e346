from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from plugins.association.compiling import compile_association
from plugins.catalog.models.training import Training
from plugins.views.cards import Fact
from tests.association.samples import association, catalog, commune, site

VALENCE = commune("26362", "Valence", "valence")
PAGE = "/formations/passeurs/"
AUTUMN = {"dates": ["01/10/2026", "02/10/2026"], "commune": "26362"}
WINTER = {
    "dates": ["14/01/2027", "15/01/2027", "11/03/2027"],
    "horaires": "de 9 h à 16 h",
    "lieu": "Salle d’exemple",
    "commune": "26362",
    "programme": ["Se connaître"],
    "inscription": {"jusqu_au": "20/12/2026", "comment": "Un message suffit."},
}


def training(*cycles, **fields):
    base = {
        "slug": "passeurs",
        "titre": "Passeurs",
        "resume": "Trois jours.",
        "pour_qui": "x",
        "pour_quoi": "y",
    }
    return Training.model_validate(base | {"cycles": list(cycles)} | fields)


def compiled(*trainings, today=date(2026, 11, 22), email=None):
    records = {"communes": [VALENCE], "trainings": trainings, "association": association(courriel=email)}
    return {made.address: made for made in compile_association(site(catalog(**records), today=today))}


def test_without_any_cycle_the_page_says_so_and_offers_to_be_told():
    context = compiled(training())[PAGE].context
    assert (context["coming"], context["past"]) == ((), ())
    assert context["empty"] == "Aucun cycle n’est ouvert à l’inscription sur ce site."
    assert context["question"].address == "/association/contact/"


def test_a_coming_cycle_tells_its_days_its_place_and_how_to_apply():
    [cycle] = compiled(training(AUTUMN, WINTER))[PAGE].context["coming"]
    assert cycle.title.replace("\u00a0", " ") == "Le 14 janvier 2027, le 15 janvier 2027 et le 11 mars 2027"
    assert cycle.facts == (
        Fact("Horaires", "de 9 h à 16 h"),
        Fact("Lieu", "Salle d’exemple"),
        Fact("Commune", "Valence", "/communes/valence/"),
        Fact("Inscription", "jusqu’au 20\u00a0décembre 2026"),
        Fact("Comment s’inscrire", "Un message suffit."),
    )
    assert cycle.apply == "/association/contact/"


def test_the_application_is_an_e_mail_that_names_the_training_and_its_days():
    [cycle] = compiled(training(AUTUMN | {"dates": ["14/01/2027", "15/01/2027"]}), email="a@exemple.fr")[PAGE].context["coming"]  # fmt: skip
    parts = urlsplit(cycle.apply)
    assert parts.path == "a@exemple.fr"
    body = parse_qs(parts.query)["body"][0].replace("\u00a0", " ")
    assert "une place pour la formation « Passeurs », les 14 et 15 janvier 2027." in body


def test_past_cycles_are_archived_the_latest_first_and_take_no_application():
    older = {"dates": ["01/02/2026"]}
    past = compiled(training(older, AUTUMN))[PAGE].context["past"]
    assert [cycle.title.replace("\u00a0", " ") for cycle in past] == [
        "Les 1er et 2 octobre 2026",
        "Le 1er février 2026",
    ]
    assert [cycle.apply for cycle in past] == ["", ""]
    assert past[1].facts == ()


@pytest.mark.parametrize(
    ("changes", "today", "words"),
    [
        ({}, date(2026, 12, 21), "les inscriptions sont closes"),
        (
            {"inscription": {"complet": "oui"}},
            date(2026, 11, 22),
            "c’est complet ; écrivez-nous pour le prochain cycle",
        ),
        ({"annule": "oui"}, date(2026, 11, 22), "ce cycle est annulé"),
    ],
)
def test_a_closed_a_full_or_a_cancelled_cycle_takes_no_application(changes, today, words):
    [cycle] = compiled(training(WINTER | changes), today=today)[PAGE].context["coming"]
    assert (cycle.apply, cycle.facts[3:]) == ("", (Fact("Inscription", words),))


def test_the_list_says_how_many_cycles_are_coming():
    links = compiled(training(AUTUMN, WINTER), training(slug="autre", titre="Autre"))["/formations/"].context[
        "trainings"
    ]
    assert [(link.title, link.details) for link in links] == [
        ("Autre", "pas de cycle annoncé"),
        ("Passeurs", "1\u00a0cycle à venir"),
    ]
