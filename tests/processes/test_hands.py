import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.ledger.originals import Original, Place, leave, read_original, write_originals
from plugins.ledger.stamps import full_stamp
from plugins.processes import hands

forks = pytest.mark.skipif(sys.platform != "linux", reason="forking is for Linux")


@pytest.fixture(autouse=True)
def three_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEURS", "3")


@forks
@pytest.mark.parametrize(("written", "expected"), [("1", 1), ("0", 1), ("5", 5), ("99", 8)])
def test_a_setting_says_how_many(monkeypatch: pytest.MonkeyPatch, written: str, expected: int):
    monkeypatch.setenv("COEURS", written)
    assert hands.hands() == expected


@forks
@pytest.mark.parametrize("written", ["beaucoup", ""])
def test_every_core_works_when_nobody_says_how_many(monkeypatch: pytest.MonkeyPatch, written: str):
    monkeypatch.setenv("COEURS", written)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2, 3, 4})
    monkeypatch.setattr(hands, "_room", lambda: 1_000_000.0)
    assert (hands.hands(), hands.asked_hands()) == (5, 0)


@forks
@pytest.mark.parametrize(("room", "expected"), [(0, 1), (199, 1), (200, 2), (450, 3), (10_000, 6)])
def test_there_are_no_more_processes_than_the_computer_has_room_for_copies_unless_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch, room: float, expected: int
):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1, 2, 3, 4, 5})
    monkeypatch.setattr(hands, "_room", lambda: room)
    monkeypatch.setattr(hands, "_held", lambda: 100.0)
    assert hands.hands() == 3
    monkeypatch.delenv("COEURS")
    assert hands.hands() == expected


@pytest.mark.parametrize(
    ("told", "most", "expected"),
    [
        ("MemTotal: 900 kB\nMemAvailable:   500000 kB\n", None, 512.0),
        ("MemAvailable: 500000 kB\n", "max\n", 512.0),
        ("MemAvailable: 500000 kB\n", "300000000\n", 200.0),
        ("MemAvailable: 500000 kB\n", "50000000\n", 0),
        ("MemAvailable: 500000 kB\n", "?", 0),
        ("MemFree: 500000 kB\n", None, 0),
    ],
)
def test_the_room_is_that_of_the_computer_or_of_the_container(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, told: str, most: str | None, expected: float
):
    (tmp_path / "meminfo").write_text(told)
    (tmp_path / "memory.current").write_text("100000000\n")
    if most:
        (tmp_path / "memory.max").write_text(most)
    monkeypatch.setattr(hands, "MEMORY", tmp_path / "meminfo")
    monkeypatch.setattr(hands, "GROUP", tmp_path)
    assert hands._room() == expected


def originals(folder: Path) -> list[object]:
    """Tell what `leave` is told of one text."""
    (folder / "a.md").write_text("Bonjour.\n")
    return [str(folder / "t.sqlite"), str(folder), {"a.md": ["a/index.html", 3]}, [("atom.xml", "a.md")]]


@forks
@pytest.mark.parametrize(("count", "are_left_here"), [(3, True), (6, False)])
def test_another_process_does_a_job_meanwhile_when_it_is_worth_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, are_left_here: bool
):
    here: list[str] = []
    write = write_originals
    monkeypatch.setattr(
        "plugins.ledger.originals.write_originals", lambda *told: here.append("") or write(*told)
    )
    with hands.meanwhile(leave, originals(tmp_path), count, 3):
        assert here == []
    found = read_original(tmp_path / "t.sqlite", "a.md", full_stamp(tmp_path / "a.md"))
    assert found == Original(b"Bonjour.\n", Place("a/index.html", 3), ("atom.xml",))
    assert bool(here) is are_left_here


@forks
def test_a_job_that_another_process_could_not_do_is_done_here(monkeypatch: pytest.MonkeyPatch):
    made: list[str] = []

    def job(told: str) -> None:
        made.append(told)

    job.__module__ = "plugins.nobody"
    with hands.meanwhile(job, "fait", 6, 3):
        assert made == []
    assert made == ["fait"]
    monkeypatch.setattr(subprocess, "Popen", full)
    with hands.meanwhile(job, "refait", 6, 3):
        pass
    assert made == ["fait", "refait"]


@forks
def test_a_job_ends_with_the_block_that_fails(tmp_path: Path):
    with pytest.raises(KeyError), hands.meanwhile(leave, originals(tmp_path), 6, 3):
        raise KeyError


def full(*_: object, **__: object) -> None:
    """Have no room for one more process."""
    raise BlockingIOError
