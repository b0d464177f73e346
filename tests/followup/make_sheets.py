"""Make the return sheets of the tests as référents send them: filled in LibreOffice, renamed, half empty, annotated.

Run by hand, with LibreOffice: `python -m tests.followup.make_sheets`. The sheets are committed beside, so that the
tests need nothing but them. A flat OpenDocument says what a person would have done; `soffice` saves it as they do.
"""

import subprocess
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

SHEETS = Path(__file__).with_name("fiches")
SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "number": "datastyle",
    }.items()
)
DAY = (
    '<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/><number:text>/</number:text>'
    '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>'
    '<style:style style:name="jour" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
)
Cell = str | int | float | tuple[str, str]
"""A text, a number, or a real date: ("date", "2026-10-05")."""

RENAMED = ["Organisme", "Jour", "Spectacle", "Ville", "Réservations", "Venus", "Absents", "Avis", "Remarques"]
MODEL = [
    "Structure", "Date", "Sortie", "Commune", "Places réservées", "Personnes venues", "Personnes non venues",
    "Accueil du spectacle", "Un mot",
]  # fmt: skip
FIRST: list[list[Cell]] = [
    RENAMED,
    [
        "Centre social du Port",
        ("date", "2026-10-05"),
        "Contes du soir",
        "Valence",
        12,
        10,
        2,
        "beaucoup aimé",
        "On a ri tout du long",
    ],
    [],
    ["", "samedi 10 octobre 2026", "Le grand bal", "Privas", "1 0", "8,0", "", "Aimé", ""],
    [],
    ["", "17/11/2026", "Cirque de papier", "Die", 20.0, 11, 9, "avis partagés", "Trop long pour les petits"],
]
SECOND: list[list[Cell]] = [
    MODEL,
    ["Maison des familles", "5 octobre 2026", "Contes du soir", "Valence", 9, 3, 6, "aimé", ""],
    ["", ("date", "2026-11-18"), "Lecture à deux voix", "Crest", 8, 8, "", "", "Un beau silence"],
    ["", ("date", "2026-11-19"), "Le petit théâtre", "Crest", 7, 5, 2, "", ""],
]
NAMED: list[list[Cell]] = [
    MODEL,
    [
        "Foyer des Tilleuls",
        "5/10/2026",
        "Contes du soir",
        "Valence",
        6,
        6,
        0,
        "aimé",
        "Fatou Diallo a chanté avec eux",
    ],
    ["", "10/10/2026", "Le grand bal", "Privas", 6, 5, 1, "aimé", ""],
    ["", "17/11/2026", "Cirque de papier", "Die", 7, 7, 0, "aimé", "Rappeler le 06 12 34 56 78"],
    ["", "18/11/2026", "Lecture à deux voix", "Crest", 8, "5 (Mme Petit malade)", 3, "", ""],
]
COMMENTED = {(2, 4): "Paul Martin n’a pas pu venir"}
"""Row and column, from 0, of a comment pinned on a cell of NAMED."""


def main() -> None:
    """Make every sheet again."""
    with tempfile.TemporaryDirectory() as folder:
        for name, rows, comments in (
            ("port", FIRST, {}),
            ("familles", SECOND, {}),
            ("tilleuls", NAMED, COMMENTED),
        ):
            source = Path(folder, f"{name}.fods")
            source.write_text(flat(rows, comments), "utf-8")
            for ending in ("ods", "xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1"):
                convert = [
                    "soffice",
                    "--headless",
                    f"-env:UserInstallation=file://{folder}/profile",
                    "--convert-to",
                ]
                subprocess.run(
                    [*convert, ending, "--outdir", str(SHEETS), str(source)], check=True, capture_output=True
                )


def flat(rows: list[list[Cell]], comments: dict[tuple[int, int], str]) -> str:
    """Return a flat OpenDocument spreadsheet, with a title above the headings."""
    body = "".join(
        f"<table:table-row>{''.join(_cell(cell, comments.get((number, index), '')) for index, cell in enumerate(row)) or '<table:table-cell/>'}"
        "</table:table-row>"
        for number, row in enumerate(rows)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} office:version="1.3" '
        f'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">{DAY}<office:body><office:spreadsheet>'
        f'<table:table table:name="Feuille1"><table:table-row>{_cell("Nos retours d’automne")}</table:table-row>{body}'
        "</table:table></office:spreadsheet></office:body></office:document>"
    )


def _cell(cell: Cell, comment: str = "") -> str:
    note = f"<office:annotation><text:p>{escape(comment)}</text:p></office:annotation>" if comment else ""
    if isinstance(cell, tuple):
        return f'<table:table-cell table:style-name="jour" office:value-type="date" office:date-value="{cell[1]}">{note}<text:p>{cell[1]}</text:p></table:table-cell>'
    if isinstance(cell, str):
        kind = ' office:value-type="string"' if cell else ""
        return f"<table:table-cell{kind}>{note}{f'<text:p>{escape(cell)}</text:p>' if cell else ''}</table:table-cell>"
    return f'<table:table-cell office:value-type="float" office:value="{cell}">{note}<text:p>{cell}</text:p></table:table-cell>'


if __name__ == "__main__":
    main()
