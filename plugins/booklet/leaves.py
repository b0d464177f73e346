"""Cut the booklet into leaves that a browser prints: a letter is a leaf, or several when it is long."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from math import ceil
from typing import Any, TypeVar

from plugins.booklet.contents import BodyEntry, Contents, Entry, IndexLine, Shelf
from plugins.booklet.words import ADDRESS, Paragraph
from plugins.french import plural

PRINTED = f"{ADDRESS}imprimer/"
MOST = 5_000
"""Signs of a leaf, its references counted twice for they are links: it then weighs less than ten thousand bytes."""

Item = TypeVar("Item", Entry, BodyEntry, Shelf, IndexLine, Paragraph)


@dataclass(frozen=True)
class Leaf:
    """Hold one leaf: of its five kinds of contents, one is there. `span` says from which word to which."""

    label: str
    address: str
    span: str
    entries: tuple[Entry, ...] = ()
    bodies: tuple[BodyEntry, ...] = ()
    shelves: tuple[Shelf, ...] = ()
    lines: tuple[IndexLine, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()


@dataclass(frozen=True)
class Part:
    """Hold the leaves of a letter, of the domains, of the bodies, of the index, of the last words; `counted` says what they hold."""

    label: str
    anchor: str
    counted: str
    leaves: tuple[Leaf, ...]


def parts_of(contents: Contents) -> Iterator[Part]:
    """Yield the parts of the booklet in its order."""
    yield _part("Les domaines", "domaines", "domaine", "shelves", contents.domains)
    for letter in contents.letters:
        yield _part(letter.letter, letter.key, "sigle", "entries", letter.entries)
    if contents.bodies:
        yield _part("Les organismes", "organismes", "organisme", "bodies", contents.bodies)
    lines = tuple(chain.from_iterable(group.lines for group in contents.index))
    yield _part("L’index", "index", "ligne", "lines", lines)
    yield _part("À propos de ce livret", "a-propos", "paragraphe", "paragraphs", contents.colophon)


def _part(label: str, anchor: str, noun: str, kind: str, items: Sequence[Any]) -> Part:
    name = anchor.removeprefix("lettre-")
    leaves = tuple(
        Leaf(
            label if number == 1 else f"{label} ({number})",
            f"{PRINTED}{name}/" if number == 1 else f"{PRINTED}{name}-{number}/",
            _span(_name(found[0]), _name(found[-1])),
            **{kind: tuple(found)},
        )
        for number, found in enumerate(_cut(items), 1)
    )
    return Part(label, anchor, plural(len(items), noun), leaves)


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _name(item: Item) -> str:
    """Return the word under which one looks for something."""
    if isinstance(item, Entry):
        return item.acronym
    if isinstance(item, BodyEntry):
        return item.guide
    return item.words.split()[0].strip(",") if isinstance(item, IndexLine) else item.label


def _cut(items: Sequence[Item]) -> Iterator[list[Item]]:
    """Yield as few lists as can be, about as long as each other."""
    lengths = [_signs(item) for item in items]
    count, whole = ceil(sum(lengths) / MOST), sum(lengths)
    lists: list[list[Item]] = [[] for _ in range(count)]
    before = 0
    for item, length in zip(items, lengths, strict=True):
        lists[(2 * before + length) * count // (2 * whole)].append(item)
        before += length
    yield from filter(None, lists)


def _signs(value: Any) -> int:
    """Count the signs of all that a record says."""
    if isinstance(value, str):
        return len(value)
    if is_dataclass(value):
        return sum(_signs(getattr(value, field.name)) for field in fields(value))
    return sum(map(_signs, value)) if isinstance(value, Iterable) else 0
