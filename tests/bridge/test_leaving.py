"""What a build leaves for `plugins.touchup`, and when it leaves nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

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


def _all_left(root: Path) -> dict[str, tuple[str, int, bytes]]:
    """Return the page, the first line and the words of each text that was left, by its file."""
    path = root / ".output-memoire" / "textes-d-origine.sqlite"
    with closing(sqlite3.connect(path)) as base:
        rows = base.execute("SELECT file, page, first_line, text FROM place JOIN words USING (file)")
        return {file: tuple(row) for file, *row in rows}
