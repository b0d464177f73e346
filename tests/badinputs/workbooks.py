"""Write the spreadsheets that somebody sends, right or wrong, beside the site they are meant for."""

import csv
import zipfile
from collections.abc import Sequence
from io import BytesIO, StringIO
from pathlib import Path
from xml.sax.saxutils import escape

from plugins.formats.sheets import Sheet, encode_xlsx

OUTINGS = ["Titre", "Date", "Heure", "Lieu", "Commune", "Tarif"]
OUTING = ["Conte reçu", "5 décembre 2026", "17h", "Salle d'essai", "Valence", "entrée libre"]
RETURNS = ["Structure", "Date", "Sortie", "Places réservées", "Personnes venues"]
RETURN = ["Structure d’essai", "20/11/2026", "Conte d’essai", "6", "5"]

_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def received(root: Path, name: str) -> Path:
    """Return where a received file stands: outside of the site."""
    folder = root.parent / "recus"
    folder.mkdir(exist_ok=True)
    return folder / name


def given(
    root: Path, name: str, rows: Sequence[Sequence[str]], merged: Sequence[str] = (), kind: str = ""
) -> None:
    """Write rows of texts, as they are, in the kind that the name says, or in another."""
    if (kind or name.rpartition(".")[2]) == "csv":
        text = StringIO()
        csv.writer(text, delimiter=";").writerows(rows)
        content = text.getvalue().encode()
    else:
        content = _workbook(_sheet(rows, merged))
    received(root, name).write_bytes(content)


def bomb(root: Path, name: str, size: int) -> None:
    """Write a workbook whose sheet unpacks to `size` bytes of nothing."""
    received(root, name).write_bytes(_workbook(bytes(size)))


def _workbook(sheet: bytes) -> bytes:
    """Put a sheet in the place of that of a sound workbook."""
    buffer = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(encode_xlsx([Sheet("Feuille1", [["Titre"]])]))) as sound,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed,
    ):
        for part in sound.namelist():
            packed.writestr(part, sheet if part == _SHEET else sound.read(part))
    return buffer.getvalue()


def _sheet(rows: Sequence[Sequence[str]], merged: Sequence[str]) -> bytes:
    lines = (
        f'<row r="{line}">{"".join(_cell(line, index, text) for index, text in enumerate(row))}</row>'
        for line, row in enumerate(rows, 1)
    )
    areas = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    merging = f'<mergeCells count="{len(merged)}">{areas}</mergeCells>' if merged else ""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{"".join(lines)}</sheetData>{merging}</worksheet>'.encode()


def _cell(line: int, index: int, text: str) -> str:
    return f'<c r="{chr(65 + index)}{line}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
