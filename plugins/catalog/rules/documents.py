"""Rules of the library: a record has its file, a file has its record."""

from collections.abc import Iterator
from pathlib import Path

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem

FOLDER = "content/documents"
TYPES = (".pdf", ".csv", ".ods", ".odt", ".epub", ".docx", ".xlsx", ".txt", ".png", ".svg")


def versions_have_their_own_day(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """Two versions of a document are not of the same day: the latest would be drawn by chance."""
    days = [version.date for version in entry.record.versions]
    for index, day in enumerate(days):
        if day in days[:index]:
            yield entry.origin.problem(
                ("versions", index, "date"),
                "versions",
                "deux versions portent la même date.",
                hint="gardez une seule version par jour",
            )


def files_and_records_agree(loaded: Loaded, root: Path) -> Iterator[Problem]:
    """Each version names a file of content/documents, to the letter; each file there has a record."""
    folder = root / FOLDER
    present = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    named: set[str] = set()
    for entry in loaded.entries.get("documents", {}).values():
        for index, version in enumerate(entry.record.versions):
            named.add(version.file)
            if version.file not in present:
                yield _no_file(entry, index, version.file, present)
    for name in present:
        if name not in named and name != "README.md" and not name.startswith("."):
            yield _no_record(name)


def _no_file(entry: Entry, index: int, name: str, present: list[str]) -> Problem:
    guess = near_miss(name, present)
    return entry.origin.problem(
        ("versions", index, "fichier"),
        "fichier-absent",
        f"le fichier « {name} » n’est pas dans {FOLDER}.",
        expected="le nom exact d’un fichier, majuscules comprises",
        hint=f"vouliez-vous écrire « {guess} » ?" if guess else f"déposez le fichier dans {FOLDER}",
    )


def _no_record(name: str) -> Problem:
    return Problem(
        f"{FOLDER}/{name}",
        0,
        "document-sans-fiche",
        "ce fichier n’a pas de fiche : il ne serait pas publié.",
        expected="une fiche dans data/documents, ou rien",
        hint="créez-la avec ./faire nouveau-document, ou retirez le fichier",
    )


RULES = (versions_have_their_own_day,)
