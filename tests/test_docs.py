"""The documentation cannot fall behind: what it says of the repository is read again in the repository."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from invoke import Collection
from pelican import signals

import tasks
from plugins.catalog.kinds import KINDS
from plugins.catalog.loading import load_entries
from plugins.catalog.problems import format_problem

ROOT = Path(__file__).parents[1]
COMMANDS = Collection.from_module(tasks)
NAMES = {*COMMANDS.task_names, *(alias for aliases in COMMANDS.task_names.values() for alias in aliases)}

README, CONTRIBUTING = ROOT / "README.md", ROOT / "CONTRIBUTING.md"
DOCUMENTATION = [
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "LICENSES").glob("*.md")),
]
WRITTEN = [
    *DOCUMENTATION,
    *sorted((ROOT / "content").rglob("*.md")),
    *sorted((ROOT / "data").rglob("*.md")),
    *sorted((ROOT / ".github").rglob("*.md")),
]
FOLDERS = ("plugins/", "theme/", "tests/", "docs/", "content/", "data/", ".github/", ".ci/", "LICENSES/")
TO_INVENT = re.compile(r"(^|/)nom(-du-composant)?(/|\.|$)")  # what CONTRIBUTING tells to create
MADE_UP = re.compile(r"^<!-- exemple: (\S+) -->\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
MESSAGE = re.compile(r"^<!-- message: (\S+) \| (.+?) \| (.+?) -->\n```\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _rows(text: str) -> Iterator[list[str]]:
    """Give the cells of each row of each table, headings left out."""
    lines = text.split("\n")
    for before, line in pairwise(lines):
        if line.startswith("| ") and before.startswith("|"):
            yield [cell.strip() for cell in line.strip("|").split(" | ")]


def _ticks(text: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text)


def _first(address: str) -> str:
    """Reduce an address to what the README lists: `/sigles/rsa/` to `/sigles/`."""
    word, slash, _ = address.lstrip("/").partition("/")
    return f"/{word}{slash}"


def _where() -> dict[str, list[str]]:
    """Read the table « Où est… » of the README: the cells of each address."""
    part = _text(README).split("\n## Où est…\n")[1].split("\n## ")[0]
    return {address: cells for cells in _rows(part) for address in _ticks(cells[0])}


def _pages() -> list[list[str]]:
    """Read the rows of docs/pages.md: addresses, section, templates."""
    return [cells for cells in _rows(_text(ROOT / "docs/pages.md")) if cells[0].startswith("`/")]


def _slugs(text: str) -> set[str]:
    """Give the anchors that GitHub makes of the headings of a page."""
    titles = re.findall(
        r"^#+ +(.+)$", re.sub(r"^```.*?^```", "", text, flags=re.DOTALL | re.MULTILINE), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}


def _functions(module: Path) -> set[str]:
    body = ast.parse(_text(module)).body
    return {node.name for node in body if isinstance(node, ast.FunctionDef | ast.ClassDef)} | {
        alias.name for node in body if isinstance(node, ast.ImportFrom) for alias in node.names
    }


def _test_names() -> set[str]:
    found = (
        re.findall(r"^def (test_\w+)", _text(path), re.MULTILINE)
        for path in (ROOT / "tests").rglob("test_*.py")
    )
    return {name for names in found for name in names}


# The README's table


@pytest.mark.parametrize(("address", "cells"), _where().items(), ids=list(_where()))
def test_what_the_readme_says_of_an_address_is_there(address: str, cells: list[str]) -> None:
    assert len(cells) == 4, address
    for folder in re.findall(r"`(plugins/\w+/)`", cells[2]):
        assert (ROOT / folder / "__init__.py").is_file(), folder
    for template in _ticks(cells[3]):
        assert (ROOT / "theme/templates" / template).is_file(), template


@pytest.mark.parametrize("page", _pages(), ids=lambda page: page[0])
def test_the_readme_leads_to_every_page_of_the_table_of_pages(page: list[str]) -> None:
    for address in _ticks(page[0]):
        cells = _where()[_first(address)]
        section = "Pelican" if page[1] == "Pelican" else f"`plugins/{page[1]}/`"
        assert section in cells[2], address
        for template in _ticks(page[2]):
            assert f"`{template}.html`" in cells[3], address


def test_every_page_of_content_has_its_first_word_in_the_readme() -> None:
    names = {path.stem for path in (ROOT / "content/pages").iterdir()}
    assert {f"/{name}/" for name in names} <= set(_where())


def test_each_section_of_the_settings_has_a_row_in_the_readme() -> None:
    sections = set(re.findall(r'"plugins\.(\w+)"', _text(ROOT / "pelicanconf.py")))
    listed = {name for cells in _where().values() for name in re.findall(r"`plugins/(\w+)/`", cells[2])}
    assert listed == sections


def test_the_measures_have_their_place_in_the_readme() -> None:
    assert _text(README).count("<!-- mesures -->") == _text(README).count("<!-- /mesures -->") == 1
    weights = _text(ROOT / "docs/poids.md")
    assert weights.count("<!-- poids -->") == weights.count("<!-- /poids -->") == 1


# Commands


@pytest.mark.parametrize("command", COMMANDS.task_names)
def test_every_command_is_named_to_volunteers(command: str) -> None:
    assert re.search(rf"\./faire {command}\b(?!-)", _text(README) + _text(CONTRIBUTING))


@pytest.mark.parametrize("path", WRITTEN, ids=_name)
def test_every_command_that_is_named_exists_with_its_options(path: Path) -> None:
    for command, rest in re.findall(r"(?:\./|py )faire ([a-z][a-z-]*)([^`\n]*)", _text(path)):
        assert command in NAMES, f"./faire {command}"
        known = {f"--{argument.name}" for argument in COMMANDS[command].get_arguments()} | {"--help"}
        assert set(re.findall(r"(?<!\S)--[a-z]+", rest)) <= known, f"./faire {command}{rest}"


# Links, paths and names


@pytest.mark.parametrize("path", DOCUMENTATION, ids=_name)
def test_every_link_between_pages_of_the_documentation_leads_somewhere(path: Path) -> None:
    for link in re.findall(r"\]\((?!https?:|mailto:|sigle:|/)([^)\s]+)\)", _text(path)):
        target, _, anchor = link.partition("#")
        page = (path.parent / unquote(target)).resolve() if target else path
        assert page.exists(), link
        assert not anchor or anchor in _slugs(_text(page)), link


@pytest.mark.parametrize("path", DOCUMENTATION, ids=_name)
def test_every_folder_and_file_that_is_named_exists(path: Path) -> None:
    for named in _ticks(_text(path)):
        if named.startswith(FOLDERS) and not TO_INVENT.search(named) and not re.search(r"[*…<:]", named):
            kept_for = [kind for kind in KINDS if kind.files.pattern.startswith(named) or kind.where == named]
            assert (ROOT / named).exists() or kept_for, named


def test_every_function_named_in_the_architecture_exists() -> None:
    named = re.findall(r"`((?:[a-z_]+\.)+)([A-Za-z_]+)`", _text(ROOT / "docs/architecture.md"))
    found = 0
    for dotted, function in named:
        place = ROOT / "plugins" / dotted.rstrip(".").replace(".", "/")
        module = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
        if function not in {"py", "toml", "md", "json", "txt", "xml", "yaml", "html", "css"}:
            assert function in _functions(module), f"{dotted}{function}"
            found += 1
    assert found > 20


def test_the_signals_of_the_architecture_are_those_that_the_bridge_connects() -> None:
    connected = dict(
        re.findall(r"signals\.(\w+)\.connect\(([\w.]+)\)", _text(ROOT / "plugins/bridge/connecting.py"))
    )
    rows = [cells for cells in _rows(_text(ROOT / "docs/architecture.md")) if len(cells) == 3]
    told = {cells[0].strip("`"): cells[1].strip("`") for cells in rows if "`bridge." in cells[1]}
    assert told == {signal: f"bridge.{function}" for signal, function in connected.items()}
    assert all(hasattr(signals, signal) for signal in told)


def test_the_layers_of_the_architecture_are_those_of_the_contract() -> None:
    contract = re.search(r"^layers = \[(.*?)^\]", _text(ROOT / "pyproject.toml"), re.DOTALL | re.MULTILINE)
    assert contract
    layers = [set(re.findall(r"\w+", layer)) for layer in re.findall(r'"([^"]+)"', contract[1])]
    part = _text(ROOT / "docs/architecture.md").split("\n## Qui peut importer quoi\n")[1].split("\n## ")[0]
    assert [set(_ticks(cells[0])) for cells in _rows(part) if _ticks(cells[0])] == layers


def test_every_test_named_in_the_documentation_exists() -> None:
    named = {name for path in DOCUMENTATION for name in re.findall(r"`(test_\w+)`", _text(path))}
    assert named
    assert named <= _test_names()


def test_every_decision_is_in_the_index_in_order() -> None:
    folder = ROOT / "docs/decisions"
    pages = sorted(path for path in folder.glob("*.md") if path.name != "README.md")
    listed = re.findall(r"^\| (\d{4}) \| \[(.+)\]\((.+)\) \|$", _text(folder / "README.md"), re.MULTILINE)
    assert listed == [
        (path.name[:4], _text(path).split("\n", 1)[0].removeprefix(f"# {path.name[:4]}. "), path.name)
        for path in pages
    ]
    assert [path.name[:4] for path in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("[0-9]*.md")), ids=_name)
def test_a_decision_says_what_asked_for_it_what_it_is_and_what_follows(path: Path) -> None:
    assert re.findall(r"^## (.+)$", _text(path), re.MULTILINE) == ["Contexte", "Décision", "Conséquences"]


# The examples of CONTRIBUTING


def test_the_examples_given_to_volunteers_are_right(tmp_path: Path) -> None:
    examples = MADE_UP.findall(_text(CONTRIBUTING))
    assert len(examples) == 3
    for name, text in examples:
        _put(tmp_path / name, text)
    loaded = load_entries(tmp_path, None)
    assert loaded.problems == []
    assert sum(len(entries) for entries in loaded.entries.values()) == len(examples)


def test_the_message_shown_to_volunteers_is_the_one_they_will_read(tmp_path: Path) -> None:
    name, right, wrong, message = MESSAGE.findall(_text(CONTRIBUTING))[0]
    text = dict(MADE_UP.findall(_text(CONTRIBUTING)))[name]
    assert right in text
    _put(tmp_path / name, text.replace(right, wrong))
    problems = load_entries(tmp_path, None).problems
    assert [format_problem(problem) for problem in problems] == [message.rstrip("\n")]


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
