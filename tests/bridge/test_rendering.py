from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment, StrictUndefined, Template, UndefinedError

from plugins.bridge import rendering
from plugins.bridge.rendering import Unrendered, render_waiting
from plugins.ledger.memory import RenderedPage

TEMPLATE = Environment(undefined=StrictUndefined, autoescape=True).from_string(
    '<p id="n{{ number }}">{{ name }} : <a href="/a/{{ number }}/">{{ address }}</a></p>'
)


class Keeper(dict[str, str]):
    """Note the key of each page, and give templates all that there is."""

    note = dict[str, str].__setitem__

    def key_of(
        self, _template: Template, path: str, shared: Mapping[str, Any], own: Mapping[str, Any]
    ) -> str:
        return f"{path} {shared} {own}"

    def read_values(self, _template: Template, values: Mapping[str, Any]) -> Mapping[str, Any]:
        return values


def build(folder: Path, count: int, **more: object) -> SimpleNamespace:
    pages = [
        Unrendered(f"p/{number}/index.html", f"page /p/{number}/", TEMPLATE, {"name": "Été"}, {"number": number} | more)
        for number in range(count)
    ]  # fmt: skip
    keeper = Keeper()
    return SimpleNamespace(
        aside=folder, pages={}, folders=set(), unrendered=pages, local_links=False, keeper=keeper,
        leave_what_was_read=lambda: None,
    )  # fmt: skip


@pytest.mark.parametrize("hands", ["1", "3"])
def test_pages_are_written_and_surveyed_whatever_the_number_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: str
):
    monkeypatch.setenv("COEURS", hands)
    monkeypatch.setattr(rendering, "TURN", 40)
    made = build(tmp_path, 310)
    render_waiting(made)
    assert made.unrendered == []
    assert list(made.pages) == [f"p/{number}/index.html" for number in range(310)]
    assert made.pages["p/7/index.html"] == RenderedPage("page /p/7/", ("/a/7/",), frozenset({"n7"}))
    text = (tmp_path / "p/129/index.html").read_text(encoding="utf-8")
    assert text == '<p id="n129">Été\u00a0: <a href="/a/129/">/p/129/</a></p>'
    assert len(list(tmp_path.rglob("*.html"))) == 310


def test_what_is_no_page_is_written_as_its_template_says(tmp_path: Path):
    made = build(tmp_path, 2)
    made.unrendered[0] = made.unrendered[0]._replace(path="plan.xml")
    render_waiting(made)
    assert (tmp_path / "plan.xml").read_text(
        encoding="utf-8"
    ) == '<p id="n0">Été : <a href="/a/0/">/plan.xml</a></p>'
    page = (tmp_path / "p/1/index.html").read_text(encoding="utf-8")
    assert page == '<p id="n1">Été\u00a0: <a href="/a/1/">/p/1/</a></p>'
    assert made.pages["plan.xml"].links == ("/a/0/",)


def test_the_key_of_a_page_is_worked_out_unless_it_is_known(tmp_path: Path):
    made = build(tmp_path, 2)
    made.unrendered[0] = made.unrendered[0]._replace(key="known")
    render_waiting(made)
    assert made.keeper == {"p/1/index.html": "p/1/index.html {'name': 'Été'} {'number': 1}"}


@pytest.mark.parametrize(("is_large", "asked", "least"), [(False, 0, 100), (True, 0, 2500), (True, 2, 100)])
def test_a_large_process_is_copied_for_thousands_of_pages_only_unless_it_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_large: bool, asked: int, least: int
):
    told = []

    def shared_out(pages, render, least, turn, _meanwhile):
        told.append((least, turn))
        return map(render, pages)

    monkeypatch.setattr(rendering, "is_large", lambda: is_large)
    monkeypatch.setattr(rendering, "asked_hands", lambda: asked)
    monkeypatch.setattr(rendering, "shared_out", shared_out)
    render_waiting(build(tmp_path, 3))
    assert told == [(least, 1024)]


def test_a_template_that_fails_stops_the_build_as_it_would_in_one_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COEURS", "3")
    made = build(tmp_path, 310)
    made.unrendered[100] = Unrendered("q/index.html", "page /q/", TEMPLATE, {}, {"number": 1})
    with pytest.raises(UndefinedError, match="name"):
        render_waiting(made)


def test_a_page_never_leaves_its_folder(tmp_path: Path):
    made = build(tmp_path, 0)
    made.unrendered = [Unrendered("../q/index.html", "", TEMPLATE, {"name": "x"}, {"number": 1})]
    with pytest.raises(RuntimeError):
        render_waiting(made)
