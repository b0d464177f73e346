"""Read a return sheet, row by row: what is right is kept, what may name someone is refused with its row."""

import datetime as dt
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.catalog.models.figures import Reception
from plugins.followup.annotations import annotated_rows
from plugins.followup.columns import ABOUT_PEOPLE, BY_NAME, COLUMNS
from plugins.followup.names import seems_reachable, seems_someone
from plugins.followup.returns import Refused, Return
from plugins.formats.columns import EXAMPLE_MARK, Column
from plugins.formats.sheets import unguard
from plugins.french import FrenchDateError, parse_date, slugify
from plugins.importing.opening import open_file
from plugins.importing.rows import FileRefusedError
from plugins.importing.tables import Cells, Table, column_letters, is_filled, read_tables

EXPLAINED = "Explications"
SEARCHED_FOR_HEADINGS = 15
MOST_PLACES = 999
PINNED = "un commentaire est accroché à cette ligne."
NO_NAME = "retirez-le : pour ce retour, un nombre suffit. Puis relancez"


@dataclass
class Reading:
    """Gather what a file gives."""

    file: str
    returns: list[Return] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def refuse(self, line: int, why: str, hint: str) -> None:
        """Refuse a row, or the whole file when `line` is 0."""
        self.refused.append(Refused(self.file, line, why, hint))


class _Wrong(Exception):  # noqa: N818  # a refused cell is an answer for a person, not an error of the program
    def __init__(self, why: str, hint: str) -> None:
        super().__init__(why)
        self.why, self.hint = why, hint


def read_returns(path: Path, today: dt.date) -> Reading:
    """Read a sheet; nothing is raised: a file that does not open is refused like a row."""
    reading = Reading(path.name)
    try:
        opened = open_file(path)
        if opened.kind not in {"ods", "xlsx", "csv"}:
            reading.refuse(0, "ce n’est pas un tableau de retours.", "donnez un fichier .ods, .xlsx ou .csv")
            return reading
        reading.notes += opened.notes
        tables = [
            table for table in read_tables(opened, reading.notes) if slugify(table.name) != slugify(EXPLAINED)
        ]
    except FileRefusedError as error:
        why, _, hint = str(error).partition("\n")
        reading.refuse(0, _lowered(why), _lowered(hint) or "enregistrez-la de nouveau, puis relancez")
        return reading
    found = next(((table, index) for table in tables if (index := _heading_row(table)) is not None), None)
    if found is None:
        needed = ", ".join(f"« {column.heading} »" for column in COLUMNS if column.needed)
        reading.refuse(
            0,
            f"je n’y trouve pas les titres de colonnes ({needed}).",
            "partez du modèle : /referents/retours/trousse/",
        )
        return reading
    _read_table(*found, annotated_rows(opened, found[0].part), today, reading)
    return reading


def _heading_row(table: Table) -> int | None:
    needed = {column.key for column in COLUMNS if column.needed} - {"body"}
    for index, row in enumerate(table.rows[:SEARCHED_FOR_HEADINGS]):
        if needed <= {column.key for cell in row if (column := _column(cell))}:
            return index
    return None


def _column(cell: Any) -> Column | None:
    return BY_NAME.get(slugify(cell)) if isinstance(cell, str) else None


def _read_table(
    table: Table, start: int, annotated: frozenset[int], today: dt.date, reading: Reading
) -> None:
    if not _nobody_around(table, start, annotated, reading):
        return
    columns, unknown = _columns(table.rows[start])
    for index in unknown:
        if any(index < len(row) and is_filled(row[index]) for row in table.rows[start + 1 :]):
            reading.notes.append(
                f"La colonne {column_letters(index)} n’est pas du modèle : elle n’est pas reprise."
            )
    body, left = "", set(annotated)
    for line, cells in _filled_rows(table, start):
        values = {
            column.key: cells[index]
            for index, column in columns.items()
            if index < len(cells) and is_filled(cells[index])
        }
        if str(values.get("title", "")).strip().startswith(EXAMPLE_MARK):
            continue
        body = _text(values.get("body")) or body
        left.discard(line)
        try:
            if line in annotated:
                raise _Wrong(PINNED, f"dans le tableur, {NO_NAME}")
            _check_free(cells, columns)
            if set(values) - {"body", "date", "title", "town"}:
                reading.returns.append(_return(reading.file, line, values, body, today))
        except _Wrong as wrong:
            reading.refuse(line, wrong.why, wrong.hint)
    for line in sorted(left):
        reading.refuse(line, PINNED, f"dans le tableur, {NO_NAME}")


def _nobody_around(table: Table, start: int, annotated: frozenset[int], reading: Reading) -> bool:
    """Tell whether the sheet can be read: no column about people, no comment outside of its rows."""
    asked = [cell for cell in table.rows[start] if isinstance(cell, str) and slugify(cell) in ABOUT_PEOPLE]
    if asked:
        why = f"elle a une colonne « {asked[0].strip()} », qui dit qui est venu."
        reading.refuse(0, why, "effacez cette colonne entière, puis relancez")
        return False
    if any(line <= start + 1 for line in annotated):
        reading.refuse(0, "un commentaire y est accroché, hors du tableau.", f"dans le tableur, {NO_NAME}")
        return False
    if line := _someone_above(table, start):
        why = "cette ligne, au-dessus du tableau, nomme quelqu’un ou donne de quoi le joindre."
        reading.refuse(line, why, NO_NAME)
    return True


def _columns(headings: Cells) -> tuple[dict[int, Column], tuple[int, ...]]:
    """Return the columns that are known (the first of its kind) and the indexes of the others."""
    columns: dict[int, Column] = {}
    for index, heading in enumerate(headings):
        column = _column(heading)
        if column and column not in columns.values():
            columns[index] = column
    return columns, tuple(index for index in range(len(headings)) if index not in columns)


def _filled_rows(table: Table, start: int) -> Iterator[tuple[int, Cells]]:
    for index, cells in enumerate(table.rows[start + 1 :], start + 1):
        first = next((cell for cell in cells if is_filled(cell)), None)
        if first is not None and not str(first).lstrip().startswith("#"):
            yield index + 1, cells


def _check_free(cells: Cells, known: Collection[int]) -> None:
    """Refuse a person in a cell of no known column, titled or not."""
    for index, cell in enumerate(cells):
        if index not in known and isinstance(cell, str) and (sign := seems_someone(cell)):
            raise _Wrong(f"la cellule {column_letters(index)} contient {sign}.", NO_NAME)


def _someone_above(table: Table, start: int) -> int:
    """Return the row above the headings that reaches a person, or 0."""
    for line, cells in enumerate(table.rows[:start], 1):
        if any(isinstance(cell, str) and seems_reachable(cell) for cell in cells):
            return line
    return 0


def _return(file: str, line: int, values: dict[str, Any], body: str, today: dt.date) -> Return:
    title, town, word = (_text(values.get(key)) for key in ("title", "town", "word"))
    for name, text in (("Structure", body), ("Sortie", title), ("Commune", town)):
        if sign := seems_reachable(text) if name != "Sortie" else _in_title(text):
            raise _Wrong(f"« {name} » contient {sign}.", NO_NAME)
    if sign := seems_someone(word, public="\n".join((title, town, body))):
        raise _Wrong(
            f"« Un mot » contient {sign}.",
            "retirez-le (un titre ou un artiste s’écrit dans « Sortie »), puis relancez",
        )
    for name, text in (("Structure", body), ("Sortie", title)):
        if not text:
            raise _Wrong(f"« {name} » est vide.", "remplissez-la")
    booked, came = _count(values, "booked"), _count(values, "came")
    absent = _count(values, "absent", max(booked - came, 0))
    if came + absent != booked:
        raise _Wrong(
            f"{came} venues et {absent} non venues ne font pas {booked} réservées.",
            "corrigez l’un des trois nombres ; quelqu’un venu sans réserver compte aussi parmi les réservées",
        )
    return Return(
        file,
        line,
        body,
        _day(values.get("date"), today),
        title,
        town,
        booked,
        came,
        absent,
        _reception(values.get("reception")),
        word,
    )


def _in_title(text: str) -> str:
    """Let a show be called « Madame Bovary »: only what reaches a person is refused in a title."""
    sign = seems_reachable(text)
    return "" if sign.startswith("«") else sign


def _count(values: dict[str, Any], key: str, default: int | None = None) -> int:
    heading = next(column.heading for column in COLUMNS if column.key == key)
    if key not in values:
        if default is None:
            raise _Wrong(f"« {heading} » est vide.", "écrivez un nombre, 0 s’il n’y a personne")
        return default
    value = values[key]
    text = re.sub(r"[\s\u00a0\u202f]", "", str(value)).replace(",", ".")
    found = re.fullmatch(r"(\d{1,6})(?:\.0+)?", text)
    if isinstance(value, bool) or not found:
        sign = seems_someone(str(value))
        raise _Wrong(
            f"« {heading} » n’est pas un nombre{f' et contient {sign}' if sign else ''}.",
            NO_NAME if sign else "écrivez un nombre entier, en chiffres",
        )
    if int(found[1]) > MOST_PLACES:
        raise _Wrong(
            f"« {heading} » est trop grand.", f"{MOST_PLACES} au plus pour une sortie : vérifiez le nombre"
        )
    return int(found[1])


def _day(value: Any, today: dt.date) -> dt.date:
    if isinstance(value, dt.datetime):
        day = value.date()
    elif isinstance(value, dt.date):
        day = value
    else:
        try:
            day = parse_date(_text(value))
        except FrenchDateError as error:
            raise _Wrong(
                "« Date » n’est pas comprise.",
                _lowered(error.hint).removesuffix(".") or "écrivez par exemple 5/12/2026",
            ) from None
    if day > today:
        raise _Wrong(
            "cette date n’est pas encore passée.", "vérifiez l’année ; un retour se fait après la sortie"
        )
    return day


def _reception(value: Any) -> Reception | None:
    text = slugify(_text(value))
    if not text:
        return None
    found = next((choice for choice in Reception if text in {choice.value, slugify(choice.label)}), None)
    if found is None:
        raise _Wrong(
            "« Accueil du spectacle » n’est pas l’un des choix.",
            f"écrivez {', '.join(choice.label for choice in Reception)}, ou rien",
        )
    return found


def _text(value: Any) -> str:
    return unguard(" ".join(str(value).split())) if is_filled(value) else ""


def _lowered(sentence: str) -> str:
    return f"{sentence[:1].lower()}{sentence[1:]}".rstrip()
