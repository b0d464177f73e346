"""What a phone reads when it is held before the screen, the printed page or the poster (ZXing decodes the picture)."""

import io
import re
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from tests.browser.kinds import OUTING

ADDRESS = "HTTPS://WWW.CULTURESDUCOEUR26-07.ORG/0045/"


def read(picture: Image.Image) -> set[str]:
    return {found.text for found in zxingcpp.read_barcodes(picture)}


def test_the_number_of_an_outing_leads_to_its_page(season):
    page = (season / "0045" / "index.html").read_text("utf-8")
    assert f'url=../{OUTING}"' in page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_qr_of_an_outing_leads_to_its_page(new_page, season, scheme, width):
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=False)
    page.goto((season / OUTING).as_uri())
    assert read(Image.open(io.BytesIO(page.screenshot(full_page=True)))) == {ADDRESS}


def test_the_printed_page_can_be_scanned(new_page, season):
    page = new_page()
    page.goto((season / OUTING).as_uri())
    sheets = pypdfium2.PdfDocument(page.pdf(format="A4"))
    assert set().union(*(read(sheet.render(scale=2).to_pil()) for sheet in sheets)) == {ADDRESS}


def test_each_qr_of_a_poster_leads_to_a_page_of_the_site(season):
    posters = sorted((season / "sorties" / "affiches").glob("*-a4.pdf"))
    assert posters
    found = set().union(*map(_codes, posters))
    assert found
    assert {code for code in found if not _page_of(season, code).is_file()} == set()


def _codes(poster: Path) -> set[str]:
    return set().union(*(read(sheet.render(scale=2).to_pil()) for sheet in pypdfium2.PdfDocument(poster)))


def _page_of(season: Path, code: str) -> Path:
    path = re.fullmatch(r"https://www\.culturesducoeur26-07\.org/(.*/)?", code)
    assert path, code
    return season / (path[1] or "") / "index.html"
