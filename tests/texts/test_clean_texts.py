from pathlib import Path

import pytest

from plugins.ledger.hashing import digest_of
from plugins.privacy import find_private
from plugins.texts import clean_texts
from plugins.texts.clean_texts import CleanTexts

CLEAN, PRIVATE = "Un atelier le mardi.", "Appelez Camille au 06 12 34 56 78."


@pytest.fixture
def file(tmp_path: Path) -> Path:
    first = CleanTexts(tmp_path / "t.sqlite")
    assert (first.find(CLEAN), first.find(PRIVATE)) == ((), find_private(PRIVATE))
    first.write_down()
    return tmp_path / "t.sqlite"


def test_a_clean_text_is_not_read_again_and_another_is(file: Path, monkeypatch: pytest.MonkeyPatch):
    asked: list[str] = []
    monkeypatch.setattr(clean_texts, "find_private", lambda text: asked.append(text) or find_private(text))
    again = CleanTexts(file)
    assert (again.find(CLEAN), again.find(PRIVATE)) == ((), find_private(PRIVATE))
    assert find_private(PRIVATE)
    assert asked == [PRIVATE]


def test_nothing_private_is_kept(file: Path):
    content = file.read_bytes()
    assert (b"06 12" in content, b"Camille" in content, CLEAN.encode() in content) == (False, False, False)


def test_another_guard_reads_everything(file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    (tmp_path / "guard.py").write_text("# a rule more")
    monkeypatch.setattr(clean_texts, "GUARD", tmp_path)
    assert CleanTexts(file)._shelf.keys == frozenset()


def test_the_digests_of_no_text_go_when_they_are_too_many(file: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(clean_texts, "MOST", 5)
    for texts in (range(9), range(2), range(2)):
        now = CleanTexts(file)
        for number in texts:
            now.find(f"Texte {number}.")
        now.write_down()
    assert len(CleanTexts(file)._shelf.keys) == 2


def test_a_text_that_was_found_clean_elsewhere_is_not_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    texts = CleanTexts(tmp_path / "t.sqlite")
    texts.take(digest_of(CLEAN))
    monkeypatch.setattr(clean_texts, "find_private", None)
    assert texts.find(CLEAN) == ()
