import pytest

from plugins.catalog.headers import MarkdownSource, read_markdown
from plugins.catalog.source import UnreadableFileError


def _read(text: str) -> MarkdownSource:
    return read_markdown(text, "billet.md")


def _refused(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(UnreadableFileError) as caught:
        read_markdown(text, "billet.md")
    return [(problem.line, problem.code, problem.message) for problem in caught.value.problems]


CMS = """---
title: "Un titre : en deux"
date: 2026-12-05
tags:
  - théâtre
  - musique
summary: >-
  Une phrase
  sur deux lignes
draft: true
---

Le texte.
"""


def test_a_header_written_by_any_cms_is_read() -> None:
    source = _read(CMS)
    assert source.header.data == {
        "titre": "Un titre : en deux",
        "date": "2026-12-05",
        "mots_cles": ["théâtre", "musique"],
        "resume": "Une phrase sur deux lignes",
        "brouillon": "true",
    }
    assert source.body == "\nLe texte.\n"
    assert source.body_line == 12
    assert source.header.line(("mots_cles", 1)) == 6


def test_the_old_style_is_read_with_its_french_spaces_and_accents() -> None:
    source = _read(
        "Titre : Essai\nRésumé\u00a0: Une phrase\n  sur deux lignes\nDate: 5/12/2026\n\nLe texte.\n"
    )
    assert source.header.data == {
        "titre": "Essai",
        "resume": "Une phrase sur deux lignes",
        "date": "5/12/2026",
    }
    assert source.body == "\nLe texte.\n"
    assert source.body_line == 5


@pytest.mark.parametrize(
    ("row", "key", "value"),
    [
        ("Title : Essai", "titre", "Essai"),
        ("Title:Essai", "titre", "Essai"),
        ('Titre: "Essai"', "titre", "Essai"),
        ("Catégorie: Sorties", "rubrique", "Sorties"),
        ("Category: Sorties", "rubrique", "Sorties"),
        ("Étiquettes: a, b", "mots_cles", ["a", "b"]),
        ("Mots-clés: a, b", "mots_cles", ["a", "b"]),
        ("Keywords: a", "mots_cles", ["a"]),
        ("Description: x", "resume", "x"),
        ("Modified: 05/12/2026", "modifie_le", "05/12/2026"),
        ("Status: draft", "brouillon", "oui"),
        ("Status: Draft", "brouillon", "oui"),
        ("Statut: brouillon", "brouillon", "oui"),
        ("Statut: publié", "brouillon", "non"),
        ("draft: true", "brouillon", "true"),
        ("Documents: livret, affiche", "documents", ["livret", "affiche"]),
        ("Titre:", "titre", None),
        ("Titre: aujourd'hui et 'demain'", "titre", "aujourd'hui et 'demain'"),
    ],
)
def test_each_way_of_naming_a_field_is_understood(row: str, key: str, value: object) -> None:
    assert _read(f"{row}\n\nLe texte.\n").header.data == {key: value}


def test_a_blank_first_line_loses_nothing() -> None:
    assert _read("\nTitre: Essai\n\nLe texte.\n").header.data == {"titre": "Essai"}
    assert _read("\n---\ntitre: Essai\n---\nLe texte.\n").header.data == {"titre": "Essai"}


def test_a_header_may_end_with_three_dots() -> None:
    assert _read("---\ntitre: Essai\n...\nLe texte.\n").body == "Le texte.\n"


def test_a_rule_in_the_text_is_kept() -> None:
    assert _read("---\ntitre: Essai\n---\nUn\n\n---\n\nDeux\n").body == "Un\n\n---\n\nDeux\n"


@pytest.mark.parametrize(
    "text", ["Titre: A\n\nStatut: brouillon\n\nSecret\n", "---\ntitre: A\n---\nStatut: brouillon\n"]
)
def test_a_field_cut_from_the_header_by_a_blank_line_is_not_published(text: str) -> None:
    ((line, code, message),) = _refused(text)
    assert text.split("\n")[line - 1] == "Statut: brouillon"
    assert (code, message) == (
        "entete",
        "« Statut » est un champ de l’en-tête, mais l’en-tête est déjà fini.",
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n", 1),
        ("Bonjour à tous.\n", 1),
        ("Titre: A\nBonjour à tous.\n", 2),
        ("---\n- a\n---\nx\n", 2),
    ],
)
def test_a_text_without_a_header_is_refused(text: str, line: int) -> None:
    assert _refused(text) == [(line, "entete", "l’en-tête manque, ou cette ligne n’en fait pas partie.")]


def test_a_header_that_is_never_closed_is_refused() -> None:
    assert _refused("---\ntitre: A\n\nLe texte.\n") == [
        (1, "entete", "l’en-tête commence par « --- » mais ne se termine pas.")
    ]


def test_an_unknown_status_is_refused_not_published() -> None:
    assert _refused("Titre: A\nStatus: publised\n\nx\n") == [(2, "statut", "ce statut n’est pas connu.")]


@pytest.mark.parametrize("second", ["Title: B", "Titre : B"])
def test_the_same_field_under_two_names_is_refused(second: str) -> None:
    assert [(line, code) for line, code, _ in _refused(f"Titre: A\n{second}\n\nx\n")] == [(2, "cle-repetee")]


def test_a_repeated_key_of_a_yaml_header_is_told() -> None:
    source = _read("---\ntitre: A\ntitre: B\n---\nx\n")
    assert [(fault.line, fault.code) for fault in source.header.faults] == [(3, "cle-repetee")]


def test_a_first_line_that_is_a_link_is_no_field() -> None:
    assert [line for line, _, _ in _refused("https://exemple.fr\n\nx\n")] == [1]
