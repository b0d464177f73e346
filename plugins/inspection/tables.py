"""Read the rows of a spreadsheet as they are seen: XLSX (ISO/IEC 29500-1, 18.3), ODS (ODF 1.3, part 3, 9.1), CSV."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO

from lxml import etree

from plugins.inspection.archives import parse_xml

Row = tuple[int, tuple[str, ...]]
"""The number of a row in its sheet, from 1, and the words of its cells."""

MOST_COLUMNS = 200
"""Cells after these are left out: a sheet may say that its last one is repeated a million times."""

_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEETS = re.compile(r"^xl/worksheets/[^/]+\.xml$")
_COLUMN = re.compile(r"^([A-Z]{1,3})\d+$")


def rows_of(kind: str, parts: Mapping[str, bytes]) -> tuple[Row, ...]:
    """Return the rows of a workbook that say something; raise `RefusedFileError` when it does not open."""
    rows = _ods_rows(parts) if kind == "ods" else _xlsx_rows(parts)
    return tuple((number, cells) for number, cells in rows if any(cells))


def rows_of_text(text: str) -> tuple[Row, ...]:
    """Return the rows of a CSV file, numbered as its lines, whichever sign parts its cells."""
    head = text.partition("\n")[0]
    reader = csv.reader(StringIO(text), delimiter=max(";,\t", key=head.count))
    try:
        return tuple((reader.line_num, tuple(cells[:MOST_COLUMNS])) for cells in reader if any(cells))
    except csv.Error:  # a cell of more than 131,072 signs: no table that somebody wrote
        return ()


def _ods_rows(parts: Mapping[str, bytes]) -> Iterator[Row]:
    for sheet in parse_xml(parts["content.xml"]).iter(f"{_TABLE}table"):
        number = 1
        for row in sheet.iter(f"{_TABLE}table-row"):
            cells: list[str] = []
            for cell in row.iter(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                times = min(_count(cell, "number-columns-repeated"), MOST_COLUMNS - len(cells))
                cells += [" ".join(map(_words, cell))] * times
            yield number, tuple(cells)
            number += _count(row, "number-rows-repeated")


def _count(element: etree._Element, name: str) -> int:
    said = element.get(f"{_TABLE}{name}", "1")
    return int(said) if said.isdecimal() else 1


def _xlsx_rows(parts: Mapping[str, bytes]) -> Iterator[Row]:
    shared = parts.get("xl/sharedStrings.xml")
    texts = [_words(item) for item in parse_xml(shared).iter(f"{_SHEET}si")] if shared else []
    for name in sorted(filter(_SHEETS.match, parts)):
        for place, row in enumerate(parse_xml(parts[name]).iter(f"{_SHEET}row"), 1):
            cells: list[str] = []
            for cell in row.iter(f"{_SHEET}c"):
                column = _column_of(cell.get("r", ""), len(cells))
                if column < MOST_COLUMNS:
                    cells += [""] * (column + 1 - len(cells))
                    cells[column] = _value(cell, texts)
            said = row.get("r", "")
            yield int(said) if said.isdecimal() else place, tuple(cells)


def _column_of(reference: str, following: int) -> int:
    found = _COLUMN.match(reference)
    if not found:
        return following
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return column - 1


def _value(cell: etree._Element, texts: list[str]) -> str:
    value = cell.find(f"{_SHEET}v")
    said = _words(cell if value is None else value)
    if cell.get("t") != "s":
        return said
    return texts[int(said)] if said.isdecimal() and int(said) < len(texts) else ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
