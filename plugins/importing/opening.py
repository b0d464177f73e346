"""Tell what a file is by its content, and refuse what would be unsafe to open.

Sizes are counted on what really comes out of an archive: what its index announces may lie.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.importing.rows import MOST_ROWS, FileRefusedError, too_many

LARGEST_FILE, LARGEST_CALENDAR = 20_000_000, 5_000_000  # bytes
LARGEST_INSIDE = 60_000_000  # bytes, once unpacked
MOST_PARTS = 2_000
MOST_CELLS = 1_000_000

_ROW = re.compile(rb"<table:table(?=[ >])|<table:table-row([^>]*)>|<table:(?:covered-)?table-cell([^>]*)>")
_REPEATED = re.compile(rb'table:number-(?:rows|columns)-repeated="(\d{1,9})')
_REFERENCE = re.compile(rb'\br="\$?([A-Z]{0,3})\$?(\d{1,9})"')
_OTHERS = (
    (b"%PDF", "un PDF", "demandez le tableau d’origine, ou recopiez-le dans le modèle"),
    (b"\xd0\xcf\x11\xe0", "un ancien classeur Excel (.xls) ou un fichier protégé par un mot de passe", "ouvrez-le et enregistrez-le en .xlsx ou .ods"),
    (b"\x89PNG", "une image", "recopiez ce qu’elle montre dans le modèle"),
    (b"\xff\xd8\xff", "une photo", "recopiez ce qu’elle montre dans le modèle"),
    (b"<", "une page web ou du XML", "enregistrez l’export en JSON, en .ics ou en tableur"),
)  # fmt: skip
NAMES = {
    "ods": "classeur ODS",
    "xlsx": "classeur XLSX",
    "csv": "tableau CSV",
    "ics": "agenda .ics",
    "json": "export JSON",
}


@dataclass(frozen=True)
class Opened:
    """Hold the bytes of a file, its kind (ods, xlsx, csv, ics, json), and what is told about it."""

    name: str
    kind: str
    data: bytes
    notes: tuple[str, ...] = ()


def open_file(path: Path) -> Opened:
    """Read a file and name its kind; raise `FileRefusedError` with a French sentence."""
    data = _bytes(path)
    kind = _kind(data)
    if kind == "ics" and len(data) > LARGEST_CALENDAR:
        raise _too_big(len(data), LARGEST_CALENDAR)
    notes = []
    said = path.suffix.lower().lstrip(".")
    if said != kind and not (kind == "csv" and said in {"txt", "tsv"}):
        notes.append(f"Son nom finit par « .{said} », mais c’est un {NAMES[kind]} : il est lu comme tel.")
    if kind in {"ods", "xlsx"}:
        notes += _check_archive(data, kind)
    return Opened(path.name, kind, data, tuple(notes))


def _bytes(path: Path) -> bytes:
    if not path.exists():
        message = (
            f"Je ne trouve pas « {path} ». Donnez son chemin entier, ou déposez-le dans le dossier du projet."
        )
        raise FileRefusedError(message)
    if not path.is_file():
        message = f"« {path} » est un dossier : donnez le nom d’un fichier."
        raise FileRefusedError(message)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            raise _too_big(size, LARGEST_FILE)
        data = path.read_bytes()
    except OSError:
        message = f"L’ordinateur refuse d’ouvrir « {path} ». Fermez-le ailleurs, ou vérifiez vos droits."
        raise FileRefusedError(message) from None
    if not data.strip(b"\0 \t\r\n"):
        message = f"« {path.name} » est vide. Enregistrez-le de nouveau, puis relancez."
        raise FileRefusedError(message)
    return data


def _too_big(size: int, limit: int) -> FileRefusedError:
    return FileRefusedError(
        f"Ce fichier pèse {size // 1_000_000} Mo : {limit // 1_000_000} Mo au plus.\n"
        "Retirez les images et les feuilles inutiles, ou coupez-le en plusieurs."
    )


def _kind(data: bytes) -> str:
    start = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:64]
    if data.startswith(b"PK"):
        return _kind_of_archive(data)
    for sign, what, way_out in _OTHERS:
        if start.startswith(sign):
            message = f"Ce fichier est {what} : je ne sais pas y lire un tableau.\nPour continuer, {way_out}."
            raise FileRefusedError(message)
    if start.upper().startswith(b"BEGIN:VCALENDAR"):
        return "ics"
    if start[:1] in (b"{", b"["):
        return "json"
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "Ce fichier n’est ni un tableur, ni un agenda .ics, ni un export JSON.\nEnregistrez-le dans l’un de ces formats."
        raise FileRefusedError(message)
    return "csv"


def _kind_of_archive(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {entry.filename for entry in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise _damaged() from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    message = (
        "Cette archive n’est pas un tableur : je n’y trouve ni classeur ODS, ni classeur XLSX.\n"
        "Si c’est un texte (.docx, .odt), copiez son tableau dans le modèle."
    )
    raise FileRefusedError(message)


def _damaged() -> FileRefusedError:
    return FileRefusedError(
        "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\n"
        "Ouvrez-le dans votre tableur et enregistrez-le de nouveau, sans mot de passe."
    )


def _check_archive(data: bytes, kind: str) -> list[str]:
    hidden = False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, part in _parts(archive):
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in part:
                    message = (
                        "Ce classeur contient une écriture XML dangereuse (DOCTYPE) : il n’est pas ouvert."
                    )
                    raise FileRefusedError(message)
                if kind == "ods" and name == "content.xml":
                    _check_ods(part)
                    hidden = hidden or b'table:visibility="collapse"' in part
                if kind == "xlsx" and name.startswith("xl/worksheets/sheet"):
                    _check_xlsx(part)
                    hidden = hidden or re.search(rb'<(?:col|row) [^>]*hidden="(?:1|true)"', part) is not None
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, OSError, EOFError):
        raise _damaged() from None
    return (
        ["Des colonnes ou des lignes masquées s’y trouvent : elles sont lues comme les autres."]
        if hidden
        else []
    )


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Unpack each part, never more than the limit: the count is made on real bytes."""
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise _bomb()
    left = LARGEST_INSIDE
    for entry in entries:
        with archive.open(entry) as file:
            part = file.read(left + 1)
            left -= len(part)
            if left < 0 or file.read(1):
                raise _bomb()
        yield entry.filename, part


def _bomb() -> FileRefusedError:
    return FileRefusedError(
        f"Ce classeur dépasserait {LARGEST_INSIDE // 1_000_000} Mo une fois ouvert : il n’est pas ouvert.\n"
        "Copiez seulement le tableau dans un classeur neuf."
    )


def _check_ods(content: bytes) -> None:
    """Count the cells that a short text repeats: a thousand bytes may stand for a billion cells."""
    rows = filled_rows = widest = position = 0
    times = 1
    for found in _ROW.finditer(content):
        row, cell = found.groups()
        if row is None and cell is None:
            rows = filled_rows = widest = 0
        elif cell is None:
            times, position = _times(row), 0
            rows += times
        else:
            position += _times(cell)
            if b"office:value-type" in cell:
                filled_rows, widest = rows, max(widest, position)
                _check_area(filled_rows, widest)


def _times(attributes: bytes) -> int:
    found = _REPEATED.search(attributes)
    return int(found[1]) if found else 1


def _check_xlsx(sheet: bytes) -> None:
    """Find the last cell: two cells at the far ends make a reader ask for billions of empty ones."""
    last_row = last_column = 0
    for found in re.finditer(rb"<(?:row|c) [^>]*>", sheet):
        reference = _REFERENCE.search(found[0])
        if reference and (reference[1] or found[0].startswith(b"<row")):
            column = 0
            for letter in reference[1]:
                column = column * 26 + letter - 64
            if reference[1]:
                last_row = max(last_row, int(reference[2]))
            last_column = max(last_column, column)
    _check_area(last_row, last_column)


def _check_area(rows: int, columns: int) -> None:
    if rows > MOST_ROWS * 2:
        raise too_many(rows)
    if rows * columns > MOST_CELLS:
        message = (
            f"Cette feuille s’étend sur {rows} lignes et {columns} colonnes : c’est plus qu’un tableau rempli à la main.\n"
            "Copiez seulement le tableau dans un classeur neuf."
        )
        raise FileRefusedError(message)
