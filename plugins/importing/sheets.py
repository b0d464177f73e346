"""Read the outings of a spreadsheet: find its headings, then one outing a row.

A cell that shows a formula itself, not its value, is refused later.
"""

import datetime as dt
import difflib
from collections.abc import Iterator
from typing import Any

from plugins.formats.columns import EXAMPLE_MARK, Column
from plugins.french import slugify
from plugins.importing.columns import BY_NAME, COLUMNS
from plugins.importing.opening import NAMES, Opened
from plugins.importing.rows import MOST_ROWS, FileRefusedError, Reading, Refusal, Row, too_many
from plugins.importing.scheduling import from_cells
from plugins.importing.tables import Cells, Table, column_letters, is_filled, read_tables

SEARCHED_FOR_HEADINGS = 15
MODEL_HINT = "Partez du modèle : ./faire importer --modele sorties.ods"
EXPLAINED = "Explications"


def read_sheet(opened: Opened) -> Reading:
    """Read the outings of a spreadsheet; raise `FileRefusedError`."""
    notes = list(opened.notes)
    found = _chosen(opened, notes)
    name, table = found.name, found.rows
    headings, index = _headings(table)
    columns = _columns(headings, table[index + 1 :], notes)
    rows = tuple(_rows(table, index + 1, columns))
    described = f"{NAMES[opened.kind]}, feuille « {name} »" if name else NAMES[opened.kind]
    return Reading("tableur", described, rows, tuple(notes))


def _chosen(opened: Opened, notes: list[str]) -> Table:
    """Return the first visible sheet that has headings, or the first one."""
    tables = [table for table in read_tables(opened, notes) if slugify(table.name) != slugify(EXPLAINED)]
    if not tables:
        message = f"Ce classeur n’a aucune feuille visible.\n{MODEL_HINT}"
        raise FileRefusedError(message)
    found = next((table for table in tables if _heading_row(table.rows) is not None), tables[0])
    if len(tables) > 1:
        notes.append(f"Une seule feuille est lue : « {found.name} ».")
    return found


def _headings(table: list[Cells]) -> tuple[Cells, int]:
    if not any(is_filled(cell) for row in table for cell in row):
        message = f"Cette feuille est vide.\n{MODEL_HINT}"
        raise FileRefusedError(message)
    index = _heading_row(table)
    if index is None:
        first = (
            ", ".join(f"« {' '.join(str(cell).split())[:40]} »" for cell in table[0] if is_filled(cell))
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
        elif any(index < len(row) and is_filled(row[index]) for row in rows):
            notes.append(_unread(index, str(heading)))
    return columns


def _unread(index: int, heading: str) -> str:
    letters = column_letters(index)
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
            if index < len(cells) and is_filled(cells[index])
        }
        if not values or str(next((cell for cell in cells if is_filled(cell)), "")).startswith("#"):
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
