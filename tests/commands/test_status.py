import datetime
from types import SimpleNamespace

import pytest

from plugins.catalog.models.association import Banner
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Place
from plugins.catalog.models.post import Post, Tutorial
from plugins.catalog.problems import Problem
from plugins.commands.status import describe

TODAY = datetime.date(2026, 11, 22)
KINDS = ("posts", "pages", "tutorials", "events", "series", "places", "partners", "documents", "meetings", "conventions",
         "trainings", "team", "acronyms", "bodies")  # fmt: skip


def post(slug: str, **fields: str) -> Post:
    return Post.model_validate(
        {"slug": slug, "titre": "x", "date": "01/11/2026", "rubrique": "Sorties"} | fields
    )


def outing(slug: str, *days: str, **fields: object) -> Event:
    written = {"titre": "x", "resume": "x", "lieu": "x", "gratuite": {"type": "entree-libre"}}
    return Event.model_validate(
        {"slug": slug, **written, "dates": [{"debut": day} for day in days], **fields}
    )


def place(slug: str, doubt: str) -> Place:
    return Place.model_validate({"slug": slug, "nom": "x", "commune": "26362", "a_verifier": doubt})


def report(
    everything: bool = False,
    banners: tuple[Banner, ...] = (),
    notices: tuple[Problem, ...] = (),
    **records: list,
) -> list[str]:
    listed = {kind: {record.slug: record for record in records.get(kind, ())} for kind in KINDS}
    catalog = SimpleNamespace(
        banners=banners,
        notices=notices,
        numbers=records.get("numbers", {}),
        association=SimpleNamespace(missing_legal_fields=tuple),
        communes={"26362": SimpleNamespace(population=64726)},
        **listed,
    )
    return describe(catalog, TODAY, everything).replace("\u00a0", " ").splitlines()


def test_with_nothing_to_do_each_section_says_so() -> None:
    assert report() == [
        "À faire d’abord",
        "  rien",
        "",
        "Brouillons",
        "  rien",
        "",
        "D’ici au 22 décembre 2026",
        "  rien",
        "",
        "Sorties sans numéro (./faire numeros leur en donne un)",
        "  rien",
        "",
        "Sigles inconnus du livret, dans les textes",
        "  rien",
        "",
        "Conseils, qui n’arrêtent rien",
        "  rien",
        "",
        "À revérifier",
        "  rien",
        "",
        "À vérifier",
        "  rien",
    ]


def test_drafts_are_listed_and_announce_nothing() -> None:
    lines = report(posts=[post("2026-12-01-a", date="01/12/2026", brouillon="oui"), post("2026-11-01-b")])
    assert lines[3:8] == [
        "Brouillons",
        "  content/billets/2026-12-01-a",
        "",
        "D’ici au 22 décembre 2026",
        "  rien",
    ]


def test_what_comes_within_thirty_days_is_listed_day_by_day() -> None:
    banner = Banner.model_validate(
        {"slug": "fermeture", "texte": "x", "du": "20/12/2026", "au": "02/01/2027"}
    )
    lines = report(
        banners=(banner,),
        posts=[
            post("a", publier_le="23/11/2026", retirer_le="22/12/2026"),
            post("b", publier_le="23/12/2026"),
        ],
        events=[outing("c", "22/11/2026 14h", "05/12/2026 20h30", "05/02/2027")],
    )
    assert lines[7:11] == [
        "  23 novembre 2026 : content/billets/a apparaît",
        "  5 décembre 2026 : data/sorties/c a lieu",
        "  20 décembre 2026 : bandeau « fermeture » apparaît",
        "  22 décembre 2026 : content/billets/a disparaît",
    ]
    assert lines[11] == ""


def test_the_outings_without_a_number_are_listed() -> None:
    events = [
        outing("a", "05/12/2026"),
        outing("b", "05/12/2026"),
        outing("c", "05/12/2026", brouillon="oui"),
    ]
    lines = report(events=events, numbers={"1007": SimpleNamespace(outing="a")})
    start = lines.index("Sorties sans numéro (./faire numeros leur en donne un)")
    assert lines[start + 1 : start + 3] == ["  b", ""]


def test_what_was_verified_long_ago_is_listed_the_oldest_first() -> None:
    old = outing("a", "05/12/2026", gratuite={"type": "entree-libre", "verifie_le": "01/06/2025"})
    tutorials = [
        Tutorial.model_validate({"slug": slug, "titre": "x", "pour": ["referent"], "verifie_le": day})
        for slug, day in (("older", "01/01/2025"), ("fresh", "23/11/2025"))
    ]
    lines = report(events=[old], tutorials=tutorials)
    start = lines.index("À revérifier")
    assert lines[start + 1 : start + 4] == [
        "  content/tutoriels/older (vérifié le 1er janvier 2025)",
        "  data/sorties/a (vérifié le 1er juin 2025)",
        "",
    ]


def test_an_outing_that_is_over_asks_for_no_verification() -> None:
    gone = outing("a", "05/11/2026", gratuite={"type": "entree-libre", "verifie_le": "01/06/2025"})
    lines = report(events=[gone])
    assert lines[lines.index("À revérifier") + 1] == "  rien"


def test_the_report_begins_with_the_one_thing_to_mend_first() -> None:
    assert report(places=[place("theatre", "oui")])[:3] == [
        "À faire d’abord",
        "  data/lieux/theatre : personne ne l’a encore vérifié, et la page le dit aux visiteurs.",
        "  → appelez, corrigez, puis écrivez : verifie_le: 22/11/2026",
    ]


@pytest.mark.parametrize(
    ("everything", "expected"),
    [
        (False, ["  data/lieux : 2 fiches", "  La liste des 2 fiches : ./faire etat --tout"]),
        (True, ["  data/lieux : 2 fiches", "    data/lieux/a", "    data/lieux/b : adresse à confirmer"]),
    ],
)
def test_doubts_are_counted_then_listed_when_asked(everything: bool, expected: list[str]) -> None:
    lines = report(everything, places=[place("a", "oui"), place("b", "adresse à confirmer")])
    assert lines[lines.index("À vérifier") + 1 :] == expected


def test_what_is_only_an_advice_is_said_again() -> None:
    advice = Problem(
        "content/tutoriels/a.md", 7, "plusieurs-actions", "cette étape demande 2 actions : ouvrez, copiez."
    )
    lines = report(notices=(advice,))
    start = lines.index("Conseils, qui n’arrêtent rien")
    assert lines[start + 1].startswith("  content/tutoriels/a.md, ligne 7 : cette étape demande 2 actions")
