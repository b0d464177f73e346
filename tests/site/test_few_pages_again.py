"""What is added changes what shows it, and nothing else is made again."""

import sqlite3
from contextlib import closing
from pathlib import Path

from PIL import Image

from plugins.ledger.stamps import scan
from tests.site.building import written_again


def test_an_added_post_changes_the_newest_page_of_its_lists_alone(project):
    root, resident = project
    posts = root / "content" / "billets" / "2026"
    for number in range(1, 31):
        _write_a_post(posts, f"2026-10-{number:02}")
    assert resident.build()[0] == 0
    before = scan(root / "output")
    assert {"actualites/page/1/index.html", "actualites/page/2/index.html"} <= before.keys()
    _write_a_post(posts, "2026-11-21")
    assert resident.build()[0] == 0
    again = {name for name in written_again(root, before) if name.startswith("actualites/")}
    assert again == {
        "actualites/index.html",
        "actualites/2026/index.html",
        "actualites/2026/11/index.html",
        "actualites/2026/11/billet-21/index.html",
        "actualites/atom.xml",
        "actualites/rubrique/sorties/index.html",
    }


def test_a_picture_that_comes_has_no_other_text_converted_again(project):
    root, _ = project
    memory = root / ".output-memoire"
    for name in ("textes.sqlite", "articles.sqlite"):
        assert "catalog.acronyms" in _reads(memory / name)
        assert "catalog.root" not in _reads(memory / name)


def test_a_picture_drawn_again_in_another_size_is_shown_in_its_size(project):
    root, resident = project
    page = root / "output" / "actualites" / "2026" / "11" / "bienvenue" / "index.html"
    assert 'width="1" height="1"' in page.read_text("utf-8")
    Image.new("RGB", (24, 8)).save(root / "content" / "images" / "point.png")
    assert resident.build()[0] == 0
    assert 'width="24" height="8"' in page.read_text("utf-8")


def _reads(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as base:
        return {name for (name,) in base.execute("SELECT name FROM read")}


def _write_a_post(folder: Path, day: str) -> None:
    text = f"---\ntitre: Ce jour-là\ndate: {day}\nrubrique: Sorties\n---\n\nQuelques mots.\n"
    (folder / f"{day}-billet-{day[-2:]}.md").write_text(text, "utf-8")
