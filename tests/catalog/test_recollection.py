"""What a process that stays remembers of the catalog changes nothing of what is told."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalog import DataError, Recollection, load_catalog, rules

POST = "content/billets/2026/2026-11-02-bonjour.md"
OTHER = "content/billets/2026/2026-11-02-rien.md"
HEAD = "---\ntitre: Bonjour\ndate: 02/11/2026\nrubrique: Sorties\n---\n\n"


def test_advice_is_given_again_until_the_text_changes(lay: Callable[[Mapping[str, str]], Path]):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n\n## Un\n\n#### Trop bas\n"})
    told = [[notice.code for notice in load_catalog(root, None, known).notices] for _ in range(2)]
    assert told == [["niveau-de-titre"], ["niveau-de-titre"]]
    lay({POST: f"{HEAD}Bonjour.\n\n## Un\n\n### Juste dessous\n"})
    assert load_catalog(root, None, known).notices == ()


def test_a_rule_is_asked_again_of_the_same_text_when_what_else_it_looked_at_has_changed(
    lay: Callable[[Mapping[str, str]], Path],
):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n"})
    load_catalog(root, None, known)
    lay({"data/rubriques.yaml": "- nom: Actualités\n  description: Des nouvelles.\n"})
    with pytest.raises(DataError) as refused:
        load_catalog(root, None, known)
    assert [problem.code for problem in refused.value.problems] == ["rubrique-inconnue"]
    lay({})
    assert load_catalog(root, None, known).notices == ()


def test_a_rule_that_only_looks_at_the_text_is_not_asked_again(
    lay: Callable[[Mapping[str, str]], Path], monkeypatch: pytest.MonkeyPatch
):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n"})
    load_catalog(root, None, known)
    asked = []
    monkeypatch.setitem(rules.RULES, "posts", (lambda entry, _: asked.append(entry) or iter(()),))
    load_catalog(root, None, known)
    lay({POST: f"{HEAD}Bonsoir.\n"})
    load_catalog(root, None, known)
    assert [entry.record.body.strip() for entry in asked] == ["Bonsoir."]


def test_texts_that_were_saved_are_read_again_and_nothing_else(lay: Callable[[Mapping[str, str]], Path]):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n", OTHER: f"{HEAD}Rien.\n"})
    before = load_catalog(root, None, known).posts
    lay({POST: f"{HEAD}Bonsoir.\n", OTHER: f"{HEAD}Personne n’a dit que ceci avait changé.\n"})
    posts = load_catalog(root, None, known, {POST}).posts
    assert posts["2026-11-02-bonjour"].body.strip() == "Bonsoir."
    assert posts["2026-11-02-rien"] is before["2026-11-02-rien"]
    assert list(posts) == list(before)
    assert load_catalog(root, None, known).posts["2026-11-02-rien"].body.startswith("\nPersonne")


@pytest.mark.parametrize("words", ["Le 06 12 34 56 78.\n", "titre:\n", "Voyez [ici](sigle:rien).\n"])
def test_a_text_saved_with_a_fault_is_told_each_time_and_forgotten_once_mended(
    lay: Callable[[Mapping[str, str]], Path], words: str
):
    known = Recollection()
    root = lay({POST: f"{HEAD}Bonjour.\n"})
    load_catalog(root, None, known)
    lay({POST: f"---\n{words}---\n" if words.endswith(":\n") else f"{HEAD}{words}"})
    for _ in range(2):
        with pytest.raises(DataError):
            load_catalog(root, None, known, {POST})
    lay({POST: f"{HEAD}Bonsoir.\n"})
    assert load_catalog(root, None, known, {POST}).posts["2026-11-02-bonjour"].body.strip() == "Bonsoir."
