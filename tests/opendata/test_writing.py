"""CSV and JSON, to the byte: nothing runs in a spreadsheet, and everything comes back."""

import csv
import io
import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.formats.sheets import guard, unguard
from plugins.opendata.writing import Column, csv_bytes, json_bytes, plain
from tests.opendata.samples import table

COLUMN: Column[Any] = Column("mot", "Un mot.", lambda value: value)


def _written(value: Any) -> bytes:
    return csv_bytes([COLUMN], [value])


def test_a_table_begins_with_a_byte_order_mark_and_ends_its_lines_as_rfc_4180_says():
    assert _written("é") == b'\xef\xbb\xbf"mot"\r\n"\xc3\xa9"\r\n'


def test_quotes_commas_and_line_breaks_stay_inside_their_cell():
    assert _written('dit "non", puis\noui') == b'\xef\xbb\xbf"mot"\r\n"dit ""non"", puis\noui"\r\n'


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+33 4 75 00 00 00",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "＝1",
        "＋1",
        "－1",
        "＠A",
        "'=1",
        '=HYPERLINK("https://exemple.fr";"clic")',
        "=cmd|' /C calc'!A0",
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_preceded_by_an_apostrophe(text):
    assert guard(text) == f"'{text}"


@pytest.mark.parametrize("text", ["04 75 00 00 00", "L'été", "a=b", "'entre guillemets'", "", "26-07"])
def test_an_ordinary_text_is_left_as_it_is(text):
    assert guard(text) == text


def test_a_number_stays_a_number_with_its_sign():
    assert _written(-4.89) == b'\xef\xbb\xbf"mot"\r\n-4.89\r\n'


def test_a_header_is_text_and_a_cell_without_value_is_empty():
    assert _written(None) == b'\xef\xbb\xbf"mot"\r\n""\r\n'


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (True, "oui"),
        (False, "non"),
        (("a", "b"), "a | b"),
        (date(2026, 11, 12), "2026-11-12"),
        (Decimal("3.50"), "3.5"),
        (Decimal(0), "0"),
        ({"museofile": "M0123"}, "museofile: M0123"),
        (("=1", "b"), "'=1 | b"),
    ],
)
def test_each_kind_of_value_has_its_writing(value, cell):
    assert table(_written(value)) == [{"mot": cell}]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_whatever_the_text_it_comes_back_from_the_table(text):
    [row] = table(_written(text))
    assert unguard(row["mot"]) == text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_whatever_the_text_no_cell_begins_as_a_formula(text):
    cells = list(csv.reader(io.StringIO(_written(text).decode("utf-8-sig"), newline="")))[1:]
    begins = [cell.lstrip()[:1] for row in cells for cell in row]
    assert not set(begins) & set("=+-@＝＋－＠")


def test_json_has_its_accents_no_mark_and_no_number_that_is_not_one():
    assert json_bytes({"é": [1, None]}) == '{\n "é": [\n  1,\n  null\n ]\n}\n'.encode()
    with pytest.raises(ValueError, match="Out of range"):
        json_bytes(float("nan"))


TREES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(TREES)
def test_json_is_indented_as_python_does(value):
    assert json_bytes(value) == f"{json.dumps(value, ensure_ascii=False, indent=1)}\n".encode(
        "utf-8", "strict"
    )


def test_a_price_is_a_number():
    assert plain({"prix": Decimal("3.50"), "rien": Decimal("0.00")}) == {"prix": 3.5, "rien": 0}
