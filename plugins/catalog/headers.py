"""Read the header of a Markdown file: YAML between `---`, or the old `Titre : valeur` lines."""

import re
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import Any, NamedTuple

from plugins.catalog.problems import Problem
from plugins.catalog.source import UnreadableFileError
from plugins.catalog.yaml_source import Path, Tree, read_yaml

SYNONYMS = {
    "title": "titre",
    "category": "rubrique",
    "categorie": "rubrique",
    "tags": "mots_cles",
    "etiquettes": "mots_cles",
    "mots_clefs": "mots_cles",
    "keywords": "mots_cles",
    "summary": "resume",
    "description": "resume",
    "draft": "brouillon",
    "status": "statut",
    "modified": "modifie_le",
}
LISTS = frozenset({"mots_cles", "documents", "prerequis", "pour", "sigles"})
FIRST_WORDS = frozenset(
    {"titre", "date", "rubrique", "mots_cles", "resume", "brouillon", "statut", "publier_le", "retirer_le"}
)
"""Fields that a blank line must not push out of the header: « brouillon » would then be published."""

_OLD_LINE = re.compile(
    r"^(?P<key>[^\W\d_][\w \-]{0,30}?)[ \u00a0\u202f]*:(?!//)[ \u00a0\u202f]*(?P<value>.*)$"
)
_STATUSES = {"draft": "oui", "brouillon": "oui", "published": "non", "publie": "non"}


class MarkdownSource(NamedTuple):
    """Hold a Markdown file in two parts: its header as a tree, its body, and the body's first line."""

    header: Tree
    body: str
    body_line: int


def read_markdown(text: str, name: str) -> MarkdownSource:
    """Split a Markdown file into header and body; raise `UnreadableFileError` when there is no header."""
    rows = text.split("\n")
    start = next((index for index, row in enumerate(rows) if row.strip()), None)
    if start is None:
        raise UnreadableFileError(_no_header(name, 1, ""))
    if rows[start].strip() == "---":
        return _front_matter(rows, start, name)
    return _old_style(rows, start, name)


def _front_matter(rows: list[str], start: int, name: str) -> MarkdownSource:
    end = next((i for i in range(start + 1, len(rows)) if rows[i].rstrip() in {"---", "..."}), None)
    if end is None:
        raise UnreadableFileError(
            Problem(
                name,
                start + 1,
                "entete",
                "l’en-tête commence par « --- » mais ne se termine pas.",
                hint="ajoutez une ligne « --- » entre l’en-tête et le texte",
            )
        )
    tree = read_yaml("\n".join(rows[start + 1 : end]), name, first_line=start + 2)
    if not isinstance(tree.data, dict):
        raise UnreadableFileError(_no_header(name, start + 2, tree.row(start + 2)))
    return _source(tree, rows, end + 1)


def _old_style(rows: list[str], start: int, name: str) -> MarkdownSource:
    data: dict[str, Any] = {}
    lines: dict[Path, int] = {(): start + 1}
    last: str | None = None
    index = start
    while index < len(rows) and rows[index].strip():
        row = rows[index]
        if row[0] in " \t\u00a0" and last:
            data[last] = f"{data[last] or ''} {row.strip()}".strip()
        elif found := _OLD_LINE.match(row):
            last = found["key"]
            if last in data:
                raise UnreadableFileError(_repeated(name, index + 1, last, row))
            data[last] = _unquoted(found["value"].strip()) or None
            lines[last,] = index + 1
        else:
            raise UnreadableFileError(_no_header(name, index + 1, row))
        index += 1
    tree = Tree(name, data, lines, tuple(rows), 1)
    return _source(tree, rows, index)


def _source(tree: Tree, rows: list[str], start: int) -> MarkdownSource:
    """Split at `start`; a field on the first line of the text has fallen out of the header."""
    first = next((index for index in range(start, len(rows)) if rows[index].strip()), None)
    if (
        first is not None
        and (found := _OLD_LINE.match(rows[first]))
        and _canonical(found["key"]) in FIRST_WORDS
    ):
        raise UnreadableFileError(_fallen_out(tree.name, first + 1, rows[first], found["key"]))
    return MarkdownSource(_with_french_keys(tree), "\n".join(rows[start:]), start + 1)


def _with_french_keys(tree: Tree) -> Tree:
    data: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for written, value in tree.data.items():
        key = _canonical(written)
        line = tree.line((written,))
        if key == "statut":
            if _fold(str(value)) not in _STATUSES:
                raise UnreadableFileError(_unknown_status(tree.name, line, tree.row(line)))
            key = "brouillon"
        if key in data:
            raise UnreadableFileError(_repeated(tree.name, line, written, tree.row(line)))
        data[key] = _value(key, value)
        keys[written] = key
    lines = {(keys[path[0]], *path[1:]) if path else path: line for path, line in tree.lines.items()}
    return replace(tree, data=data, lines=lines)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1].strip() if quoted and value[0] not in value[1:-1] else value


@lru_cache(maxsize=256)  # thousands of texts have the same few keys
def _canonical(key: str) -> str:
    folded = re.sub(r"[\s\-]+", "_", _fold(key).strip())
    return SYNONYMS.get(folded, folded)


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _value(key: str, value: Any) -> Any:
    if key == "brouillon" and isinstance(value, str):
        return _STATUSES.get(_fold(value), value)
    if key in LISTS and isinstance(value, str):
        return [part.strip() for part in value.split(",") if part.strip()]
    return value


def _no_header(name: str, line: int, row: str) -> Problem:
    return Problem(
        name,
        line,
        "entete",
        "l’en-tête manque, ou cette ligne n’en fait pas partie.",
        written=row.strip() or None,
        expected="en haut du fichier, des lignes comme « titre: Ma première sortie » entre deux lignes « --- »",
        hint="copiez l’en-tête d’un autre fichier du même dossier, puis changez les valeurs",
    )


def _fallen_out(name: str, line: int, row: str, key: str) -> Problem:
    return Problem(
        name,
        line,
        "entete",
        f"« {key} » est un champ de l’en-tête, mais l’en-tête est déjà fini.",
        written=row.strip(),
        hint="remontez cette ligne dans l’en-tête, sans ligne vide entre les champs",
    )


def _unknown_status(name: str, line: int, row: str) -> Problem:
    return Problem(
        name,
        line,
        "statut",
        "ce statut n’est pas connu.",
        written=row.strip(),
        expected="brouillon, ou publié",
        hint="écrivez « brouillon: oui » pour garder le texte caché, ou retirez la ligne",
    )


def _repeated(name: str, line: int, key: str, row: str) -> Problem:
    return Problem(
        name,
        line,
        "cle-repetee",
        f"le champ « {key} » est écrit deux fois.",
        written=row.strip(),
        hint="gardez une seule des deux lignes",
    )
