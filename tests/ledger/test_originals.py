import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from plugins.ledger.originals import FILE, Original, Place, change_original, read_original, write_originals
from plugins.ledger.stamps import full_stamp

PLACE = Place("a/index.html", 4)


@pytest.fixture
def left(tmp_path: Path) -> Path:
    """Give a project whose text a build has left."""
    (tmp_path / "a.md").write_text("le texte")
    write_originals(tmp_path / FILE, tmp_path, {"a.md": PLACE}, [("fil.xml", "a.md"), ("fil.xml", "b.md")])
    return tmp_path


def _read(root: Path, name: str = "a.md") -> Original | None:
    return read_original(root / FILE, name, full_stamp(root / name))


def test_a_text_is_known_with_its_place_and_its_feeds(left):
    assert _read(left) == Original(b"le texte", PLACE, ("fil.xml",))


def test_a_text_that_was_saved_again_is_not_the_one_that_was_built(left):
    (left / "a.md").write_text("un texte")
    assert _read(left) is None


def test_a_text_that_has_not_changed_is_not_read_again(left, monkeypatch):
    monkeypatch.setattr("builtins.open", lambda *_, **__: pytest.fail("it is read"))
    write_originals(left / FILE, left, {"a.md": PLACE}, [])
    monkeypatch.undo()
    assert _read(left) == Original(b"le texte", PLACE, ())


@pytest.mark.parametrize("place", [Place("b/index.html", 4), Place("a/index.html", 5)])
def test_a_text_that_is_shown_elsewhere_is_written_again(left, place):
    write_originals(left / FILE, left, {"a.md": place}, [])
    assert _read(left) == Original(b"le texte", place, ())


def test_a_text_that_is_gone_is_forgotten(left):
    (left / "b.md").write_text("b")
    write_originals(left / FILE, left, {"b.md": PLACE}, [])
    assert (_read(left), _read(left, "b.md")) == (None, Original(b"b", PLACE, ()))


def test_a_text_that_is_still_as_it_was_left_is_not_looked_at(left):
    stamp = full_stamp(left / "a.md")
    (left / "a.md").unlink()
    (left / "b.md").write_text("b")
    write_originals(left / FILE, left, {"b.md": PLACE}, [("fil.xml", "a.md")], still={"a.md"})
    assert read_original(left / FILE, "a.md", stamp) == Original(b"le texte", PLACE, ("fil.xml",))
    assert _read(left, "b.md") == Original(b"b", PLACE, ())


def test_a_text_that_was_touched_up_takes_the_place_of_the_one_before(left):
    (left / "a.md").write_text("un texte")
    change_original(left / FILE, "a.md", full_stamp(left / "a.md"), PLACE, b"un texte")
    assert _read(left) == Original(b"un texte", PLACE, ("fil.xml",))


def test_a_damaged_text_is_not_used(left):
    with closing(sqlite3.connect(left / FILE)) as base, base:
        base.execute("UPDATE words SET text = ?", (b"autre",))
    assert _read(left) is None


def test_a_damaged_file_is_not_used_and_the_next_build_leaves_another(left):
    (left / FILE).write_bytes(b"abc" * 1000)
    assert _read(left) is None
    for _ in range(2):
        write_originals(left / FILE, left, {"a.md": PLACE}, [])
    assert _read(left) == Original(b"le texte", PLACE, ())


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_where_nothing_may_be_written_only_costs_time(left):
    left.chmod(0o500)
    (left / FILE).chmod(0o400)
    write_originals(left / FILE, left, {}, [])
    left.chmod(0o700)


def test_nothing_is_read_where_no_build_has_been(tmp_path):
    assert read_original(tmp_path / FILE, "a.md", ()) is None
    assert not (tmp_path / FILE).exists()
