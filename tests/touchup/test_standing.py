from contextlib import closing
from pathlib import Path

import pytest

from plugins.ledger.stamps import full_stamp, scan
from plugins.ledger.turn import take_turn
from plugins.touchup.standing import Standing


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of three files."""
    folder = tmp_path / "output"
    for path in ("index.html", "a/index.html", "fil.xml"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(f"<p>un</p> de {path}")
    return folder


def _words(folder: Path) -> dict[str, str]:
    return {path: (folder / path).read_text() for path in scan(folder)}


def test_nothing_is_written_before_all_is_put_in_place(site):
    before, standing = _words(site), Standing(site, scan(site))
    assert standing.replace("index.html", "<p>un</p>", "<p>deux</p>")
    assert standing.replace("index.html", "deux", "trois")
    assert standing.read("index.html") == b"<p>trois</p> de index.html"
    assert _words(site) == before


@pytest.mark.parametrize("words", ["<p>deux</p>", "e"])
def test_words_that_do_not_stand_there_once_are_not_replaced(site, words):
    standing = Standing(site, scan(site))
    assert not standing.replace("index.html", words, "trois")
    assert standing.fresh == {}


@pytest.mark.parametrize("paths", [("a/index.html",), ("a/index.html", "fil.xml")])
def test_the_site_changes_by_renaming_and_what_was_served_stays_whole(site, paths):
    standing, kept = Standing(site, scan(site)), full_stamp(site / "index.html")[2]
    served = [(site / path).open() for path in paths]
    for path in paths:
        standing.write(path, b"neuf")
    assert standing.put_in_place(full_stamp(site))
    assert _words(site) == {
        path: "neuf" if path in paths else f"<p>un</p> de {path}"
        for path in ("index.html", "a/index.html", "fil.xml")
    }
    assert [file.read() for file in served] == [f"<p>un</p> de {path}" for path in paths]
    assert full_stamp(site / "index.html")[2] == kept
    assert not site.with_name(".output-neuf").exists()
    for file in served:
        file.close()


def test_a_build_that_came_in_between_is_left_alone(site):
    standing, mark = Standing(site, scan(site)), full_stamp(site)
    site.rename(site.with_name("gone"))
    site.mkdir()
    standing.write("index.html", b"neuf")
    assert not standing.put_in_place(mark)
    assert _words(site) == {}


def test_a_build_under_way_is_left_alone(site):
    standing = Standing(site, scan(site))
    standing.write("index.html", b"neuf")
    with closing(take_turn(site)), pytest.raises(OSError, match=r".*"):
        standing.put_in_place(full_stamp(site))
    assert "neuf" not in _words(site).values()
