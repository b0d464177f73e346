"""The brand is written in few places (docs/marque.md): they say the same thing."""

import re

import yaml

from pelicanconf import SITENAME
from tests.theme.stylesheets import source
from tests.theme.theme_room import ROOT, TEMPLATES

HEADER = (TEMPLATES / "partials" / "brand.html").read_text(encoding="utf-8")
ICON = (ROOT / "theme" / "static" / "images" / "favicon.svg").read_text(encoding="utf-8")


def _drawing(svg: str) -> list[str]:
    return re.findall(r'\bd="([^"]+)"', svg)


def test_the_icon_and_the_top_of_pages_show_the_same_drawing() -> None:
    shapes = _drawing(ICON)
    assert len(shapes) == 2
    assert _drawing(HEADER)[:2] == shapes


def test_the_icon_has_the_colours_of_the_tokens() -> None:
    tokens = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", source("tokens").partition("@media")[0]))
    assert re.findall(r'fill="(#[0-9a-f]{6})"', ICON) == [tokens["flag-1"], tokens["gold"]]


def test_the_bar_of_the_browser_has_the_colour_of_the_curtain() -> None:
    base = (TEMPLATES / "base.html").read_text(encoding="utf-8")
    (colour,) = re.findall(r'name="theme-color" content="([^"]+)"', base)
    assert f"--curtain: {colour};" in source("tokens")


def test_the_name_is_the_same_at_the_top_of_pages_in_the_settings_and_in_the_catalog() -> None:
    words = " ".join(re.sub(r"<[^>]*>|\{#.*?#\}", " ", HEADER).split())
    association = yaml.safe_load((ROOT / "data" / "association.yaml").read_text(encoding="utf-8"))
    assert words == SITENAME == association["nom"]
