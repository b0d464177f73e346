"""The process that stays is played by a stand-in that tells what it is told to tell."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.bridge import resident
from plugins.catalog.problems import Problem
from plugins.commands.protocol import Built, Event, Progress
from plugins.commands.rebuilding import STALE, Rebuilder

RESIDENT = """
import os, pathlib, sys

script = pathlib.Path("script")
for line in sys.stdin:
    print("I am", os.getpid())
    first, _, rest = script.read_text().partition("\\n")
    script.write_text(rest)
    if first == "leave":
        print("a last word")
        sys.exit(3)
    for text in first.split("|"):
        print("\\x1e" + text)
"""


def _ended(code: int) -> str:
    return json.dumps({"event": "ended", "code": code})


GOOD = "|".join(
    [
        json.dumps({"event": "progress", "done": 1, "total": 2}),
        json.dumps(
            {"event": "built", "pages": 3, "files": 4, "seconds": 0.1, "output": "o", "today": "2026-11-22"}
        ),
        _ended(0),
    ]
)
FAULTY = "|".join(
    [json.dumps({"event": "problem", "file": "x", "line": 1, "code": "vide", "message": "…"}), _ended(1)]
)


@pytest.fixture
def rebuilder(tmp_path: Path) -> Iterator[Rebuilder]:
    folder = tmp_path / "plugins" / "bridge"
    folder.mkdir(parents=True)
    (folder / "resident.py").write_text(RESIDENT, "utf-8")
    with Rebuilder(tmp_path) as rebuilder:
        yield rebuilder


def _script(root: Path, *answers: str) -> None:
    (root / "script").write_text("\n".join(answers), "utf-8")


def test_one_process_builds_again_and_again(rebuilder: Rebuilder, tmp_path: Path) -> None:
    _script(tmp_path, GOOD, FAULTY, GOOD)
    heard: list[Event] = []
    first, second, third = rebuilder.build(heard.append), rebuilder.build(), rebuilder.build()
    assert first.is_good
    assert first.built == Built(3, 4, 0.1, "o", "2026-11-22")
    assert heard == [Progress(1, 2), first.built]
    assert (second.code, second.problems) == (1, (Problem("x", 1, "vide", "…"),))
    assert third.is_good
    assert first.log == second.log == third.log


def test_a_process_whose_program_has_changed_is_replaced_and_asked_again(
    rebuilder: Rebuilder, tmp_path: Path
) -> None:
    _script(tmp_path, GOOD, _ended(STALE), GOOD)
    first, second = rebuilder.build(), rebuilder.build()
    assert second.is_good
    assert first.log != second.log


def test_a_process_that_leaves_is_told_and_the_next_build_has_another(
    rebuilder: Rebuilder, tmp_path: Path
) -> None:
    _script(tmp_path, "leave", GOOD)
    first, second = rebuilder.build(), rebuilder.build()
    assert (first.code, first.built, first.log[-1]) == (3, None, "a last word")
    assert second.is_good


def test_both_sides_know_the_same_word_for_a_program_that_has_changed() -> None:
    assert resident.STALE == STALE
