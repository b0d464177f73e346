import os
import signal
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from plugins.processes import hands, sharing
from plugins.processes.sharing import shared_in_parts, shared_out

HERE = os.getpid()
forks = pytest.mark.skipif(sys.platform != "linux", reason="forking is for Linux")


@pytest.fixture(autouse=True)
def three_hands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COEURS", "3")


class Meeting:
    """Make this process wait for another one in its first thing to do: another has worked then, whatever the load."""

    def __init__(self) -> None:
        self.out, self.into = os.pipe()
        self.waits = True

    def come(self) -> None:
        if os.getpid() != HERE:
            os.write(self.into, b"here")
        elif self.waits:
            self.waits = not os.read(self.out, 1)


@forks
def test_the_answers_come_in_order_whoever_gave_them():
    meeting = Meeting()

    def work(number: int) -> list[Any]:
        meeting.come()
        return [number * number, os.getpid() == HERE, "é\ud800"]

    answers = list(shared_out(range(100), work, least=3))
    assert [answer[0] for answer in answers] == [number * number for number in range(100)]
    assert False in {answer[1] for answer in answers}
    assert {answer[2] for answer in answers} == {"é\ud800"}


@forks
def test_this_process_does_first_what_there_is_to_do_while_others_work():
    done: list[str] = []

    def work(_: int) -> list[str]:
        return done if os.getpid() == HERE else ["first"]

    answers = list(shared_out(range(100), work, least=3, meanwhile=lambda: done.append("first")))
    assert answers == [["first"]] * 100
    alone = shared_out(range(5), work, least=3, meanwhile=lambda: done.append("alone"))
    assert list(alone) == [["first"]] * 5


@forks
def test_few_things_are_done_here():
    assert list(shared_out(range(5), lambda _: os.getpid(), least=3)) == [HERE] * 5
    assert list(shared_out([], lambda _: os.getpid(), least=3)) == []


@forks
@pytest.mark.parametrize("count", [9, 100, 16_001, 40_000])
def test_every_part_has_a_ticket_in_the_smallest_of_pipes(count: int, monkeypatch: pytest.MonkeyPatch):
    tickets: list[int] = []
    write = os.write

    def noting(pipe: int, content: bytes) -> int:
        if os.getpid() == HERE:
            tickets.append(len(content))
        return write(pipe, content)

    monkeypatch.setattr(os, "write", noting)
    assert list(shared_out(range(count), lambda number: number, least=1)) == list(range(count))
    assert 0 < tickets[0] <= 4096


@forks
def test_things_may_be_done_some_at_once():
    def work(numbers: Sequence[int]) -> list[list[int]]:
        return [[number, len(numbers)] for number in numbers]

    answers = list(shared_in_parts(range(100), work, least=3))
    assert [number for number, _ in answers] == list(range(100))
    assert {together for _, together in answers} == {
        3,
        1,
    }  # thirty-two parts at least, so that nobody waits long
    assert list(shared_in_parts(range(5), work, least=3)) == [[number, 5] for number in range(5)]


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_elsewhere_everything_is_done_in_one_process(monkeypatch: pytest.MonkeyPatch, system: str):
    monkeypatch.setattr(hands.sys, "platform", system)
    assert list(shared_out(range(9), lambda _: os.getpid(), least=1)) == [HERE] * 9


@forks
def test_a_process_that_dies_has_its_part_done_here():
    def work(number: int) -> int:
        if os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert list(shared_out(range(9), work, least=1)) == list(range(9))


@forks
def test_what_a_process_has_made_before_it_dies_is_good():
    meeting = Meeting()

    def work(number: int) -> list[int]:
        if number > 20 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        meeting.come()
        return [number, os.getpid()]

    answers = list(shared_out(range(64), work, least=1))
    assert [number for number, _ in answers] == list(range(64))
    assert {process for _, process in answers} - {HERE}


@forks
def test_an_error_is_told_here_as_if_it_had_not_been_shared():
    def work(number: int) -> int:
        if number >= 4:
            raise ValueError(f"{number}")
        return number

    with pytest.raises(ValueError, match="4"):
        list(shared_out(range(9), work, least=1))


@forks
def test_answers_that_cannot_be_read_again_are_made_here(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sharing.os, "pread", lambda _file, size, _start: b"?" * size)
    meeting = Meeting()

    def work(number: int) -> int:
        meeting.come()
        return number

    assert list(shared_out(range(40), work, least=1)) == list(range(40))


@forks
def test_an_interruption_leaves_no_process_behind(tmp_path: Path):
    def work(number: int) -> int:
        if os.getpid() == HERE:
            raise KeyboardInterrupt
        (tmp_path / f"{os.getpid()}").touch()
        signal.pause()
        return number

    with pytest.raises(KeyboardInterrupt):
        list(shared_out(range(9), work, least=1))
    for process in tmp_path.iterdir():
        with pytest.raises(ProcessLookupError):
            os.kill(int(process.name), 0)


@forks
def test_nothing_stays_open_once_the_answers_are_given():
    before = len([*Path("/proc/self/fd").iterdir()])
    assert list(shared_out(range(9), lambda number: number, least=1)) == list(range(9))
    assert len([*Path("/proc/self/fd").iterdir()]) == before


@forks
def test_no_room_for_a_process_is_no_harm(monkeypatch: pytest.MonkeyPatch):
    def full() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", full)
    assert list(shared_out(range(9), lambda number: number, least=1)) == list(range(9))


@forks
def test_by_turns_a_process_leaves_after_some_things_and_another_goes_on(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COEURS", "2")
    monkeypatch.setattr(sharing, "PART", 2)
    out, into = os.pipe()
    waits = iter(range(20))

    def work(number: int) -> list[int]:
        if os.getpid() != HERE:
            os.write(into, b".")
        elif next(waits, None) is not None:  # until the others have made as much, be the computer slow or not
            os.read(out, 1)
        return [number, os.getpid()]

    answers = [*shared_out(range(200), work, least=1, turn=8)]
    assert [number for number, _ in answers] == list(range(200))
    others = Counter(process for _, process in answers if process != HERE)
    assert len(others) >= 3
    assert max(others.values()) == 8


@forks
def test_by_turns_processes_that_die_leave_nothing_undone():
    def work(number: int) -> int:
        if number % 10 == 5 and os.getpid() != HERE:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    before = len([*Path("/proc/self/fd").iterdir()])
    assert [*shared_out(range(300), work, least=1, turn=8)] == list(range(300))
    assert len([*Path("/proc/self/fd").iterdir()]) == before
