"""Each accident that README.md names is held by tests that exist."""

import ast
import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
README = (Path(__file__).parent / "README.md").read_text(encoding="utf-8")
ROWS = dict(re.findall(r"^\| `(bld-\d{3})` [^|]+\|[^|]+\| ([^|]+) \|$", README, re.MULTILINE))
ACCIDENTS = tuple(f"bld-{number:03}" for number in range(1, 17))


def test_the_sixteen_accidents_have_their_row() -> None:
    assert tuple(ROWS) == ACCIDENTS


@pytest.mark.parametrize("accident", ACCIDENTS)
def test_an_accident_is_held_by_tests_that_exist(accident: str) -> None:
    held = re.findall(r"`([\w/]+\.py)::(test_\w+)`", ROWS[accident])
    assert held
    assert [f"{file}::{name}" for file, name in held if name not in _tests_of(TESTS / file)] == []


def _tests_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
