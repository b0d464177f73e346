"""What a build leaves for `plugins.touchup`, and when it leaves nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.bridge import leaving
from plugins.ledger.originals import FILE, Original, Place, read_original
from plugins.ledger.stamps import full_stamp
from tests.site.building import MINI, ROOT, build

POST = "content/billets/2026/2026-11-20-bienvenue.md"


def _left(root: Path) -> dict[str, str]:
    """Return the page of each text that was left, by its file; nothing when there is no file."""
    path = root / ".output-memoire" / "textes-d-origine.sqlite"
    if not path.exists():
        return {}
    with closing(sqlite3.connect(path)) as base:
        return dict(base.execute("SELECT file, page FROM place"))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Give a mini site with a theme of its own."""
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    shutil.copytree(ROOT / "theme", root / "theme")
    return root


def _build(root: Path) -> None:
    result = build(root, {"THEME": str(root / "theme")})
    assert result.returncode == 0, result.stderr


def test_posts_and_pages_are_left_with_their_page_and_tutorials_are_not(project):
    _build(project)
    left = _left(project)
    assert left[POST] == "actualites/2026/11/bienvenue/index.html"
    assert left["content/pages/vie-privee.md"] == "vie-privee/index.html"
    assert {name for name in left if "tutoriels" in name} == set()


@pytest.mark.parametrize(
    ("template", "old", "new", "remains"),
    [
        ("article.html", "{{ article.content | safe }}", "{{ article.content | upper | safe }}", False),
        (
            "actualites.html",
            "{% block content %}",
            "{% block content %}{% for item in articles %}{{ item.content }}{% endfor %}",
            False,
        ),
        (
            "article.html",
            "{{ article.content | safe }}",
            "<p>Un texte :</p>{{ article.content | safe }}",
            True,
        ),
    ],
)
def test_a_text_of_which_a_template_makes_more_is_not_left(project, template, old, new, remains):
    path = project / "theme" / "templates" / template
    assert old in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    _build(project)
    assert (POST in _left(project)) == remains


def test_what_is_left_does_not_depend_on_the_builds_before(project):
    _build(project)
    (project / "content/billets/2026/2026-11-19-ancien-style.md").unlink()
    with (project / POST).open("a", encoding="utf-8") as file:
        file.write("\nUn mot de plus.\n")
    _build(project)
    after_an_edit = _all_left(project)
    shutil.rmtree(project / ".output-memoire")
    _build(project)
    assert after_an_edit == _all_left(project)
    assert after_an_edit[POST][-1].endswith(b"\nUn mot de plus.\n")
    assert "content/billets/2026/2026-11-19-ancien-style.md" not in after_an_edit


DEAD = "\n[Un lien qui ne mène nulle part](/nulle-part/)\n"


def test_a_build_that_stops_leaves_no_text(project):
    words = (project / POST).read_text("utf-8")
    (project / POST).write_text(words + DEAD, "utf-8")
    assert "lien-mort" in _stopped(project)
    memory = project / ".output-memoire"
    assert not list(memory.glob("textes-d-origine*"))
    (project / POST).write_text(words, "utf-8")
    _build(project)
    before = _all_left(project)
    (project / POST).write_text(words + DEAD, "utf-8")
    assert "lien-mort" in _stopped(project)
    assert _all_left(project) == before


def _stopped(root: Path) -> str:
    """Return what a build says, which finds a fault."""
    result = build(root, {"THEME": str(root / "theme")})
    assert result.returncode != 0
    return result.stdout + result.stderr


@pytest.fixture
def first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give a first build whose two texts are left by another process, where there are several cores."""
    for name in "ab":
        (tmp_path / f"{name}.md").write_text(f"Texte {name}.")
    places = {f"{name}.md": Place(f"{name}/index.html", 1) for name in "ab"}
    monkeypatch.setattr(leaving, "_are_words_for_pages_alone", lambda _: True)
    monkeypatch.setattr(leaving, "_places", lambda *_: places.items())
    monkeypatch.setattr(leaving, "_feeds", lambda _: [("atom.xml", "b.md")])
    monkeypatch.setattr(leaving, "LEAST", 1)
    monkeypatch.setenv("COEURS", "2")
    return SimpleNamespace(root=tmp_path, keeper=SimpleNamespace(folder=tmp_path))


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_texts_of_a_first_build_take_their_place_at_its_end(first):
    (first.root / f"{FILE}.neuf").write_bytes(b"what a build that was cut had left")
    with leaving.originals_left(first):
        assert FILE not in _names(first.root)
    assert _names(first.root) == ["a.md", "b.md", FILE]
    found = read_original(first.root / FILE, "b.md", full_stamp(first.root / "b.md"))
    assert found == Original(b"Texte b.", Place("b/index.html", 1), ("atom.xml",))


def test_the_texts_of_a_first_build_that_fails_go_with_it(first):
    with pytest.raises(KeyError), leaving.originals_left(first):
        raise KeyError
    assert _names(first.root) == ["a.md", "b.md"]


def test_nothing_is_left_when_the_texts_of_a_first_build_cannot_be(first):
    (first.root / "b.md").unlink()
    with leaving.originals_left(first):
        pass
    assert _names(first.root) == ["a.md"]


def _all_left(root: Path) -> dict[str, tuple[str, int, bytes]]:
    """Return the page, the first line and the words of each text that was left, by its file."""
    path = root / ".output-memoire" / "textes-d-origine.sqlite"
    with closing(sqlite3.connect(path)) as base:
        rows = base.execute("SELECT file, page, first_line, text FROM place JOIN words USING (file)")
        return {file: tuple(row) for file, *row in rows}
