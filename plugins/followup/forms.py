"""The return forms: one page to print, ten outings; the same as a sheet to fill in. Counts only, no name."""

from collections.abc import Sequence

from plugins.followup.columns import COLUMNS
from plugins.followup.drawing import PrintedColumn, PrintedSheet
from plugins.followup.outings import MOST_RETURNED, Outing
from plugins.followup.reading import EXPLAINED
from plugins.formats.sheets import Sheet, encode_csv, encode_ods, encode_xlsx
from plugins.french import format_date

SHEET = "Retours"
TITLE_AT_MOST = 60
NO_NAMES = "Des nombres, jamais de noms : ni liste, ni prénom, ni téléphone."
_WELCOME = (
    (
        "À lire d’abord",
        "Une ligne par sortie, dans la feuille « Retours ». La ligne d’exemple n’est jamais comptée.",
    ),
    ("Personne", "N’écrivez le nom de personne, même dans un commentaire : la ligne serait refusée."),
    ("Ensuite", "Enregistrez, puis envoyez la fiche à l’association, comme d’habitude."),
)


def printed_form(outings: Sequence[Outing]) -> PrintedSheet:
    """Return the form of ten outings, the last ones written in when they are given."""
    rows = [
        (format_date(found.day, "short"), f"{_cut(found.title)} ({found.town})", "", "", "", "")
        for found in outings
    ]
    rows += [("", "", "", "", "", "")] * (MOST_RETURNED - len(rows))
    return PrintedSheet(
        title="Retour de présence",
        description="Fiche à imprimer : pour dix sorties, combien de places réservées, combien de personnes venues.",
        instructions=(
            (
                "Dites à Cultures du Cœur Drôme-Ardèche si les personnes qui avaient réservé sont venues, "
                f"tous les mois ou tous les deux mois. {NO_NAMES}"
            ),
        ),
        fields=("Structure :", "Du :", "Au :"),
        columns=(
            PrintedColumn("Date", 11),
            PrintedColumn("Sortie, lieu", 34),
            PrintedColumn("Places réservées", 11),
            PrintedColumn("Personnes venues", 11),
            PrintedColumn("Non venues", 11),
            PrintedColumn("Un mot sur l’accueil du spectacle", 32),
        ),
        rows=tuple(rows),
        height=13,
        landscape=True,
        footer="Fiche à rendre à l’association, par courriel ou par téléphone : /association/contact/",
        keywords=("retour de présence", "référents"),
    )


def csv_sheet(outings: Sequence[Outing]) -> bytes:
    """Return the sheet to fill in as CSV; the word on each column is a row that is never counted."""
    headings, *rows = _rows(outings)
    explained = [column.explanation for column in COLUMNS]
    return encode_csv([headings, [f"# {explained[0]}", *explained[1:]], *rows])


def ods_sheet(outings: Sequence[Outing]) -> bytes:
    """Return the sheet to fill in as an OpenDocument spreadsheet."""
    return encode_ods(_sheets(outings))


def xlsx_sheet(outings: Sequence[Outing]) -> bytes:
    """Return the sheet to fill in as an Office Open XML spreadsheet."""
    return encode_xlsx(_sheets(outings))


def _sheets(outings: Sequence[Outing]) -> tuple[Sheet, Sheet]:
    explained = [
        [f"{column.heading}{' (à remplir)' if column.needed else ''}", column.explanation]
        for column in COLUMNS
    ]
    words = [["Colonne", "Ce qu’on y écrit"], *map(list, _WELCOME), *explained]
    return Sheet(SHEET, _rows(outings)), Sheet(EXPLAINED, words)


def _rows(outings: Sequence[Outing]) -> list[list[str]]:
    known = {"body": "", "booked": "", "came": "", "absent": "", "reception": "", "word": ""}
    rows = [
        known | {"date": format_date(found.day, "short"), "title": found.title, "town": found.town}
        for found in outings
    ]
    return [
        [column.heading for column in COLUMNS],
        [column.example for column in COLUMNS],
        *([row[column.key] for column in COLUMNS] for row in rows),
    ]


def _cut(title: str) -> str:
    """Keep a title on the two lines that a row has."""
    return title if len(title) <= TITLE_AT_MOST else f"{title[: TITLE_AT_MOST - 1].rstrip()}…"
