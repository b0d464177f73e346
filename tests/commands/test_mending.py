from datetime import date

from plugins.commands.mending import next_to_mend
from tests.association.samples import association
from tests.views.samples import agenda, outing, partner, place

TODAY = date(2026, 11, 22)
LAWFUL = association(
    tel="0475000000",
    siege={"rue": "1 place", "code_postal": "26000", "commune": "Valence"},
    direction_publication={"nom": "x", "fonction": "présidence"},
    hebergeur={"nom": "x", "adresse": "y", "tel": "z"},
)
FRESH = place("theatre-de-la-ville", "Théâtre", verifie_le="01/11/2026")


def first(*events, **records):
    base = {"association": LAWFUL, "places": [FRESH]}
    found = next_to_mend(agenda(*events, **(base | records)), TODAY)
    return found and (found.place, found.why.replace("\u00a0", " "))


def bal(day, **free):
    proof = {"type": "entree-libre", "preuve": "affiche"}
    return outing(f"{day[6:]}-{day[3:5]}-{day[:2]}-bal", day, gratuite=proof | free)


def test_when_all_is_fresh_there_is_nothing_to_mend():
    assert first() is None


def test_the_proof_of_a_near_outing_comes_first():
    near, far = bal("06/12/2026", verifie_le="22/05/2026"), bal("07/12/2026")
    assert first(far, near, association=association()) == (
        "data/sorties/2026-12-06-bal",
        "a lieu le 6 décembre 2026, et sa gratuité n’a pas été vérifiée depuis le 22 mai 2026.",
    )
    assert first(bal("23/11/2026"), near)[1] == (
        "a lieu le 23 novembre 2026, et sa gratuité n’a pas été vérifiée une seule fois."
    )
    assert first(far, bal("06/12/2026", verifie_le="23/05/2026")) is None


def test_then_what_the_law_asks_for():
    old = place("x", "X", verifie_le="01/01/2020")
    assert first(association=association(), places=[old]) == (
        "data/association.yaml",
        "la loi demande « siege.rue », et c’est vide.",
    )


def test_then_what_has_been_out_of_date_the_longest():
    records = {
        "places": [place("a", "A", verifie_le="01/03/2025"), place("b", "B"), place("c", "C", ferme="oui")],
        "partners": [partner("p", "P", verifie_le="01/06/2025")],
    }
    assert first(**records) == (
        "data/lieux/a",
        "sa vérification ne vaut plus depuis le 1er mars 2026, et la page le dit aux visiteurs.",
    )


def test_then_what_nobody_has_verified_where_the_most_people_live():
    small, large, shut = (
        place("p", "Privas", "07186"),
        place("v", "Valence"),
        place("f", "F", ferme="depuis 2021"),
    )
    assert first(places=[small, large, shut])[0] == "data/lieux/v"
    assert first(places=[large], partners=[partner("m", "M", insee="07186")])[0] == "data/partenaires/m"
