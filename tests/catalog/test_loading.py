from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plugins.catalog import Catalog, DataError, Problem, load_catalog

Files = dict[str, str | bytes]
Load = Callable[[Files], Catalog]
Problems = Callable[[Files], tuple[Problem, ...]]
Told = Callable[[Files], list[tuple[int, str, str]]]

OUTING = """titre: Concert
resume: Une heure.
dates:
  - debut: 05/12/2026 20h30
lieu: salle
gratuite:
  type: entree-libre
  preuve: affiche
"""


def _places(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    return [(problem.file, problem.line, problem.code) for problem in problems]


def test_a_healthy_site_is_loaded(load: Load) -> None:
    catalog = load({"data/sorties/2026/2026-12-05-concert.yaml": OUTING})
    event = catalog.events["2026-12-05-concert"]
    assert event.title == "Concert"
    assert event.address == "/sorties/2026/12/05-concert/"
    assert catalog.communes["26362"].name == "Valence"
    assert catalog.association.name == "L'association"


def test_every_problem_of_every_file_is_told_at_once_in_order(problems: Problems) -> None:
    found = problems(
        {
            "data/lieux/b.yaml": 'nom: B\ncomune: "26362"\ntel: 12\n',
            "data/lieux/a.yaml": b"nom: \xe9\n",
            "data/notes.yaml": "x: y\n",
            "content/pages/c.md": "Sans en-tête\n",
        }
    )
    assert _places(found) == [
        ("content/pages/c.md", 1, "entete"),
        ("data/lieux/a.yaml", 1, "encodage"),
        ("data/lieux/b.yaml", 1, "champ-manquant"),
        ("data/lieux/b.yaml", 2, "champ-inconnu"),
        ("data/lieux/b.yaml", 3, "telephone"),
        ("data/notes.yaml", 0, "fichier-inconnu"),
    ]


def test_a_field_repeated_does_not_hide_the_other_faults_of_the_file(told: Told) -> None:
    assert [
        (line, code) for line, code, _ in told({"data/lieux/a.yaml": 'nom: A\nnom: B\ncommune: "1"\n'})
    ] == [
        (2, "cle-repetee"),
        (3, "forme"),
    ]


@pytest.mark.parametrize("broken", ['nom: "A\n', "nom: A\ncommune: Valence\n", "- A\n", "nom: \u202eA\n"])
def test_a_reference_to_a_faulty_record_is_not_one_more_fault(problems: Problems, broken: str) -> None:
    files = {"data/lieux/salle.yaml": broken, "data/sorties/2026-12-05-concert.yaml": OUTING}
    assert {problem.file for problem in problems(files)} == {"data/lieux/salle.yaml"}


@pytest.mark.parametrize("broken", ["- insee: [\n", "insee: 1\n", "- un\n- deux\n"])
def test_references_to_a_list_that_cannot_be_read_are_not_more_faults(
    problems: Problems, broken: str
) -> None:
    assert {problem.file for problem in problems({"data/communes.yaml": broken})} == {"data/communes.yaml"}


def test_the_good_items_of_a_list_are_loaded_beside_the_bad_ones(told: Told) -> None:
    rows = "- nom: Sorties\n  description: A\n- un texte\n- nom: B\n  descriptoin: B\n"
    assert [(line, code) for line, code, _ in told({"data/rubriques.yaml": rows})] == [
        (3, "groupe-attendu"),
        (4, "champ-manquant"),
        (5, "champ-inconnu"),
    ]


def test_an_identifier_that_is_a_list_is_told_not_a_crash(told: Told) -> None:
    rows = "- {insee: [1], nom: [A], departement: {a: b}}\n"
    assert "texte-attendu" in {code for _, code, _ in told({"data/communes.yaml": rows})}


def test_an_empty_file_is_told(told: Told) -> None:
    assert told({"data/lieux/a.yaml": "# rien\n"}) == [
        (1, "groupe-attendu", "cette fiche attend plusieurs champs, un par ligne.")
    ]


def test_an_empty_list_is_right(told: Told) -> None:
    assert told({"data/bandeaux.yaml": "# rien pour l'instant\n", "data/redirections.yaml": "[]\n"}) == []


def test_a_computed_field_is_not_written_by_hand(told: Told) -> None:
    files: Files = {
        "data/lieux/a.yaml": 'nom: A\ncommune: "26362"\nslug: b\n',
        "content/pages/a.md": "---\ntitre: A\ncorps: x\n---\nx\n",
    }
    assert [(line, code) for line, code, _ in told(files)] == [(3, "champ-calcule"), (3, "champ-calcule")]


def test_two_records_of_one_name_are_told_in_the_second_file(problems: Problems) -> None:
    files: Files = {
        "data/sorties/2026-12-05-concert.yaml": OUTING,
        "data/sorties/2026/2026-12-05-concert.yaml": OUTING,
    }
    (problem,) = problems(files)
    assert (problem.file, problem.code, problem.expected) == (
        "data/sorties/2026/2026-12-05-concert.yaml",
        "doublon",
        "un nom unique (l’autre est dans data/sorties/2026-12-05-concert.yaml, ligne 1)",
    )


def test_a_site_without_its_association_is_told(tmp_path: Path) -> None:
    with pytest.raises(DataError) as caught:
        load_catalog(tmp_path)
    assert _places(caught.value.problems) == [("data/association.yaml", 0, "fichier-manquant")]


def test_a_linked_file_and_a_linked_folder_are_told(lay: Callable[[Files], Path], tmp_path: Path) -> None:
    root = lay({"ailleurs/secret.yaml": "nom: A\n"})
    (root / "data/lieux/lien.yaml").symlink_to(tmp_path / "ailleurs/secret.yaml")
    (root / "data/partenaires").symlink_to(tmp_path / "ailleurs")
    with pytest.raises(DataError) as caught:
        load_catalog(root)
    assert _places(caught.value.problems) == [
        ("data/lieux/lien.yaml", 0, "lien-symbolique"),
        ("data/partenaires", 0, "lien-symbolique"),
    ]


EXAMPLES: Files = {
    "data/exemples/sorties/exemple-bal.yaml": OUTING.replace("05/12/2026 20h30", "{J+3} 20h30"),
    "data/exemples/billets/exemple-mot.md": "---\ntitre: A\ndate: {J-2}\nrubrique: Sorties\n---\nx\n",
}


def test_examples_are_left_out_unless_asked_for(load: Load) -> None:
    catalog = load(EXAMPLES)
    assert (dict(catalog.events), dict(catalog.posts)) == ({}, {})


def test_examples_are_dated_from_the_day_that_is_given(lay: Callable[[Files], Path]) -> None:
    catalog = load_catalog(lay(EXAMPLES), examples_on=date(2026, 12, 30))
    event, post = catalog.events["exemple-bal"], catalog.posts["exemple-mot"]
    assert event.dates[0].first_day == date(2027, 1, 2)
    assert post.date == date(2026, 12, 28)
    assert event.example
    assert event.address == "/sorties/2027/01/02-exemple-bal/"


def test_the_address_of_a_page_is_the_place_of_its_file(load: Load) -> None:
    text = "---\ntitre: A\n---\nx\n"
    catalog = load({f"content/pages/{name}.md": text for name in ("a", "b/index", "b/c", "mon-index")})
    assert sorted(page.address for page in catalog.pages.values()) == [
        "/a/",
        "/b/",
        "/b/c/",
        "/mon-index/",
    ]


def test_a_draft_of_any_style_is_a_draft(load: Load) -> None:
    headers = {
        "a": "---\ntitre: A\nbrouillon: oui\n---\nx\n",
        "b": "---\ntitle: A\ndraft: true\n---\nx\n",
        "c": "Title: A\nStatus: draft\n\nx\n",
        "d": "---\ntitre: A\ndraft: false\n---\nx\n",
    }
    catalog = load({f"content/pages/{name}.md": text for name, text in headers.items()})
    assert {slug: page.draft for slug, page in catalog.pages.items()} == {
        "a": True,
        "b": True,
        "c": True,
        "d": False,
    }
