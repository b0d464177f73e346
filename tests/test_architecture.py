"""What docs/architecture.md promises about the code, read from the code itself."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "plugins").rglob("*.py"))
EVERY_FILE = [
    *MODULES,
    ROOT / "faire",
    ROOT / "tasks.py",
    ROOT / "pelicanconf.py",
    *sorted((ROOT / "tests").rglob("*.py")),
]
CLOCKS = {ROOT / "plugins/bridge/clock.py", ROOT / "plugins/commands/clock.py"}
ASKING_THE_TIME = re.compile(
    r"\b(datetime\.(now|utcnow|today)|date\.today|time\.(time|localtime|gmtime|strftime))\("
)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _functions(path: Path) -> list[ast.FunctionDef]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.mark.parametrize("path", EVERY_FILE, ids=_name)
def test_a_room_has_at_most_300_lines_and_a_function_at_most_40(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    too_long = {
        f.name: f.end_lineno - f.lineno + 1 for f in _functions(path) if f.end_lineno - f.lineno >= 40
    }
    assert too_long == {}


SECTIONS = [
    path
    for path in MODULES
    if path.parent.name
    not in {"bridge", "texts", "catalog", "rules", "models", "commands", "followup", "ledger", "plugins"}
]


@pytest.mark.parametrize("path", SECTIONS, ids=_name)
def test_a_section_reads_the_words_of_a_text_where_it_is_noted(path):
    """`site.words(record)` tells `plugins.touchup` that more than a page depends on them; `record.body` would not."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "body"]


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_only_the_two_clocks_ask_what_time_it_is(path):
    asked = ASKING_THE_TIME.findall(path.read_text(encoding="utf-8"))
    assert bool(asked) <= (path in CLOCKS)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_no_match_is_asked_which_pattern_has_found_it(path):
    """It answers with a compiled one; what stands for it until it is used (`plugins.regexes`) is another object."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "re"]


BRIDGE = ROOT / "plugins/bridge"
REGISTERING = {*(ROOT / "plugins").glob("*/__init__.py")} - {BRIDGE / "__init__.py"} | {
    BRIDGE / "connecting.py"
}


@pytest.mark.parametrize("path", sorted(REGISTERING), ids=_name)
def test_registering_a_plugin_connects_module_level_functions_and_nothing_more(path):
    for function in _functions(path):
        if function.name == "register":
            assert not [
                node for node in ast.walk(function) if isinstance(node, ast.Lambda | ast.For | ast.If)
            ]
            connected = [
                argument
                for node in ast.walk(function)
                if isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "connect"
                for argument in node.args
            ]
            assert connected
            assert all(isinstance(argument, ast.Name | ast.Attribute) for argument in connected)


def test_no_room_has_a_name_that_says_nothing():
    empty_words = {"utils", "helpers", "manager", "core", "common", "misc", "tools"}
    assert [
        _name(path) for path in MODULES if path.stem in empty_words or path.parent.name in empty_words
    ] == []


EXCEPTION = re.compile(r"# (?:noqa|type: ignore)\b(.*)")
REASON = re.compile(r"(?:: [A-Z0-9, ]+|\[[a-z, -]+\])  # (?!(?:as above|as below|the same)$)\S.*")


@pytest.mark.parametrize("path", EVERY_FILE, ids=_name)
def test_each_exception_to_a_rule_names_the_rule_and_says_why(path):
    exceptions = EXCEPTION.findall(path.read_text(encoding="utf-8"))
    assert [exception for exception in exceptions if not REASON.fullmatch(exception)] == []


ROOMS = [path for path in MODULES if path.name == "__init__.py" and "\n- `" in path.read_text("utf-8")]


@pytest.mark.parametrize("path", ROOMS, ids=_name)
def test_a_room_that_says_what_is_in_it_names_each_module_and_nothing_else(path):
    told = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    listed = {
        name
        for line in re.findall(r"^- (.*(?:\n  .*)*)", told, re.MULTILINE)
        for names in re.findall(r"((?:`\w+`(?:, | and )?)+):", line)
        for name in re.findall(r"\w+", names)
        if name != "and"
    }
    inside = {file.stem for file in path.parent.glob("*.py")} | {
        room.parent.name for room in path.parent.glob("*/__init__.py")
    }
    assert listed == inside - {"__init__"}
