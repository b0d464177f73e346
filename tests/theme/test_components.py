"""Each component is a contract: its YAML documents it, gives its examples, and is what is tested."""

from dataclasses import fields
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from plugins import views
from tests.theme.theme_room import COMPONENTS, environment

NAMES = tuple(sorted(path.stem for path in COMPONENTS.glob("*.html")))
VOID = {"area", "base", "br", "hr", "img", "input", "link", "meta", "source"}
HOSTILE = '<b>&"'
SHOWN = {name: getattr(views, name) for name in views.__all__ if name[0].isupper()}


def _sheet(name: str) -> dict[str, Any]:
    return yaml.safe_load((COMPONENTS / f"{name}.yaml").read_text(encoding="utf-8"))


def _macro(name: str) -> Any:
    module = environment().get_template(f"components/{name}.html").module
    return getattr(module, name.replace("-", "_"))


EXAMPLES = [
    pytest.param(name, example["parameters"], id=f"{name}: {example['name']}")
    for name in NAMES
    if (COMPONENTS / f"{name}.yaml").exists()
    for example in _sheet(name)["examples"]
]


class _Balance(HTMLParser):
    """Tell the first tag that is not closed in its turn, and the attributes written twice."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is never closed" for tag in self.open]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag not in VOID and tag != "path" and tag != "circle":
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")


def _hostile(value: Any) -> Any:
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, dict):
        return {key: _hostile(item) for key, item in value.items()}
    return [_hostile(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("name", "parameters"), EXAMPLES)
def test_each_example_renders_to_well_formed_html(name: str, parameters: dict[str, Any]) -> None:
    assert _Balance(str(_macro(name)(**parameters))).faults == []


@pytest.mark.parametrize(("name", "parameters"), EXAMPLES)
def test_a_figure_bears_the_words_of_its_caption(name: str, parameters: dict[str, Any]) -> None:
    """RGAA 4.1.2, 1.9; its role is left out: the W3C's checker has it for unnecessary."""
    for figure in html.fragment_fromstring(str(_macro(name)(**parameters)), "div").iter("figure"):
        captions = [one.text_content() for one in figure.iter("figcaption")]
        assert [figure.get("aria-label")] == (captions or [None])


@pytest.mark.parametrize(("name", "parameters"), EXAMPLES)
def test_each_text_is_escaped(name: str, parameters: dict[str, Any]) -> None:
    html = str(_macro(name)(**_hostile(parameters)))
    assert "<b>&" not in html
    assert '&"' not in html
    assert _Balance(html).faults == []


@pytest.mark.parametrize("name", NAMES)
def test_each_component_has_its_sheet_of_french_words(name: str) -> None:
    sheet = _sheet(name)
    assert sheet["description"].endswith((".", "?"))
    assert sheet["examples"]
    assert set(sheet) <= {"description", "shows", "parameters", "fields", "examples"}


@pytest.mark.parametrize("name", NAMES)
def test_the_sheet_documents_exactly_the_parameters_of_the_macro(name: str) -> None:
    assert tuple(_sheet(name)["parameters"]) == _macro(name).arguments


@pytest.mark.parametrize(("name", "parameters"), EXAMPLES)
def test_each_example_uses_documented_parameters_only(name: str, parameters: dict[str, Any]) -> None:
    assert set(parameters) <= set(_sheet(name)["parameters"])


@pytest.mark.parametrize("name", [name for name in NAMES if "shows" in _sheet(name)])
def test_the_sheet_documents_exactly_the_fields_of_what_it_shows(name: str) -> None:
    sheet = _sheet(name)
    known = [field.name for field in fields(SHOWN[sheet["shows"]])]
    assert list(sheet["fields"]) == known
    for example in sheet["examples"]:
        for card in _cards(example["parameters"]):
            assert set(card) == set(known)


def test_each_view_model_is_shown_by_a_component() -> None:
    assert {_sheet(name).get("shows") for name in NAMES} - {None} == set(SHOWN)


def test_an_invented_record_says_so_to_eyes_and_to_programs() -> None:
    for name in ("event-card", "place-card"):
        invented = next(
            example["parameters"]["card"]
            for example in _sheet(name)["examples"]
            if example["parameters"]["card"]["example"]
        )
        html = str(_macro(name)(invented))
        assert " data-exemple" in html
        assert ">Exemple<" in html


def test_every_component_is_a_file_with_its_sheet() -> None:
    assert {path.stem for path in COMPONENTS.glob("*.yaml")} == set(NAMES)
    assert {path.suffix for path in Path(COMPONENTS).iterdir()} == {".html", ".yaml"}


def _cards(parameters: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the view models among the parameters: a card, or lists of chips and facts."""
    cards = [value for value in parameters.values() if isinstance(value, dict)]
    lists = [value for value in parameters.values() if isinstance(value, list)]
    return cards + [item for items in lists for item in items]
