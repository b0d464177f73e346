from pathlib import Path

import pytest

from plugins.ledger.originals import FILE, Place, write_originals
from plugins.ledger.sights import note_site
from plugins.ledger.stamps import scan
from plugins.ledger.unchanged import input_stamps, told_of, write_note
from plugins.touchup import answering
from plugins.touchup.asking import said_at_once

TEXT = "---\ntitre: Un récit\n---\n\nOn vient quand on veut.\n"
SAID = "Site construit : 2\u00a0pages en 4,2\u00a0s dans output/ — ouvrez output/index.html"
PAGE = "<main><p>On vient quand on veut.</p></main>"
DAY = (0.0, 2.0)


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project of two texts and a site of two pages, as a build leaves them."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(answering.time, "perf_counter", lambda: 1.0)
    memory = tmp_path / ".output-memoire"
    memory.mkdir()
    places = {}
    for name in ("a", "b"):
        source, page = tmp_path / "content" / f"{name}.md", tmp_path / "output" / name / "index.html"
        for path, words in ((source, TEXT), (page, PAGE)):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(words, "utf-8")
        places[f"content/{name}.md"] = Place(f"{name}/index.html", 4)
    write_originals(memory / FILE, tmp_path, places, [])
    _note(tmp_path, SAID)
    return tmp_path


def _note(root: Path, said: str) -> None:
    note_site(root / "output", scan(root / "output"))
    write_note(root, "construire", told_of(input_stamps(root)), DAY, said)


def _save(root: Path, old: str, new: str, name: str = "a") -> str:
    path = root / "content" / f"{name}.md"
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    return said_at_once(root, "construire", 1.0)


def _page(root: Path, name: str = "a") -> str:
    return (root / "output" / name / "index.html").read_text("utf-8")


def test_edited_words_are_put_in_place_and_told(built):
    assert _save(built, "On vient", "Chacun vient") == (
        "Seuls des mots ont changé (content/a.md) : ils sont à leur place. "
        "Site construit : 2\u00a0pages en 0,1\u00a0s dans output/ — ouvrez output/index.html"
    )
    assert _page(built) == "<main><p>Chacun vient quand on veut.</p></main>"


def test_edits_follow_each_other_and_then_nothing_has_changed(built):
    assert _save(built, "On vient", "Chacun vient")
    assert _save(built, "quand on veut", "quand il veut : c'est gratuit")
    assert _page(built) == "<main><p>Chacun vient quand il veut\u00a0: c’est gratuit.</p></main>"
    assert said_at_once(built, "construire", 1.0).startswith("Rien n’a changé. Site construit")


def test_two_texts_saved_at_once_are_both_mended(built):
    path = built / "content" / "b.md"
    path.write_text(TEXT.replace("On vient", "Elle vient"), "utf-8")
    assert "content/a.md, content/b.md" in _save(built, "On vient", "Chacun vient")
    assert (_page(built), _page(built, "b")) == (PAGE.replace("On", "Chacun"), PAGE.replace("On", "Elle"))


def test_a_text_saved_again_as_it_was_changes_nothing(built):
    (built / "content" / "a.md").write_text(TEXT, "utf-8")
    assert said_at_once(built, "construire", 1.0).startswith("Rien n’a changé. Site construit")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Un récit", "Un conte"),
        ("On vient", "[On vient](/plan/)"),
        ("On vient", "Appelez le 06 12 34 56 78, on vient"),
    ],
)
def test_more_than_words_or_a_private_thing_is_left_to_a_build(built, old, new):
    assert (_save(built, old, new), _page(built)) == ("", PAGE)


@pytest.mark.parametrize(
    "name", ["content/c.md", "data/c.yaml", "theme/c.css", "plugins/c.py", "output/c.html"]
)
def test_anything_else_that_comes_is_left_to_a_build(built, name):
    (built / name).parent.mkdir(exist_ok=True)
    (built / name).write_text("c", "utf-8")
    assert (_save(built, "On vient", "Chacun vient"), _page(built)) == ("", PAGE)


def test_a_page_that_somebody_touched_is_left_to_a_build(built):
    page = built / "output" / "b" / "index.html"
    page.write_text("abîmé", "utf-8")
    assert _save(built, "On vient", "Chacun vient") == ""


def test_a_text_of_which_something_was_said_is_left_to_a_build(built):
    _note(built, f"{SAID}\n  · content/a.md, ligne 5 : une image sans auteur")
    assert _save(built, "On vient", "Chacun vient") == ""


def test_a_text_that_is_gone_or_too_many_of_them_are_left_to_a_build(built):
    (built / "content" / "b.md").unlink()
    assert _save(built, "On vient", "Chacun vient") == ""


def test_a_text_too_large_for_a_build_is_left_to_it(built):
    assert _save(built, "On vient", "On vient, " + "et encore " * 60_000 + "on revient") == ""


def test_another_command_another_day_or_no_build_at_all_has_no_answer(built, tmp_path):
    path = built / "content" / "a.md"
    path.write_text(TEXT.replace("On", "Elle"), "utf-8")
    assert said_at_once(built, "apercu", 1.0) == ""
    assert said_at_once(built, "construire", 2.0) == ""
    assert said_at_once(tmp_path / "elsewhere", "construire", 1.0) == ""
