"""What a build leaves for `plugins.touchup`, and when it leaves nothing."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.bridge.build import Writing
from plugins.bridge.leaving import leave_ahead, originals_left
from plugins.catalog.models.post import Post
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


@pytest.fixture
def first(tmp_path: Path) -> SimpleNamespace:
    """Give the first build of a site of one post, whose template writes its words out and nothing else."""
    (tmp_path / "un.md").write_text("Un mot.\n")
    post = {"slug": "2026-01-01-un", "titre": "T", "date": "2026-01-01", "rubrique": "R"}
    record = Post.model_validate(post | {"corps": "Un mot.", "chemin": "un.md"})
    template = SimpleNamespace(name="article.html", environment=None)
    needs = SimpleNamespace(is_open=False, handled=frozenset())
    keeper = SimpleNamespace(
        folder=tmp_path / ".output-memoire", before=SimpleNamespace(files={}), kept={}, lists_show_texts=False,
        memory=SimpleNamespace(units={}), showing_all_texts=set,
        templates_of=lambda _: SimpleNamespace(needs=lambda _: needs),
    )  # fmt: skip
    keeper.folder.mkdir()
    return SimpleNamespace(
        root=tmp_path, keeper=keeper, settings={"MARKDOWN": {"extensions": ["extra"]}}, feeds={}, errand=None,
        records={"un.md": record}, writings={"un.md": Writing(("un/index.html", template), {})},
        leave_what_was_read=lambda: None,
    )  # fmt: skip


def test_the_texts_of_a_first_build_are_begun_ahead_and_left_once_it_has_ended_well(first: SimpleNamespace):
    leave_ahead(first)
    with originals_left(first):
        assert _left(first.root) == {}
    assert _left(first.root) == {"un.md": "un/index.html"}


def test_what_was_begun_ahead_is_not_left_when_the_pages_show_that_lists_hold_the_words_too(
    first: SimpleNamespace,
):
    leave_ahead(first)
    first.keeper.lists_show_texts = True
    with originals_left(first):
        pass
    assert _left(first.root) == {}


def test_what_was_begun_ahead_is_not_left_by_a_build_that_fails(first: SimpleNamespace):
    leave_ahead(first)
    with pytest.raises(KeyError), originals_left(first):
        raise KeyError
    assert _left(first.root) == {}
