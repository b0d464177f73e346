"""One drawing, and what browsers and phones ask of it."""

import io
import json

from PIL import Image

from plugins.pictures.icons import HOME_SCREEN, MARGIN, icon, manifest, site_icons
from tests.association.samples import site
from tests.views.samples import agenda


def _opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_tab_has_its_icon_in_two_sizes() -> None:
    icons = {file.address: file.content for file in site_icons(site(agenda()))}
    assert sorted(_opened(icons["/favicon.ico"]).info["sizes"]) == [(32, 32), (48, 48)]


def test_the_icon_of_a_home_screen_has_no_transparency_and_shows_the_heart() -> None:
    found = _opened(icon(HOME_SCREEN, MARGIN, opaque=True)).convert("RGBA")
    assert found.size == (180, 180)
    assert found.getextrema()[3] == (255, 255)
    assert found.getpixel((0, 0)) == (255, 249, 242, 255)
    assert found.getpixel((60, 70)) == (179, 18, 58, 255)


def test_the_other_icons_let_what_is_behind_be_seen() -> None:
    assert _opened(icon(192, MARGIN, opaque=False)).convert("RGBA").getpixel((0, 0))[3] == 0


def test_the_manifest_names_icons_that_are_there_at_the_size_they_have() -> None:
    files = {file.address: file.content for file in site_icons(site(agenda()))}
    described = json.loads(files["/site.webmanifest"])
    sizes = {entry["src"]: entry["sizes"] for entry in described["icons"] if entry["type"] == "image/png"}
    assert sizes == {address: "x".join(map(str, _opened(files[address]).size)) for address in sizes}
    assert len(sizes) == 3


def test_the_manifest_speaks_french_and_stays_on_the_site() -> None:
    described = json.loads(manifest("Cultures du Cœur Drôme-Ardèche", "Cultures du Cœur"))
    assert (described["name"], described["short_name"], described["lang"], described["start_url"]) == (
        "Cultures du Cœur Drôme-Ardèche",
        "Cultures du Cœur",
        "fr",
        "/",
    )
