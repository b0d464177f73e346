import os
from pathlib import Path

from plugins.formats.kept import MOST_FILES, digest, kept


class Maker:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.content


def test_what_is_kept_is_not_made_again(tmp_path: Path):
    make = Maker(b"livret")
    assert [kept("cle", make, tmp_path) for _ in range(3)] == [b"livret"] * 3
    assert make.times == 1


def test_a_damaged_file_is_made_again_and_mended(tmp_path: Path):
    make = Maker(b"livret")
    kept("cle", make, tmp_path)
    for damage in (b"", b"livret", (tmp_path / "cle").read_bytes()[:-1] + b"x"):
        (tmp_path / "cle").write_bytes(damage)
        assert kept("cle", make, tmp_path) == b"livret"
    assert make.times == 4
    assert kept("cle", make, tmp_path) == b"livret"
    assert make.times == 4


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path):
    (tmp_path / "fichier").write_bytes(b"")
    assert kept("cle", Maker(b"livret"), tmp_path / "fichier") == b"livret"


def test_the_least_recently_read_go_first(tmp_path: Path):
    for number in range(MOST_FILES):
        kept(f"{number}", Maker(b""), tmp_path)
        os.utime(tmp_path / f"{number}", ns=(number, number))
    kept("0", Maker(b"autre"), tmp_path)  # read: now the last to go
    kept("nouveau", Maker(b""), tmp_path)
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == MOST_FILES
    assert "1" not in names
    assert {"0", "nouveau"} <= names


def test_parts_are_not_confused_with_each_other():
    assert digest("ab", "c") != digest("a", "bc")
    assert digest("livret") == "200e5168d34b828bb89a60d1dee81338db4ee75da5173fa6c6edfab9384c78c9"
