import os
import signal
import sys
from pathlib import Path

import pytest

from plugins.bridge import hands
from plugins.bridge.hands import share_out

HERE = os.getpid()
forks = pytest.mark.skipif(sys.platform != "linux", reason="forking is for Linux")


@pytest.fixture(autouse=True)
def three_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEURS", "3")


@forks
def test_the_answers_come_in_order_whoever_gave_them():
    answers = share_out(range(10), lambda number: [number * number, os.getpid() == HERE, "é\ud800"], least=3)
    assert [answer[0] for answer in answers] == [0, 1, 4, 9, 16, 25, 36, 49, 64, 81]
    assert [answer[1] for answer in answers] == [True, False, False] * 3 + [True]
    assert {answer[2] for answer in answers} == {"é\ud800"}


@forks
def test_few_things_are_done_here():
    assert share_out(range(5), lambda _: os.getpid(), least=3) == [HERE] * 5
    assert share_out([], lambda _: os.getpid(), least=3) == []


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


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_everything_is_done_in_one_process(monkeypatch: pytest.MonkeyPatch, system: str):
    monkeypatch.setattr(hands.sys, "platform", system)
    assert share_out(range(9), lambda _: os.getpid(), least=1) == [HERE] * 9


@forks
def test_a_process_that_dies_has_its_part_done_here():
    def work(number: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert share_out(range(9), work, least=1) == list(range(9))


@forks
def test_an_error_is_told_here_as_if_it_had_not_been_shared():
    def work(number: int) -> int:
        if number == 4:
            raise ValueError(f"{number}")
        return number

    with pytest.raises(ValueError, match="4"):
        share_out(range(9), work, least=1)


@forks
def test_an_interruption_leaves_no_process_behind(tmp_path: Path):
    def work(number: int) -> int:
        if os.getpid() == HERE:
            raise KeyboardInterrupt
        (tmp_path / f"{os.getpid()}").touch()
        signal.pause()
        return number

    with pytest.raises(KeyboardInterrupt):
        share_out(range(9), work, least=1)
    for process in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(process.name), 0)


@forks
def test_no_room_for_a_process_is_no_harm(monkeypatch: pytest.MonkeyPatch):
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full)
    assert share_out(range(9), lambda number: number, least=1) == list(range(9))
