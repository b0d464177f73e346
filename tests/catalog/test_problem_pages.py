"""Each code that a volunteer may meet has its explanation, and nothing else is explained."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.catalog import problems

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/problemes.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^### ([^\n]+)\n(.*?)(?=^##|\Z)", PAGE, re.MULTILINE | re.DOTALL))

CODE_ARGUMENT = {"Problem": 2, "problem": 1, "fault": 0, "Sight": 1, "_french_date": 1, "Finding": 0}
"""Where the code stands among the arguments of what makes a problem."""

PASSED_ON = {
    ("plugins/bridge/links.py", "code"),  # the two words that `_fault` returns
    ("plugins/catalog/messages.py", "code"),  # the first of `Words`
    ("plugins/catalog/models/types.py", "code"),  # given to `_french_date`
    ("plugins/catalog/origin.py", "code"),
    ("plugins/catalog/rules/files.py", "finding.code"),
    ("plugins/catalog/rules/texts.py", "sight.code"),
    ("plugins/catalog/yaml_source.py", "self.name"),  # a YAML fault: its code is in `yaml_faults`
}
RETURNED = {"plugins/bridge/links.py": "_fault", "plugins/catalog/messages.py": None}
"""Modules whose functions (or the one that is named) return a code, alone or first in a tuple."""

NAMED = {name: value for name, value in vars(problems).items() if name.isupper() and isinstance(value, str)}
"""The codes that somebody compares with, and that have a name."""


def _modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def _code_arguments(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = CODE_ARGUMENT.get(name)
            if place is not None and len(node.args) > place:
                yield node.args[place]


def _returned_codes(tree: ast.Module, function: str | None) -> Iterator[str]:
    for scope in ast.walk(tree):
        if isinstance(scope, ast.FunctionDef) and function in {None, scope.name}:
            for node in ast.walk(scope):
                if isinstance(node, ast.Return) and node.value is not None:
                    first = node.value.elts[0] if isinstance(node.value, ast.Tuple) else node.value
                    first = first.body if isinstance(first, ast.IfExp) else first
                    if isinstance(first, ast.Constant) and isinstance(first.value, str):
                        yield first.value


def _codes() -> tuple[set[str], set[tuple[str, str]]]:
    codes: set[str] = set()
    passed_on: set[tuple[str, str]] = set()
    for name, tree in _modules():
        for argument in _code_arguments(tree):
            if isinstance(argument, ast.Constant):
                codes.add(argument.value)
            elif ast.unparse(argument) in NAMED:
                codes.add(NAMED[ast.unparse(argument)])
            else:
                passed_on.add((name, ast.unparse(argument)))
        if name in RETURNED:
            codes |= set(_returned_codes(tree, RETURNED[name]))
    return codes, passed_on


def test_every_code_is_explained_and_nothing_else() -> None:
    codes, _ = _codes()
    assert codes - set(SECTIONS) == set(), "to explain in docs/problemes.md"
    assert set(SECTIONS) - codes == set(), "explained, and no longer told"


def test_codes_are_literal_but_where_they_are_passed_on() -> None:
    assert _codes()[1] == PASSED_ON


def test_a_code_is_its_own_anchor() -> None:
    assert [code for code in SECTIONS if not re.fullmatch(r"[a-z]+(-[a-z]+)*", code)] == []
    assert len(SECTIONS) == PAGE.count("\n### ")


@pytest.mark.parametrize("code", SECTIONS)
def test_each_explanation_has_a_fault_and_a_way_out(code: str) -> None:
    section = SECTIONS[code]
    assert "\nCe qui ne va pas :\n\n```text\n" in section
    assert "\nPour s’en sortir : " in section
