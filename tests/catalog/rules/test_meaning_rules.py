"""A text whose acronym has two meanings says which one: the build asks, with the choices written out."""

from collections.abc import Callable, Mapping

import pytest

from plugins.catalog import Problem
from plugins.catalog.rules.meanings import _may_hold_acronyms

Problems = Callable[[Mapping[str, str]], tuple[Problem, ...]]

MEANINGS = """
- id: cra
  sigle: CRA
  developpe: Centre de ressources autisme
  domaines: [handicap]
  definition: Un centre.
  homonymes: [cra-retention]
- id: cra-retention
  sigle: CRA
  developpe: Centre de rétention administrative
  domaines: [justice]
  definition: Un centre.
  homonymes: [cra]
- id: aes
  sigle: AES
  developpe: Allocation d'éducation spéciale
  domaines: [handicap]
  definition: Une aide.
  jusqu_a: 2006
  remplace_par_texte: une autre aide
  homonymes: [aes-metier]
- id: aes-metier
  sigle: AES
  developpe: Accompagnant éducatif et social
  domaines: [handicap]
  definition: Un métier.
  depuis: 2000
  homonymes: [aes]
"""


def _post(text: str, day: str = "2026-12-05", header: str = "") -> dict[str, str]:
    head = f"---\ntitre: Un titre\ndate: {day}\nrubrique: Sorties\n{header}---\n"
    return {"data/sigles/c.yaml": MEANINGS, f"content/billets/{day}-un-titre.md": f"{head}\n{text}\n"}


def _page(text: str) -> dict[str, str]:
    return {
        "data/sigles/c.yaml": MEANINGS,
        "content/pages/une-page.md": f"---\ntitre: Une page\n---\n\n{text}\n",
    }


def test_two_meanings_are_asked_about_with_the_choices_written_out(problems: Problems) -> None:
    assert problems(_post("Bonjour.\n\nIl sort du CRA, le CRA de Lyon.")) == (
        Problem(
            "content/billets/2026-12-05-un-titre.md",
            9,
            "sigle-a-deux-sens",
            "le sigle « CRA » a plusieurs sens à la date de ce texte.",
            "Il sort du CRA, le CRA de Lyon.",
            "[CRA](sigle:cra) pour « Centre de ressources autisme » ou "
            "[CRA](sigle:cra-retention) pour « Centre de rétention administrative »",
            "pour tout le texte, ajoutez « sigles: [cra-retention] » dans l’en-tête, avec l’id voulu ; "
            "si ce n’est pas un sigle, écrivez [CRA](sigle:non)",
        ),
    )


def test_a_page_is_asked_too(problems: Problems) -> None:
    assert [(problem.line, problem.code) for problem in problems(_page("Le CRA."))] == [
        (5, "sigle-a-deux-sens")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le [CRA](sigle:cra-retention), puis le CRA.",
        "Un [CRA](sigle:non).",
        "Le centre de rétention administrative (CRA).",
        "Le `CRA`.",
        "```\nle CRA\n```\n\nfin",
        "## Le CRA\n\nTexte.",
        "Un [CRA de Lyon](https://exemple.fr/).",
        "Voyez https://exemple.fr/CRA",
        "L'AES.",
    ],
)
def test_nothing_is_asked_when_the_text_or_the_year_says_it(problems: Problems, text: str) -> None:
    assert problems(_post(text)) == ()


def test_the_year_of_the_post_decides_and_asks_when_both_were_in_use(problems: Problems) -> None:
    assert problems(_post("L'AES.", "2026-12-05")) == ()
    assert [problem.code for problem in problems(_post("L'AES.", "2005-12-05"))] == ["sigle-a-deux-sens"]


@pytest.mark.parametrize("header", ["sigles: [cra]\n", "sigles: cra\n"])
def test_the_header_decides_for_the_whole_text(problems: Problems, header: str) -> None:
    assert problems(_post("Le CRA.", header=header)) == ()


def test_a_header_names_a_meaning_that_exists(problems: Problems) -> None:
    (problem,) = problems(_post("Le texte.", header="sigles: [cra-retentio]\n"))
    assert (problem.line, problem.code) == (5, "reference-inconnue")
    assert problem.hint == "vouliez-vous écrire « cra-retention » ?"


def test_a_hint_names_a_meaning_that_exists(problems: Problems) -> None:
    assert problems(_post("Le [CRA](sigle:cra-retentio).")) == (
        Problem(
            "content/billets/2026-12-05-un-titre.md",
            7,
            "sigle-inconnu",
            "aucun sigle du livret n’a pour id « cra-retentio ».",
            "Le [CRA](sigle:cra-retentio).",
            "l’id d’un sigle (il est dans l’adresse de sa page), ou « sigle:non »",
            "vouliez-vous écrire « sigle:cra-retention » ?",
        ),
    )


@pytest.mark.parametrize("body", ["A[b](/x/)C", "A[B][c]", "`a`B", "A`x`B", "RSA", "le [RSA](/x/)"])
def test_a_text_that_may_hold_an_acronym_once_its_marks_are_gone_is_looked_at(body: str) -> None:
    assert _may_hold_acronyms(body)


def test_a_text_without_two_capitals_in_a_word_is_not() -> None:
    assert not _may_hold_acronyms("Un Atelier [le Mardi](/A/b/) À Valence, <b>Drôme</b> : ici. Là.")
