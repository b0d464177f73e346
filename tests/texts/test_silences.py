import shutil
from pathlib import Path

import pytest

from plugins.catalog import Recollection, load_catalog
from plugins.catalog.loading import Entry, load_entries
from plugins.catalog.rules import silent_rules, texts
from plugins.ledger.shelf import Shelf
from plugins.texts import silences
from plugins.texts.silences import Silences

MINI = Path(__file__).parents[1] / "sites" / "mini"
POST = "content/billets/2026/2026-11-19-ancien-style.md"
RULE, OTHER = texts.text_is_not_empty, texts.text_can_be_read_by_all


def entries(root: Path = MINI) -> list[Entry]:
    return list(load_entries(root, None).entries["posts"].values())


LOADED = load_entries(MINI, None)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    first = Silences(tmp_path / "t.sqlite", "p1")
    first.add(RULE, entries()[0], LOADED, {"acronyms"})
    first.write_down()
    return tmp_path / "t.sqlite"


def test_a_silence_is_known_to_another_process_of_that_rule_and_that_text_only(file: Path):
    first, second = entries()[:2]
    known = Silences(file, "p1")
    asked = ((RULE, first), (OTHER, first), (RULE, second))
    assert [known.looked_at(*pair, LOADED) for pair in asked] == [{"acronyms"}, None, None]


def test_another_program_asks_every_rule(file: Path):
    assert Silences(file, "p2").looked_at(RULE, entries()[0], LOADED) is None


def test_a_word_of_the_header_or_of_the_text_or_another_place_is_another_source(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    text, keys = (root / POST).read_text("utf-8"), set()
    for now in (text, f"{text}Bonsoir.\n", f"\n{text}", text.replace("Titre", "title", 1), text):
        (root / POST).write_text(now, "utf-8")
        keys |= {entry.source for entry in entries(root) if entry.record.file == POST}
    assert len(keys) == 4


def test_a_rule_is_asked_again_when_a_kind_that_it_looked_at_has_changed(file: Path, tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    next((root / "data/sigles").glob("*.yaml")).unlink()
    known = Silences(file, "p1")
    assert known.looked_at(RULE, entries()[0], load_entries(root, None)) is None
    assert known.looked_at(RULE, entries()[0], LOADED) == {"acronyms"}


def test_what_another_process_has_heard_is_known_as_if_it_had_been_noted_here(tmp_path: Path):
    entry = entries()[0]
    silent = silent_rules("posts", entry, LOADED)
    known = Silences(tmp_path / "t.sqlite", "p1")
    known.take(entry.source, known.heard(silent, LOADED))
    assert {rule for rule, _ in silent} > {RULE, OTHER}
    assert [known.looked_at(rule, entry, LOADED) for rule, _ in silent] == [kinds for _, kinds in silent]


def test_a_rule_that_has_something_to_say_is_not_silent(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    with (root / POST).open("a", encoding="utf-8") as file:
        file.write("\n![](/images/a.png)\n")
    entry = next(entry for entry in entries(root) if entry.record.file == POST)
    silent = {rule for rule, _ in silent_rules("posts", entry, load_entries(root, None))}
    assert RULE in silent
    assert OTHER not in silent


def test_what_is_told_is_the_same_with_the_silences_of_a_process_before(tmp_path: Path):
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    with (root / POST).open("a", encoding="utf-8") as file:
        file.write("\n## Un\n\n#### Trop bas\n")
    told = []
    for _ in range(2):
        left = Silences(tmp_path / "t.sqlite", "p1")
        told.append(load_catalog(root, None, Recollection(silences=left)).notices)
        left.write_down()
    assert "niveau-de-titre" in {notice.code for notice in told[0]}
    assert told[0] == told[1] == load_catalog(root).notices


def test_a_rule_that_was_silent_is_not_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    counts = []
    seen = texts.rows_holding
    for _ in range(2):
        asked: list[str] = []
        monkeypatch.setattr(
            texts, "rows_holding", lambda *given, asked=asked: asked.append(given[1]) or seen(*given)
        )
        left = Silences(tmp_path / "t.sqlite", "p1")
        load_catalog(MINI, None, Recollection(silences=left))
        left.write_down()
        counts.append(len(asked))
    assert counts[0] > 10
    assert counts[1] < counts[0] / 2


def test_the_silences_of_no_text_go_when_they_are_too_many(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(silences, "MOST", 1)
    for chosen in (slice(0, 3), slice(1, 3)):
        now = Silences(file, "p1")
        for entry in entries()[chosen]:
            now.add(RULE, entry, LOADED, ())
        now.write_down()
    now = Silences(file, "p1")
    assert [now.looked_at(RULE, entry, LOADED) for entry in entries()[:3]] == [None, frozenset(), frozenset()]


def test_what_has_settled_is_written_down_all_the_same(tmp_path: Path):
    left = Silences(tmp_path / "t.sqlite", "p1")
    first, second = entries()[:2]
    left.add(RULE, first, LOADED, ())
    left.settle()
    left.add(OTHER, second, LOADED, ())
    left.write_down()
    known = Silences(tmp_path / "t.sqlite", "p1")
    found = [known.looked_at(rule, entry, LOADED) for entry in (first, second) for rule in (RULE, OTHER)]
    assert found == [frozenset(), None, None, frozenset()]


def test_rules_that_were_all_silent_are_known_at_once_until_one_of_them_was_not(tmp_path: Path):
    first, second = entries()[:2]
    left = Silences(tmp_path / "t.sqlite", "p1")
    for rule, entry, kinds in (
        (RULE, first, {"acronyms"}),
        (OTHER, first, {"places"}),
        (RULE, second, set()),
    ):
        left.add(rule, entry, LOADED, kinds)
    left.write_down()
    known = Silences(tmp_path / "t.sqlite", "p1")
    found = [known.all_looked_at((RULE, OTHER), entry, LOADED) for entry in (first, second)]
    assert found == [{"acronyms", "places"}, None]
    assert known.all_looked_at((RULE,), second, LOADED) == frozenset()


def test_what_many_texts_share_is_written_once(tmp_path: Path):
    left = Silences(tmp_path / "t.sqlite", "p1")
    for entry in entries()[:3]:
        left.add(RULE, entry, LOADED, {"acronyms"})
    left.write_down()
    assert len(Shelf(tmp_path / "t.sqlite", lambda _: True).keys) == 4
