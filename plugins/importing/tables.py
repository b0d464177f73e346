"""Read the cells of a spreadsheet: ODS and XLSX through python-calamine, CSV as people save it.

A formula gives the value the spreadsheet had kept.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from plugins.importing.opening import Opened
from plugins.importing.rows import MOST_ROWS, FileRefusedError, too_many

Cells = Sequence[Any]


@dataclass(frozen=True)
class Table:
    """Hold the rows of one visible sheet, the empty ones too: the index of a row is its number less one.

    `part` counts the sheets of the workbook, hidden ones too, from 0; a CSV has no name.
    """

    name: str
    part: int
    rows: list[Cells]


def read_tables(opened: Opened, notes: list[str]) -> tuple[Table, ...]:
    """Read every visible sheet in its order; raise `FileRefusedError`. What had to be guessed is noted."""
    return _workbook(opened) if opened.kind in {"ods", "xlsx"} else (Table("", 0, _csv(opened.data, notes)),)


def is_filled(cell: Any) -> bool:
    """Tell whether a cell holds something."""
    return cell is not None and not (isinstance(cell, str) and not cell.strip())


def column_letters(index: int) -> str:
    """Return how a spreadsheet names a column: 0 is A, 27 is AB."""
    return chr(65 + index) if index < 26 else f"{chr(64 + index // 26)}{chr(65 + index % 26)}"


def _workbook(opened: Opened) -> tuple[Table, ...]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(opened.data)) as book:
            return tuple(
                Table(sheet.name, part, book.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
                for part, sheet in enumerate(book.sheets_metadata)
                if sheet.visible == SheetVisibleEnum.Visible and sheet.typ == SheetTypeEnum.WorkSheet
            )
    except (CalamineError, ValueError, OverflowError):
        message = "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\nEnregistrez-le de nouveau."
        raise FileRefusedError(message) from None


def _csv(data: bytes, notes: list[str]) -> list[Cells]:
    text = _decoded(data, notes)
    sample = text[:4096].split("\n", 1)[0] if text.count("\n") else text[:4096]
    delimiter = max(";\t,", key=lambda sign: (sample.count(sign), text[:4096].count(sign)))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        table: list[Cells] = list(islice(reader, MOST_ROWS * 2 + 1))
    except csv.Error:
        message = (
            "Ce tableau CSV est abîmé : un guillemet n’est sans doute jamais refermé.\n"
            "Partez du modèle, ou enregistrez-le de nouveau."
        )
        raise FileRefusedError(message) from None
    if len(table) > MOST_ROWS * 2:
        raise too_many(text.count("\n"))
    return table


def _decoded(data: bytes, notes: list[str]) -> str:
    """Decode UTF-8, with or without its mark, UTF-16 as Excel saves it, else what Windows calls ANSI."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        notes.append(
            "Ses accents sont écrits à l’ancienne façon de Windows (cp1252) : vérifiez-les dans la liste."
        )
        return data.decode("cp1252", "replace")
