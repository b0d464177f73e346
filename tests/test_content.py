import hashlib
import re
from datetime import date
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.catalog.catalog import Catalog

ROOT = Path(__file__).resolve().parents[1]
REPORT = "2026-11-22-rencontres-octobre-2009"
MEETING = "lancement-saison-2009"
WRITTEN = sorted(
    path
    for folder in ("content", "data")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".md", ".yaml", ".typ", ".txt"} and "schemas" not in path.parts
)

# What the report of October 2009 says, as its retelling must still say it.
FACTS = [
    "les 5, 12, 14 et 15 octobre 2009",
    "à Romans, au Teil, à Chabeuil et à Tournon",
    "Il ne dit pas quelle rencontre s'est tenue quel jour",
    "85 représentants des partenaires culturels et sociaux",
    "cinquième rencontre était prévue le jeudi 19 novembre 2009",
    "Lamastre",
    "les informations de Cultures du Cœur Drôme-Ardèche",
    "les informations sur les partenaires culturels",
    "autour d'un pot",
    "faire office de passerelle entre l'ouverture des partenaires culturels",
    "les besoins ou les projets des acteurs sociaux",
    "les élus à l'action sociale, les élus à l'action culturelle et l'association",
    "vient alors d'être signée avec la ville de Valence",
    "D'autres sont en cours",
    "Passeurs de Culture",
    "enrichir les compétences des acteurs sociaux",
    "premier cycle est annoncé pour le début 2010",
    "programme est en cours d'achèvement",
    "organisme de formation depuis septembre 2009",
    "Collège de sympathisants",
    "ouvert à tous",
    "sans contrainte des personnes solidaires",
    "des idées et des points de vue nouveaux",
    "Les partenaires culturels l'avaient demandé",
    "les sigles et le fonctionnement des organismes sociaux",
    "culturesducoeur26-07.org",
    "consulter ou télécharger des documents",
    "découvrir des événements culturels gratuits",
    "tutoriels détaillés sur l'utilisation du site Cultures du Cœur",
    "si les personnes qui avaient réservé sont venues",
    "Par mail ou par téléphone",
    "Tous les mois ou tous les deux mois",
    "selon la régularité du suivi avec les bénéficiaires",
    "Tous les trois mois",
    "piqûre de rappel",
    "connaître le nombre d'invitations utilisées",
    "difficile à obtenir auprès des structures culturelles",
    "dans le cadre d'un suivi",
    "comment les publics ont perçu les spectacles",
    "programmation 2009-2010",
    "publics défavorisés",
    "tarifs préférentiels",
    "actions de sensibilisation",
    "on a pris rendez-vous",
    "on a discuté de projets",
    "après le 15 octobre et avant le 19 novembre 2009",
    "l'attaché administratif",
    "la responsable départementale",
    "rien du nombre de partenaires, d'invitations ou de bénéficiaires",
]

# SHA-256 of the nine last digits of the two numbers of 2009, so that a search for a number finds no file.
OLD_NUMBERS = {
    "5e6114535738f5595cfc0c0bb4ba6b60e712a280e8062b5259c5a0509cc0a81d",
    "167d9ea16588ee89618d474ee9781e63ee4b775bdb5fb74e8d0e19e6fa4be310",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return load_catalog(ROOT)


@pytest.fixture(scope="module")
def with_examples() -> Catalog:
    return load_catalog(ROOT, date(2026, 11, 22))


def test_nothing_that_was_given_is_lost(catalog: Catalog) -> None:
    assert len(catalog.communes) == 697
    assert len(catalog.acronyms) >= 515
    assert len(catalog.bodies) >= 51
    assert len(catalog.places) + len(catalog.partners) >= 202
    assert len(catalog.series) >= 32


@pytest.mark.parametrize("fact", FACTS)
def test_the_post_on_2009_tells_every_fact_of_the_report(catalog: Catalog, fact: str) -> None:
    assert fact in _plain(catalog.posts[REPORT].body)


@pytest.mark.parametrize("fact", FACTS)
def test_the_pdf_on_2009_tells_the_same_facts(fact: str) -> None:
    source = (ROOT / "content/documents/sources/compte-rendu-rencontres-2009.typ").read_text("utf-8")
    assert fact in _plain(source)


def test_the_meetings_of_2009_keep_their_doubts(catalog: Catalog) -> None:
    meeting = catalog.meetings[MEETING]
    assert meeting.present == 85
    assert [
        (session.date, catalog.communes[session.commune].name, session.state, session.pairing)
        for session in meeting.sessions
    ] == [
        (date(2009, 10, 5), "Romans-sur-Isère", "tenue", "hypothese"),
        (date(2009, 10, 12), "Le Teil", "tenue", "hypothese"),
        (date(2009, 10, 14), "Chabeuil", "tenue", "hypothese"),
        (date(2009, 10, 15), "Tournon-sur-Rhône", "tenue", "hypothese"),
        (date(2009, 11, 19), "Lamastre", "prevue", "ecrit"),
    ]
    assert meeting.report == REPORT
    assert meeting.to_check


def test_the_numbers_of_2009_stand_in_no_file() -> None:
    for path in WRITTEN:
        runs = re.findall(r"\d(?:[\s.\-/()\u00a0\u202f~]*\d){8,}", path.read_text("utf-8"))
        digits = [re.sub(r"\D", "", run) for run in runs]
        windows = {run[i : i + 9] for run in digits for i in range(len(run) - 8)}
        assert not {window for window in windows if _digest(window) in OLD_NUMBERS}, path


def test_no_venue_is_called_a_partner(catalog: Catalog) -> None:
    for place in catalog.places.values():
        assert "partenaire" not in f"{place.name} {place.note} {place.details}".casefold(), place.slug


def test_the_rule_on_attendance_asks_for_no_name(catalog: Catalog) -> None:
    body = _plain(catalog.pages["referents/retours"].body)
    assert "Tous les mois ou tous les deux mois" in body
    assert "Tous les trois mois" in body
    assert "N'écrivez pas le nom des personnes" in body


def test_examples_are_shown_only_on_demand(catalog: Catalog, with_examples: Catalog) -> None:
    assert not [
        slug for slug in (*catalog.events, *catalog.partners, *catalog.posts) if slug.startswith("exemple")
    ]
    assert [record for record in with_examples.events.values() if record.example]


def test_examples_say_that_they_are_examples(with_examples: Catalog) -> None:
    examples = [record for record in with_examples.events.values() if record.example]
    partners = [record for record in with_examples.partners.values() if record.example]
    titles = [event.title for event in examples] + [partner.name for partner in partners]
    titles += [post.title for post in with_examples.posts.values() if post.example]
    assert len(titles) == 15
    assert all(title.startswith("Exemple : ") for title in titles)
    assert {record.source for record in (*examples, *partners)} == {"exemple inventé pour montrer le site"}


def test_examples_use_no_real_venue(with_examples: Catalog) -> None:
    for event in with_examples.events.values():
        if event.example:
            assert event.place not in with_examples.places
            assert event.elsewhere is None or event.elsewhere.name == "Salle d'exemple"


def test_one_example_has_no_proof_and_is_not_shown(with_examples: Catalog) -> None:
    day = date(2026, 11, 22)
    hidden = [
        event.slug for event in with_examples.events.values() if event.example and not event.is_visible(day)
    ]
    assert hidden == ["exemple-bal-sans-preuve"]


def _plain(text: str) -> str:
    text = text.replace("’", "'").replace("~", " ").replace("\u00a0", " ").replace("*", "")
    text = re.sub(r"#?link\([^)]*\)", "", text)
    return re.sub(r"\s+", " ", text)


def _digest(digits: str) -> str:
    return hashlib.sha256(digits.encode()).hexdigest()
