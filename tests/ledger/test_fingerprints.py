import os
from pathlib import Path

from plugins.ledger.fingerprints import MISSING, Fingerprints
from plugins.ledger.stamps import SLOWEST_CLOCK, disk_time

LATER = 10 * SLOWEST_CLOCK


def _aged(path: Path, words: str, age: int = 0) -> Path:
    path.write_text(words, encoding="utf-8")
    then = path.stat().st_mtime_ns - age
    os.utime(path, ns=(then, then))
    return path


def test_equal_bytes_have_one_digest_and_a_file_that_is_not_there_has_none(tmp_path: Path):
    one, two = _aged(tmp_path / "a", "x"), _aged(tmp_path / "b", "x")
    found = Fingerprints({}, disk_time(tmp_path))
    assert found.of(one) == found.of(two) != found.of(tmp_path / "c") == MISSING


def test_a_file_left_alone_is_not_read_again(tmp_path: Path):
    path = _aged(tmp_path / "a", "x")
    now = disk_time(tmp_path) + LATER
    first = Fingerprints({}, now)
    first.of(path)
    ((name, (stamp, _)),) = first.known.items()
    assert Fingerprints({name: (stamp, "believed")}, now).of(path) == "believed"


def test_a_file_changed_a_moment_ago_is_not_believed_next_time(tmp_path: Path):
    path = _aged(tmp_path / "a", "x")
    found = Fingerprints({}, disk_time(tmp_path))
    found.of(path)
    assert found.known == {}


def test_other_bytes_of_the_same_size_and_day_are_seen(tmp_path: Path):
    path = _aged(tmp_path / "a", "x", LATER)
    first = Fingerprints({}, disk_time(tmp_path) + LATER)
    before = first.of(path)
    _aged(path, "y", LATER)
    assert Fingerprints(first.known, disk_time(tmp_path) + LATER).of(path) != before


def test_the_digest_of_a_folder_counts_names_and_bytes_and_leaves_hidden_files_out(tmp_path: Path):
    def digest() -> str:
        return Fingerprints({}, 0).of_folder(tmp_path)

    _aged(tmp_path / "a", "x")
    first = digest()
    _aged(tmp_path / ".a.swp", "x")
    (tmp_path / "__pycache__").mkdir()
    _aged(tmp_path / "__pycache__" / "a.pyc", "x")
    assert digest() == first
    (tmp_path / "a").rename(tmp_path / "b")
    assert digest() != first


def test_asking_the_disk_what_time_it_is_leaves_nothing_behind(tmp_path: Path):
    assert disk_time(tmp_path) > 0
    assert list(tmp_path.iterdir()) == []
