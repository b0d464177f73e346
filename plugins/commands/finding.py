"""Find what a new file refers to: a town, a place, a document still without a record.

Files are read one by one, not through the catalog: a fault elsewhere must not stop somebody from writing.
"""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.catalog.source import UnreadableFileError, read_text
from plugins.catalog.yaml_source import read_yaml
from plugins.french import slugify

PLACE_FOLDERS = ("data/lieux", "data/partenaires")
DOCUMENTS, DOCUMENT_RECORDS = "content/documents", "data/documents"


class NotFoundError(Exception):
    """Carry the French sentence that says what was not found, and a way out."""


def town_code(root: Path, words: str) -> str:
    """Return the INSEE code of a town given by its name, its code or its postcode; raise `NotFoundError`."""
    towns = tuple(_rows(root, "data/communes.yaml"))
    wanted = slugify(words)
    found = [
        town
        for town in towns
        if wanted in {town["insee"], slugify(town["nom"])} or words.strip() in town.get("codes_postaux", ())
    ]
    if len(found) == 1:
        return found[0]["insee"]
    if found:
        choices = ", ".join(f"{town['insee']} ({town['nom']})" for town in found)
        message = f"Plusieurs communes répondent à « {words} ». Donnez son code INSEE : {choices}."
        raise NotFoundError(message)
    names = {slugify(town["nom"]): town["nom"] for town in towns}
    message = f"Je ne trouve pas la commune « {words} » en Drôme ni en Ardèche.{_suggestion(wanted, names)}"
    raise NotFoundError(message)


def place_slug(root: Path, words: str) -> str:
    """Return the name of the record of a place or a partner; raise `NotFoundError`."""
    wanted = slugify(words)
    slugs = sorted(path.stem for folder in PLACE_FOLDERS for path in (root / folder).glob("*.yaml"))
    if wanted in slugs:
        return wanted
    found = [slug for slug in slugs if wanted and set(wanted.split("-")) <= set(slug.split("-"))]
    if len(found) == 1:
        return found[0]
    if found:
        message = (
            f"Plusieurs lieux répondent à « {words} ». Écrivez l’un de ces noms : {', '.join(found[:8])}."
        )
        raise NotFoundError(message)
    guess = _suggestion(wanted, {slug: slug for slug in slugs})
    message = f"Je ne trouve pas de lieu « {words} ».{guess} Sinon, créez-le avec ./faire nouveau-lieu."
    raise NotFoundError(message)


def documents_without_record(root: Path) -> tuple[str, ...]:
    """List the files of the library that no record names yet."""
    records = "\n".join(path.read_text("utf-8") for path in (root / DOCUMENT_RECORDS).glob("*.yaml"))
    names = sorted(path.name for path in (root / DOCUMENTS).glob("*") if path.is_file())
    return tuple(name for name in names if name not in records and name != "README.md" and name[0] != ".")


def categories(root: Path) -> tuple[str, ...]:
    """List the sections a post may choose."""
    return tuple(row["nom"] for row in _rows(root, "data/rubriques.yaml") if "nom" in row)


def _rows(root: Path, name: str) -> Iterator[dict]:
    try:
        rows = read_yaml(read_text(root / name, name), name).data
    except (OSError, UnreadableFileError):
        message = f"Je n’arrive pas à lire {name}. Lancez ./faire construire pour savoir ce qui ne va pas."
        raise NotFoundError(message) from None
    yield from (row for row in rows or () if isinstance(row, dict))


def _suggestion(wanted: str, names: dict[str, str]) -> str:
    near: Iterable[str] = difflib.get_close_matches(wanted, names, 3, 0.7)
    return f" Peut-être : {', '.join(names[name] for name in near)} ?" if near else ""
