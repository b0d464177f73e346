import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from plugins.ledger.shelf import Shelf, written

READS = {"catalog.acronyms": "a1", "texts.basis": "b1"}


def shelf(path: Path, **now: str) -> Shelf:
    found = READS | now
    return Shelf(path, lambda reads: all(found.get(name) == digest for name, digest in reads.items()))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "memoire" / "textes.sqlite"
    first = shelf(path)
    first.put("k1", ["<p>À lire</p>", []])
    first.put("k2", ["<p>Deux</p>", [["Un", "#un"]]])
    first.write(READS)
    return path


def test_what_was_put_is_found_by_the_next_build(file: Path):
    found = shelf(file)
    assert (found.get("k1"), found.get("k2")) == (["<p>À lire</p>", []], ["<p>Deux</p>", [["Un", "#un"]]])
    assert (found.get("k3"), found.keys, found.reads) == (None, {"k1", "k2"}, READS)
    assert not found.is_damaged


def test_all_is_read_at_once_new_values_included(file: Path):
    found = shelf(file)
    found.put("k2", "neuf")
    assert found.all() == {"k1": ["<p>À lire</p>", []], "k2": "neuf"}
    assert shelf(file, **{"texts.basis": "b2"}).all() == {}


def test_a_shelf_that_nobody_holds_lets_its_file_go(file: Path):
    found = shelf(file)
    base = found._base
    assert base is not None
    assert base.execute("SELECT count(*) FROM kept").fetchone() == (2,)
    del found
    with pytest.raises(sqlite3.ProgrammingError):
        base.execute("SELECT count(*) FROM kept")


def test_nothing_at_all_is_read_when_one_value_was_touched(file: Path):
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE kept SET told = '[\"<script>\"]' WHERE key = 'k1'")
    found = shelf(file)
    assert (found.all(), found.is_damaged, found.keys) == ({}, True, frozenset())


def test_nothing_is_found_when_what_the_values_read_has_changed(file: Path):
    found = shelf(file, **{"catalog.acronyms": "a2"})
    assert (found.get("k1"), found.keys, found.reads, found.is_damaged) == (None, frozenset(), {}, False)
    found.put("k3", "neuf")
    found.write(READS | {"catalog.acronyms": "a2"})
    again = shelf(file, **{"catalog.acronyms": "a2"})
    assert (again.keys, again.get("k3")) == ({"k3"}, "neuf")


def test_an_edit_adds_one_value_and_leaves_the_others(file: Path):
    second = shelf(file)
    second.put("k3", "trois")
    second.write(READS | {"catalog.root": "r1"}, {"k1"})
    third = shelf(file, **{"catalog.root": "r1"})
    assert (third.keys, third.get("k2")[0], third.get("k3")) == ({"k2", "k3"}, "<p>Deux</p>", "trois")
    assert shelf(file, **{"catalog.root": "r2"}).keys == frozenset()


def test_a_value_that_was_touched_is_refused(file: Path):
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("UPDATE kept SET told = '[\"<script>\"]' WHERE key = 'k1'")
    found = shelf(file)
    assert (found.get("k1"), found.is_damaged) == (None, True)


def test_a_thing_read_that_was_taken_away_is_missed(file: Path):
    with closing(sqlite3.connect(file)) as base, base:
        base.execute("DELETE FROM read WHERE name = 'catalog.acronyms'")
    found = shelf(file)
    assert (found.keys, found.is_damaged) == (frozenset(), True)


@pytest.mark.parametrize("content", [b"", b"autre chose", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_such_base_is_laid_aside_then_written_anew(file: Path, content: bytes):
    file.write_bytes(content)
    found = shelf(file)
    assert (found.keys, found.is_damaged) == (frozenset(), True)
    found.put("k1", 1)
    found.write(READS)
    assert (shelf(file).get("k1"), shelf(file).is_damaged) == (1, False)


def test_a_file_of_another_version_is_not_damaged_and_is_written_anew(file: Path):
    with closing(sqlite3.connect(file)) as base, base:
        base.executescript("PRAGMA user_version = 12; DROP TABLE kept; CREATE TABLE kept (something INTEGER)")
    found = shelf(file)
    assert (found.keys, found.all(), found.is_damaged) == (frozenset(), {}, False)
    found.put("k1", 1)
    found.write(READS)
    assert (shelf(file).get("k1"), shelf(file).is_damaged) == (1, False)


def test_a_torn_file_gives_true_values_or_none(file: Path):
    sound = file.read_bytes()
    for length in range(0, len(sound), 512):
        file.write_bytes(sound[:length])
        found = shelf(file)
        assert found.get("k1") in (None, ["<p>À lire</p>", []])
        found.close()


def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_is_stopped(tmp_path: Path):
    (tmp_path / "memoire").write_text("un fichier, pas un dossier")
    found = shelf(tmp_path / "memoire" / "textes.sqlite")
    found.put("k1", 1)
    found.write(READS)
    assert (tmp_path / "memoire").read_text() == "un fichier, pas un dossier"


def rows() -> Iterator[tuple[str, str]]:
    yield from ((f"k{number}", written([number, "é"])) for number in range(3))


def test_what_is_laid_down_is_held_no_longer_and_is_there_at_once_and_for_the_next(tmp_path: Path):
    found = shelf(tmp_path / "new" / "t.sqlite")
    assert found.lay_down(rows, READS) is True
    assert (found._new, found.get("k2"), found.get("k9"), found.holds("k1")) == ({}, [2, "é"], None, True)
    found.put("k9", "neuf")
    found.write(READS)
    after = shelf(tmp_path / "new" / "t.sqlite")
    assert [after.get(key) for key in ("k0", "k1", "k2", "k9")] == [[0, "é"], [1, "é"], [2, "é"], "neuf"]


def test_what_cannot_be_laid_down_is_held(tmp_path: Path):
    (tmp_path / "memoire").write_text("un fichier, pas un dossier")
    found = shelf(tmp_path / "memoire" / "t.sqlite")
    assert found.lay_down(rows, READS) is False
    assert [found.get(f"k{number}") for number in range(3)] == [[0, "é"], [1, "é"], [2, "é"]]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is not for Windows")
def test_a_forked_process_reads_with_a_connection_of_its_own(file: Path):
    found = shelf(file)
    assert found.get("k1") == ["<p>À lire</p>", []]
    mine = found._base
    pid = os.fork()
    if pid == 0:
        os._exit(0 if found.get("k1") == ["<p>À lire</p>", []] and found._base is not mine else 1)
    assert os.waitpid(pid, 0)[1] == 0
    assert found._base is mine
    found.close()
