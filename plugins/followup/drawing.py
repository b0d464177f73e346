"""The sheets to print: what `theme/templates/print/feuille.typ` is given, and nothing it would have to work out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from plugins.formats.colours import theme_colours
from plugins.formats.pdf import make_pdf
from plugins.french import typeset_text

SOURCE = "feuille.typ"


@dataclass(frozen=True)
class PrintedColumn:
    """Hold a column: its heading and its share of the width."""

    heading: str
    share: int


@dataclass(frozen=True)
class PrintedSheet:
    """Hold a sheet; `height` is that of a row in millimetres, 0 for what its words need."""

    title: str
    description: str
    instructions: tuple[str, ...]
    columns: tuple[PrintedColumn, ...]
    rows: Sequence[tuple[str, ...]]
    footer: str
    note: str = ""
    fields: tuple[str, ...] = ()
    height: int = 0
    landscape: bool = False
    keywords: tuple[str, ...] = ()


def draw_sheet(sheet: PrintedSheet, association: str, url: str, made_on: date) -> bytes:
    """Return the PDF of a sheet, PDF/UA-1 and PDF/A-2a."""
    words = {
        "titre": sheet.title,
        "association": association,
        "description": sheet.description,
        "pied": sheet.footer,
        "note": sheet.note,
    }
    data = {key: typeset_text(text) for key, text in words.items()} | {
        "annee": made_on.year,
        "mois": made_on.month,
        "jour": made_on.day,
        "site": url.removeprefix("https://").rstrip("/"),
        "mots": list(sheet.keywords),
        "consignes": [typeset_text(text) for text in sheet.instructions],
        "champs": [typeset_text(text) for text in sheet.fields],
        "colonnes": [{"nom": typeset_text(found.heading), "largeur": found.share} for found in sheet.columns],
        "lignes": [[typeset_text(cell) for cell in row] for row in sheet.rows],
        "haut": sheet.height,
        "large": sheet.landscape,
        "couleurs": theme_colours(),
    }
    return make_pdf(SOURCE, data, made_on)
