"""An empty spreadsheet with our headings, one example row, and a word on each column."""

from pathlib import Path

from plugins.formats.sheets import Sheet, encode_csv, encode_ods, encode_xlsx
from plugins.importing.columns import COLUMNS
from plugins.importing.rows import FileRefusedError
from plugins.importing.sheets import EXPLAINED

SHEET = "Sorties"
_WELCOME = (
    (
        "À lire d’abord",
        "Une ligne par sortie, dans la feuille « Sorties ». La ligne d’exemple n’est jamais importée.",
    ),
    (
        "Ensuite",
        "Enregistrez, puis : ./faire importer suivi du nom du fichier. Rien n’est écrit sans --ecrire.",
    ),
    ("Personne", "N’écrivez aucun nom, téléphone ni courriel de personne : seulement ceux d’un accueil."),
)


def write_template(path: Path) -> None:
    """Write a template of the kind that the name asks for; raise `FileRefusedError`, and never overwrite."""
    makers = {".ods": ods_template, ".xlsx": xlsx_template, ".csv": csv_template}
    if path.suffix.lower() not in makers:
        message = f"« {path.name} » : le nom du modèle finit par .ods, .xlsx ou .csv. Par exemple : ./faire importer --modele sorties.ods"
        raise FileRefusedError(message)
    data = makers[path.suffix.lower()]()
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        message = f"« {path} » existe déjà : je n’y touche pas. Choisissez un autre nom."
        raise FileRefusedError(message) from None
    except OSError:
        message = (
            f"Je ne peux pas écrire « {path} » : vérifiez que le dossier existe et que vous en avez le droit."
        )
        raise FileRefusedError(message) from None


def csv_template() -> bytes:
    """Return the template as CSV; the word on each column is a row that is never imported."""
    outings = _outings().rows
    explained = [column.explanation for column in COLUMNS]
    return encode_csv([outings[0], [f"# {explained[0]}", *explained[1:]], *outings[1:]])


def ods_template() -> bytes:
    """Return the template as an OpenDocument spreadsheet."""
    return encode_ods((_outings(), _explained()))


def xlsx_template() -> bytes:
    """Return the template as an Office Open XML spreadsheet."""
    return encode_xlsx((_outings(), _explained()))


def _outings() -> Sheet:
    return Sheet(SHEET, [[column.heading for column in COLUMNS], [column.example for column in COLUMNS]])


def _explained() -> Sheet:
    words = [
        [f"{column.heading}{' (à remplir)' if column.needed else ''}", column.explanation]
        for column in COLUMNS
    ]
    return Sheet(EXPLAINED, [["Colonne", "Ce qu’on y écrit"], *map(list, _WELCOME), *words])
