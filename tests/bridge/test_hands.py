import os
import sys
from pathlib import Path

import pytest

from plugins.bridge import hands

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


@forks
@pytest.mark.parametrize(("count", "expected"), [(3, True), (6, False)])
def test_another_process_does_a_job_meanwhile_when_it_is_worth_one(
    tmp_path: Path, count: int, expected: bool
):
    here = f"{os.getpid()}"
    with hands.meanwhile(lambda: (tmp_path / "job").write_text(f"{os.getpid()}"), count, 3):
        (tmp_path / "block").write_text(here)
    assert (tmp_path / "block").read_text() == here
    assert ((tmp_path / "job").read_text() == here) is expected


@forks
def test_a_job_that_another_process_could_not_do_is_done_here(monkeypatch: pytest.MonkeyPatch):
    here, made = os.getpid(), []

    def job() -> None:
        if os.getpid() != here:
            raise MemoryError
        made.append(here)

    with hands.meanwhile(job, 6, 3):
        assert made == []
    assert made == [here]
    monkeypatch.setattr(os, "fork", None)
    with pytest.raises(KeyError), hands.meanwhile(job, 3, 3):
        raise KeyError
    assert made == [here]
