"""Spreadsheets of every kind: no cell is a formula, and every text comes back."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import pytest

from plugins.formats.sheets import Sheet, encode_csv, encode_ods, encode_xlsx, guard, unguard

HOSTILE = [
    "=1+1",
    "+33 4 75",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "＝1",
    "'=1",
    '=HYPERLINK("https://exemple.fr")',
]
ORDINARY = ["Valence", "2026", "26-07", "L’été", "# une remarque", "'entre guillemets'"]
ROWS = [["Sortie"], *([text] for text in (*HOSTILE, *ORDINARY))]
NEUTRAL = ["Sortie", *(f"'{text}" for text in HOSTILE), *ORDINARY]
SPACES = {"m": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def _part(data: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))  # noqa: S314  # our own bytes


def _line_ends(texts: list[str]) -> list[str]:
    """Return texts as XML gives them back: a lone carriage return is a line feed there (XML 1.0, 2.11)."""
    return [text.replace("\r", "\n") for text in texts]


def test_no_cell_of_a_csv_begins_as_a_formula():
    read = list(csv.reader(io.StringIO(encode_csv(ROWS).decode("utf-8-sig"), newline=""), delimiter=";"))
    assert [row[0] for row in read] == NEUTRAL


def test_every_cell_of_an_xlsx_is_a_text_that_begins_as_no_formula():
    sheet = _part(encode_xlsx([Sheet("Sorties", ROWS)]), "xl/worksheets/sheet1.xml")
    cells = sheet.findall(".//m:c", SPACES)
    assert {cell.get("t") for cell in cells} == {"inlineStr"}
    assert [cell.findtext("m:is/m:t", "", SPACES) for cell in cells] == _line_ends(NEUTRAL)
    assert not sheet.findall(".//m:f", SPACES)


def test_every_cell_of_an_ods_is_a_text_that_begins_as_no_formula():
    cells = list(_part(encode_ods([Sheet("Sorties", ROWS)]), "content.xml").iter(f"{TABLE}table-cell"))
    assert {cell.get(f"{OFFICE}value-type") for cell in cells} == {"string"}
    assert not [cell for cell in cells if cell.get(f"{TABLE}formula")]
    assert [cell.findtext(f"{TEXT}p") for cell in cells] == _line_ends(NEUTRAL)


@pytest.mark.parametrize("text", [*HOSTILE, *ORDINARY])
def test_a_guarded_text_comes_back_as_it_was(text):
    assert unguard(guard(text)) == text
