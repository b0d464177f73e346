"""Rules of the library and of pictures: a record has its file, a file has its record."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from plugins.catalog.kinds import IGNORED
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.problems import Problem

FOLDER = "content/documents"
SOURCES = f"{FOLDER}/sources"
"""Where the files that a document was made from are kept: they are not published."""
PICTURES = "content/images"
TYPES = (
    ".pdf",
    ".csv",
    ".ods",
    ".odt",
    ".epub",
    ".docx",
    ".xlsx",
    ".pptx",
    ".odp",
    ".txt",
    ".png",
    ".jpg",
    ".jpeg",
    ".svg",
)


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
    """Each version names a file of content/documents, to the letter; each file there can be published."""
    present = [name for name in present_files(root, FOLDER) if not name.startswith("sources/")]
    written = set(map(composed, present))
    for entry in loaded.entries.get("documents", {}).values():
        for index, version in enumerate(entry.record.versions):
            if composed(version.file) not in written:
                yield _no_file(entry, ("versions", index, "fichier"), version.file, FOLDER, present)
    for name in present:
        if PurePosixPath(name).suffix.lower() not in TYPES:
            yield _wrong_type(name)
    yield from _same_but_for_case(present)


def pictures_are_there(loaded: Loaded, root: Path) -> Iterator[Problem]:
    """The picture of an outing, a post or a partner is in content/images; people in it have agreed."""
    present = present_files(root, PICTURES)
    written = set(map(composed, present))
    for kind in ("events", "posts", "partners"):
        for entry in loaded.entries.get(kind, {}).values():
            picture = entry.record.picture
            if picture and composed(picture.file) not in written:
                yield _no_file(entry, ("image", "fichier"), picture.file, PICTURES, present)
            if picture and picture.people and not picture.consent:
                yield _no_consent(entry)


def no_record(loaded: Loaded, present: list[str]) -> Iterator[Problem]:
    """Each file of content/documents has a record: otherwise it is not published, and that is said."""
    named = _named_files(loaded)
    for name in present if named is not None else ():
        if composed(name) not in named:
            yield _no_record(name)


def present_files(root: Path, folder: str) -> list[str]:
    """Return the files of a folder by name, those that other programs leave behind put aside."""
    found = (
        path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()
    )
    return sorted(name for name in found if not IGNORED.search(name))


def composed(name: str) -> str:
    """Return a file's name with each accent in its letter (Unicode NFC): macOS writes them apart."""
    return unicodedata.normalize("NFC", name)


def path_of(folder: Path, name: str) -> Path:
    """Return where a file of that name is, whichever way its accents are written on the disk."""
    path = folder / name
    return path if path.exists() else folder / unicodedata.normalize("NFD", name)


def _named_files(loaded: Loaded) -> set[str] | None:
    """Return the files that records name, faulty records too; None when a record could not be read."""
    named: set[str] = set()
    for written in loaded.seen.get("documents", {}).values():
        if written is None:
            return None
        versions: Any = written.get("versions")
        for version in versions if isinstance(versions, list) else []:
            if isinstance(version, dict):
                named.add(composed(str(version.get("fichier"))))
    return named


def _same_but_for_case(present: list[str]) -> Iterator[Problem]:
    names: defaultdict[str, list[str]] = defaultdict(list)
    for name in present:
        names[composed(name).casefold()].append(name)
    for first, *others in names.values():
        for name in others:
            yield Problem(
                f"{FOLDER}/{name}",
                0,
                "nom-de-fichier",
                "deux fichiers ont le même nom, aux majuscules ou aux accents près : ailleurs, l’un effacerait l’autre.",
                expected=f"un nom vraiment différent de {first}",
                hint="renommez l’un des deux, en minuscules",
            )


def _no_file(
    entry: Entry, path: tuple[str | int, ...], name: str, folder: str, present: list[str]
) -> Problem:
    guess = near_miss(name, present)
    return entry.origin.problem(
        path,
        "fichier-absent",
        f"le fichier « {name} » n’est pas dans {folder}.",
        expected="le nom exact d’un fichier, majuscules comprises",
        hint=f"vouliez-vous écrire « {guess} » ?" if guess else f"déposez le fichier dans {folder}",
    )


def _no_consent(entry: Entry) -> Problem:
    return entry.origin.problem(
        ("image", "personnes"),
        "image-sans-accord",
        "des personnes sont reconnaissables sur cette image, et rien ne dit qu’elles sont d’accord.",
        expected='accord: où est gardé leur accord écrit, par exemple "classeur du bureau, 2026"',
        hint="ajoutez la ligne « accord », sans nommer personne, ou choisissez une autre image",
    )


def _wrong_type(name: str) -> Problem:
    return Problem(
        f"{FOLDER}/{name}",
        0,
        "type-de-fichier",
        "ce genre de fichier ne se publie pas comme document.",
        expected=f"un fichier {', '.join(TYPES)}",
        hint="enregistrez le document en PDF, ou retirez le fichier",
    )


def _no_record(name: str) -> Problem:
    return Problem(
        f"{FOLDER}/{name}",
        0,
        "document-sans-fiche",
        "ce fichier n’a pas de fiche : il n’est pas publié.",
        expected="une fiche dans data/documents qui le nomme",
        hint="créez-la avec ./faire nouveau-document, ou retirez le fichier",
    )


RULES = (versions_have_their_own_day,)
