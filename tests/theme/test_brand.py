"""The brand is in one file for the drawing, one for the name (docs/marque.md): everything is made from them."""

import re
from types import SimpleNamespace

import yaml

from pelicanconf import SITENAME
from plugins.formats.brand import MARK, drawn_mark
from plugins.formats.stylesheets import light_sheet
from tests.theme.stylesheets import source
from tests.theme.theme_room import ROOT, SHEETS, TEMPLATES, environment

HEADER = environment().get_template("partials/brand.html")


def _header(**parts: str) -> str:
    return HEADER.render(address="/", association=SimpleNamespace(**parts))


def test_the_icon_and_the_top_of_pages_show_the_same_drawing() -> None:
    drawn = _header(usual_name="Cultures du Cœur", name_ending="")
    shapes = re.findall(r'\bd="([^"]+)"', drawn)
    assert len(shapes) == 3
    assert re.findall(r'\bd="([^"]+)"', drawn_mark()) == shapes


def test_pages_take_their_colours_from_the_style_sheet_and_the_icon_has_those_of_the_light_theme() -> None:
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", source("tokens").partition("@media")[0]))
    drawn = _header(usual_name="Cultures du Cœur", name_ending="")
    assert re.findall(r"(?:fill|stroke)=\"(var[^\"]+)\"", drawn) == [
        "var(--flag-1)",
        "var(--gold)",
        "var(--curtain-deep)",
    ]
    assert re.findall(r"#[0-9a-f]{6}", drawn_mark()) == [
        tokens["flag-1"],
        tokens["gold"],
        tokens["curtain-deep"],
    ]


def test_the_icon_stands_alone() -> None:
    assert drawn_mark().startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 60">')
    assert "class=" not in drawn_mark()
    assert "var(" not in drawn_mark()


def test_the_drawing_is_in_one_file_only() -> None:
    shape = re.findall(r'\bd="([^"]+)"', drawn_mark())[0]
    texts = [path for path in (ROOT / "theme").rglob("*") if path.suffix in {".html", ".svg", ".typ", ".css"}]
    assert [path for path in texts if shape in path.read_text(encoding="utf-8")] == [MARK]


def test_the_bar_of_the_browser_has_the_colour_of_the_curtain() -> None:
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    (colour,) = re.findall(r'name="theme-color" content="([^"]+)"', base)
    assert f"--curtain: {colour};" in source("tokens")


def test_the_name_is_the_same_in_the_settings_and_in_the_catalog() -> None:
    association = yaml.safe_load((ROOT / "data" / "association.yaml").read_text(encoding="utf-8"))
    assert association["nom"] == SITENAME
    assert SITENAME.startswith(association["nom_court"])


def test_the_top_of_pages_says_the_whole_name() -> None:
    words = re.sub(r"<[^>]*>", " ", _header(usual_name="Cultures du Cœur", name_ending="Drôme-Ardèche"))
    assert words.split() == ["Cultures", "du", "Cœur", "Drôme-Ardèche"]


def test_the_sheet_that_is_sent_gives_the_mark_its_colours() -> None:
    sent = light_sheet(*(source(name) for name in SHEETS))
    named = sorted(set(re.findall(r"var\((--[\w-]+)\)", MARK.read_text(encoding="utf-8"))))
    assert named == ["--curtain-deep", "--flag-1", "--gold"]
    assert [name for name in named if not re.search(rf"{name}:#[0-9a-f]{{6}}[;}}]", sent)] == []
