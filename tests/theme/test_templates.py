"""The templates hold to their contract: `docs/pages.md` names them, and they only show what they are given."""

import re

import pytest

from tests.theme.theme_room import ROOT, TEMPLATES, environment

PAGES = tuple(sorted(path.name for path in TEMPLATES.glob("*.html")))
ALL = tuple(sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html")))
FRAME = ("base.html", *(f"partials/{name}.html" for name in ("banners", "brand", "footer", "header", "menu")))
LONGEST = 60  # lines
SAFE = {
    "article.html": ["article.content | safe"],
    "page.html": ["page.content | safe"],
    "tutorial.html": ["page.content | safe"],
}
"""Where HTML goes out as it is: the Markdown that Pelican has rendered, and nothing else."""
OUR_SCRIPTS = {
    f"partials/{partial}.html": f'<script src="/theme/{script}.js" defer></script>\n'
    for partial, script in (
        (f"{name}-script", name)
        for name in (
            "ask",
            "offline",
            "sharing",
            "over",
            "over-town",
            "over-wake",
            "town",
            "ended-offline",
            "ended-town",
        )
    )
}
SAID_BY_BASE = re.compile(r"\b(?:articles|pages|categories|tags|dates|events|posts|documents)\b")


def _text(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _templates_of_the_contract() -> set[str]:
    table = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    rows = [line.split("|") for line in table.splitlines() if line.startswith("| ") and line.count("|") >= 5]
    return {f"{name}.html" for row in rows for name in re.findall(r"`([a-z0-9_-]+)`", row[3])}


def test_every_template_of_the_contract_exists_and_there_is_no_other() -> None:
    assert set(PAGES) == _templates_of_the_contract() | {"base.html"}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_template_is_short(name: str) -> None:
    assert len(_text(name).splitlines()) <= LONGEST


@pytest.mark.parametrize("name", ALL)
def test_a_template_compiles(name: str) -> None:
    assert environment().get_template(name)


@pytest.mark.parametrize("name", ALL)
def test_html_goes_out_unescaped_in_listed_places_only(name: str) -> None:
    assert re.findall(r"[\w.]+\s*\|\s*safe", _text(name)) == SAFE.get(name, [])
    assert "Markup" not in _text(name)
    assert "autoescape" not in _text(name)


@pytest.mark.parametrize("name", ALL)
def test_a_template_holds_no_script_no_style_and_no_handler(name: str) -> None:
    """But for our own files, deferred, which pages do without (tests/site: no page needs a script)."""
    text = _text(name)
    if name in OUR_SCRIPTS:
        assert text == OUR_SCRIPTS[name]
        text = ""
    assert not re.search(r"<script|<style|\sstyle=|\son[a-z]+=|javascript:", text)


@pytest.mark.parametrize("name", ALL)
def test_nothing_foreign_is_asked_for(name: str) -> None:
    assert not re.search(r"\b(?:src|srcset|action)=\"(?:https?:)?//", _text(name))
    assert not re.search(r"<link [^>]*href=\"(?:https?:)?//", _text(name))


@pytest.mark.parametrize("name", FRAME)
def test_the_frame_of_every_page_reads_names_and_addresses_only(name: str) -> None:
    """An incremental build renders a page again when a value it reads changes: no lists in the frame."""
    spoken = re.findall(r"\{[{%].*?[}%]\}", _text(name))
    assert [words for words in spoken if SAID_BY_BASE.search(re.sub(r"\"[^\"]*\"", "", words))] == []


@pytest.mark.parametrize("name", [*ALL, "brand/mark.svg"])
def test_a_drawing_has_a_size_of_its_own(name: str) -> None:
    """Without styles it would be as wide as the page, and hide what it goes with (RGAA 4.1.2, 10.2)."""
    drawings = re.findall(r"<svg\b[^>]*>", _text(name))
    assert [drawing for drawing in drawings if not re.search(r"\bwidth=.*\bheight=", drawing)] == []


@pytest.mark.parametrize("name", sorted(set(PAGES) - {"base.html", "redirect.html"}))
def test_every_page_stands_in_the_frame(name: str) -> None:
    assert _text(name).startswith('{% extends "base.html" %}\n')


def test_the_frame_speaks_french_and_can_be_skipped() -> None:
    base = _text("base.html")
    assert '<html lang="fr">' in base
    assert base.index('href="#contenu"') < base.index("partials/header.html") < base.index('id="contenu"')


def test_what_only_the_published_site_says_waits_for_production() -> None:
    base = _text("base.html")
    production = base[
        base.index("{% if production %}") : base.index("{% else %}", base.index("{% if production %}"))
    ]
    assert 'rel="canonical"' in production
    assert base.count('rel="canonical"') == 1
    assert 'content="noindex"' in base


def test_the_brand_can_be_replaced_in_one_file() -> None:
    drawn = [name for name in ALL if "brand__mark" in _text(name)]
    shown = [name for name in ALL if "brand/mark.svg" in _text(name)]
    assert (drawn, shown) == ([], ["partials/brand.html"])
