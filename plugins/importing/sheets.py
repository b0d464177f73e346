"""Read a spreadsheet: ODS and XLSX through python-calamine, CSV as people save it.

A formula gives the value the spreadsheet had kept; a cell that shows the formula itself is refused later.
"""

import csv
import datetime as dt
import difflib
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from plugins.french import slugify
from plugins.importing.columns import BY_NAME, COLUMNS, EXAMPLE_MARK, Column
from plugins.importing.opening import NAMES, Opened
from plugins.importing.rows import MOST_ROWS, FileRefusedError, Reading, Refusal, Row, too_many
from plugins.importing.scheduling import from_cells

Cells = Sequence[Any]
SEARCHED_FOR_HEADINGS = 15
MODEL_HINT = "Partez du modèle : ./faire importer --modele sorties.ods"
EXPLAINED = "Explications"


def read_sheet(opened: Opened) -> Reading:
    """Read the outings of a spreadsheet; raise `FileRefusedError`."""
    notes = list(opened.notes)
    if opened.kind == "csv":
        name, table = "", _csv(opened.data, notes)
    else:
        name, table = _workbook(opened, notes)
    headings, index = _headings(table)
    columns = _columns(headings, table[index + 1 :], notes)
    rows = tuple(_rows(table, index + 1, columns))
    described = f"{NAMES[opened.kind]}, feuille « {name} »" if name else NAMES[opened.kind]
    return Reading("tableur", described, rows, tuple(notes))


def _workbook(opened: Opened, notes: list[str]) -> tuple[str, list[Cells]]:
    """Return the first visible sheet that has headings, or the first one."""
    found: tuple[str, list[Cells]] | None = None
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(opened.data)) as book:
            visible = [
                sheet.name
                for sheet in book.sheets_metadata
                if sheet.visible == SheetVisibleEnum.Visible
                and sheet.typ == SheetTypeEnum.WorkSheet
                and slugify(sheet.name) != slugify(EXPLAINED)
            ]
            for name in visible:
                table = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
                found = found or (name, table)
                if _heading_row(table) is not None:
                    found = (name, table)
                    break
    except (CalamineError, ValueError, OverflowError):
        message = "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\nEnregistrez-le de nouveau."
        raise FileRefusedError(message) from None
    if found is None:
        message = f"Ce classeur n’a aucune feuille visible.\n{MODEL_HINT}"
        raise FileRefusedError(message)
    if len(visible) > 1:
        notes.append(f"Une seule feuille est lue : « {found[0]} ».")
    return found


def _csv(data: bytes, notes: list[str]) -> list[Cells]:
    text = _decoded(data, notes)
    sample = text[:4096].split("\n", 1)[0] if text.count("\n") else text[:4096]
    delimiter = max(";\t,", key=lambda sign: (sample.count(sign), text[:4096].count(sign)))
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        table = list(islice(reader, MOST_ROWS * 2 + 1))
    except csv.Error:
        message = f"Ce tableau CSV est abîmé : un guillemet n’est sans doute jamais refermé.\n{MODEL_HINT}"
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


def _headings(table: list[Cells]) -> tuple[Cells, int]:
    if not any(_filled(cell) for row in table for cell in row):
        message = f"Cette feuille est vide.\n{MODEL_HINT}"
        raise FileRefusedError(message)
    index = _heading_row(table)
    if index is None:
        first = (
            ", ".join(f"« {' '.join(str(cell).split())[:40]} »" for cell in table[0] if _filled(cell))
            or "rien"
        )
        needed = ", ".join(f"« {column.heading} »" for column in COLUMNS if column.needed)
        message = f"Je ne trouve pas la ligne des titres de colonnes : il faut au moins {needed}.\nLa première ligne dit : {first}.\n{MODEL_HINT}"
        raise FileRefusedError(message)
    return table[index], index


def _heading_row(table: list[Cells]) -> int | None:
    """Find the headings below a merged title: the first row that names a title and a date."""
    for index, row in enumerate(table[:SEARCHED_FOR_HEADINGS]):
        known = {column.key for cell in row if (column := _column(cell))}
        if {"title", "date"} <= known:
            return index
    return None


def _column(cell: Any) -> Column | None:
    return BY_NAME.get(slugify(cell)) if isinstance(cell, str) else None


def _columns(headings: Cells, rows: list[Cells], notes: list[str]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for index, heading in enumerate(headings):
        column = _column(heading)
        if column and column in columns.values():
            message = f"Deux colonnes disent la même chose : « {column.heading} » et « {' '.join(str(heading).split())} ».\nGardez-en une."
            raise FileRefusedError(message)
        if column:
            columns[index] = column
        elif any(index < len(row) and _filled(row[index]) for row in rows):
            notes.append(_unread(index, str(heading)))
    return columns


def _unread(index: int, heading: str) -> str:
    letters = chr(65 + index) if index < 26 else f"{chr(64 + index // 26)}{chr(65 + index % 26)}"
    if not heading.strip():
        return f"La colonne {letters} n’a pas de titre (ou son titre est fusionné avec un autre) : elle n’est pas lue."
    near = difflib.get_close_matches(slugify(heading), BY_NAME, 1, 0.75)
    guess = f" Vouliez-vous dire « {BY_NAME[near[0]].heading} » ?" if near else ""
    return f"La colonne {letters} « {' '.join(heading.split())} » n’est pas reprise.{guess}"


def _rows(table: list[Cells], start: int, columns: dict[int, Column]) -> Iterator[Row]:
    count = 0
    for number, cells in enumerate(table[start:], start + 1):
        values = {
            column.key: _cleaned(cells[index])
            for index, column in columns.items()
            if index < len(cells) and _filled(cells[index])
        }
        if not values or str(next((cell for cell in cells if _filled(cell)), "")).startswith("#"):
            continue
        count += 1
        if count > MOST_ROWS:
            raise too_many(len(table) - start)
        yield _row(f"ligne {number}", values)


def _row(label: str, values: dict[str, Any]) -> Row:
    if str(values.get("title", "")).strip().startswith(EXAMPLE_MARK):
        return Row(label, values, aside="c’est la ligne d’exemple du modèle")
    identity = str(values.pop("identity", "")).strip()[:100]
    identity = f"{identity[:-2]}" if identity.endswith(".0") else identity
    if len(values) == 1 and "title" in values:
        refusal = Refusal("cette ligne n’a qu’un titre.", written=Row(label, values).name, expected="au moins la date, le lieu et le tarif", hint="si c’est un intertitre, retirez-la")  # fmt: skip
        return Row(label, values, identity=identity, refusal=refusal)
    try:
        return Row(label, values, from_cells(values), identity)
    except Refusal as refusal:
        return Row(label, values, identity=identity, refusal=refusal)


def _cleaned(cell: Any) -> Any:
    if isinstance(cell, dt.datetime) and cell.tzinfo is not None:
        return cell.replace(tzinfo=None)
    return cell


def _filled(cell: Any) -> bool:
    return cell is not None and not (isinstance(cell, str) and not cell.strip())
