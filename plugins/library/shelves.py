"""The lists of the library: everything, then by type, by theme and by year; each has its page and its feed."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog.models.document import Document, DocumentType
from plugins.french import slugify, sort_key
from plugins.views.cards import Chip

HOME = "/documents/"


@dataclass(frozen=True)
class Shelf:
    """Hold a list of documents, the newest first: its address, its words in a choice, its heading."""

    family: str
    address: str
    label: str
    heading: str
    documents: tuple[Document, ...]


@dataclass(frozen=True)
class Choice:
    """Hold the lists of one family to choose from: « Par sujet »."""

    label: str
    chips: tuple[Chip, ...]


def all_shelves(documents: tuple[Document, ...]) -> tuple[Shelf, ...]:
    """Return the whole library, then a list for each type, theme and year that has a document."""
    return (
        Shelf("type", HOME, "Tous", "Documents", documents),
        *_types(documents),
        *_themes(documents),
        *_years(documents),
    )


def choices(shelves: tuple[Shelf, ...], current: str) -> tuple[Choice, ...]:
    """Return the lists to choose from, the one at the address `current` marked; none in an empty library."""
    if len(shelves) == 1:
        return ()
    families = (("type", "Par genre"), ("sujet", "Par sujet"), ("annee", "Par année"))
    return tuple(Choice(label, _chips(shelves, family, current)) for family, label in families)


def type_address(kind: DocumentType) -> str:
    """Return the address of the list of documents of a type."""
    return f"{HOME}type/{kind.value}/"


def theme_address(theme: str) -> str:
    """Return the address of the list of documents about a theme."""
    return f"{HOME}sujet/{slugify(theme)}/"


def _types(documents: tuple[Document, ...]) -> Iterator[Shelf]:
    for kind in DocumentType:
        found = tuple(document for document in documents if document.type is kind)
        if found:
            yield Shelf(
                "type", type_address(kind), kind.label, f"Documents\u00a0: {kind.label.lower()}", found
            )


def _themes(documents: tuple[Document, ...]) -> Iterator[Shelf]:
    names = {slugify(theme): theme for document in documents for theme in document.themes}
    for slug, theme in sorted(names.items(), key=lambda item: sort_key(item[1])):
        found = tuple(document for document in documents if slug in map(slugify, document.themes))
        yield Shelf("sujet", theme_address(theme), theme.capitalize(), f"Documents\u00a0: {theme}", found)


def _years(documents: tuple[Document, ...]) -> Iterator[Shelf]:
    for year in sorted({document.issued.year for document in documents}, reverse=True):
        found = tuple(document for document in documents if document.issued.year == year)
        yield Shelf("annee", f"{HOME}annee/{year}/", str(year), f"Documents de {year}", found)


def _chips(shelves: tuple[Shelf, ...], family: str, current: str) -> tuple[Chip, ...]:
    return tuple(
        Chip(shelf.label, shelf.address, len(shelf.documents), shelf.address == current)
        for shelf in shelves
        if shelf.family == family
    )
