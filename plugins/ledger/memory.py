"""What a build leaves for the next: each file with the reason it is what it is, in one file of JSON.

No object is ever made from it but texts, numbers and lists: nothing that is read can run. Its first line holds
the digest of the rest, so that a torn or damaged file is known as such, and then nothing of it is used.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from plugins.ledger.hashing import digest_of
from plugins.ledger.stamps import Stamp
from plugins.ledger.templates import Reading
from plugins.resources import Listing, address_of

FORMAT = "memoire-7"
_OF_A_VERSION = re.compile(rb"memoire-\d+ ")


MOST_LINKS = 10
"""How many links a page has at most that no other has, most often: of a larger table, much is of pages that are gone."""


class DamagedMemoryError(ValueError):
    """Say that the file is not one that a build of this version of the program has written whole."""

    is_foreign = False
    """Whether another version has written it."""


class ForeignMemoryError(DamagedMemoryError):
    """Say that another version of the program has written the file."""

    is_foreign = True


class RenderedPage(NamedTuple):
    """Hold what the link check needs of a page: the addresses it links to and the anchors it has."""

    source: str
    links: tuple[str, ...]
    anchors: frozenset[str]


class KeptPage(NamedTuple):
    """A page of a build before: most of its links and anchors are never asked for, and are told as they were."""

    source: str
    told_links: str
    """The numbers of its links in the table."""
    told_anchors: list[str]
    table: list[str]
    """All the links that the build before knew."""

    @property
    def links(self) -> tuple[str, ...]:
        """Return the addresses that it links to."""
        return tuple(self.table[int(number)] for number in self.told_links.split())

    @property
    def anchors(self) -> frozenset[str]:
        """Return the anchors that it has."""
        return frozenset(self.told_anchors)

    def __eq__(self, other: object) -> bool:
        """Tell whether a page is the same, whoever has told it."""
        if not isinstance(other, RenderedPage | KeptPage):
            return NotImplemented
        return (self.source, self.links, self.anchors) == (other.source, other.links, other.anchors)

    __hash__ = None  # type: ignore[assignment]  # nobody asks for it


class KeptListings(Mapping[str, Listing]):
    """The listings of a build before: each is made when somebody asks for it."""

    def __init__(self, told: Mapping[str, tuple[str, str | None, bool, str]]) -> None:
        """Take the title, the day, whether it is indexed and the section of each page by its path."""
        self._told = told

    def __getitem__(self, path: str) -> Listing:
        title, modified, is_indexed, section = self._told[path]
        day = date.fromisoformat(modified) if modified else None
        return Listing(address_of(path), title, day, bool(is_indexed), section)

    def __iter__(self) -> Iterator[str]:
        return iter(self._told)

    def __len__(self) -> int:
        return len(self._told)


class Written(NamedTuple):
    """Hold a file of the site: the digest of all that it was made from, and its stamp once in place."""

    key: str
    stamp: Stamp = ()


class Unit(NamedTuple):
    """Hold what one section read, with the digest of each thing, and all that it wrote."""

    reads: Mapping[str, str]
    paths: tuple[str, ...]


@dataclass
class Memory:
    """Hold one generation of the site. `base` is the digest of what nothing survives: code, settings, tools."""

    base: str
    note: str = ""
    """The digest of what was noted of the site (`sights`): the same stamps as here, when it is the same."""
    files: dict[str, Written] = field(default_factory=dict)
    pages: Mapping[str, RenderedPage | KeptPage] = field(default_factory=dict)
    listings: Mapping[str, Listing] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    templates: dict[str, Reading] = field(default_factory=dict)
    fingerprints: dict[str, tuple[Stamp, str]] = field(default_factory=dict)

    def stamps(self) -> dict[str, Stamp]:
        """Return the stamp of each file of the site, once it was in place."""
        return {path: written.stamp for path, written in self.files.items()}


def write_memory(memory: Memory, path: Path) -> None:
    """Write a memory in place of the one before, whole or not at all; raise `OSError`."""
    payload = b"{%b}" % b",".join(_written(name, value) for name, value in _told(memory))
    beside = path.with_name(f"{path.name}.neuf")
    path.parent.mkdir(parents=True, exist_ok=True)
    with beside.open("wb") as file:
        file.write(f"{FORMAT} {digest_of(payload)}\n".encode())
        file.write(payload)
    beside.replace(path)


def read_memory(path: Path) -> Memory | None:
    """Return what the build before left, None when it left nothing; raise `DamagedMemoryError`."""
    try:
        head, _, payload = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise DamagedMemoryError(str(error)) from None
    if _OF_A_VERSION.match(head) and not head.startswith(f"{FORMAT} ".encode()):
        raise ForeignMemoryError(FORMAT)
    if head != f"{FORMAT} {digest_of(payload)}".encode():
        raise DamagedMemoryError(FORMAT)
    try:
        return _understood(json.loads(payload))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise DamagedMemoryError(str(error)) from None


def _written(name: str, value: Any) -> bytes:
    """Write one member of the object, which lives as long as that: all of them at once would be held twice."""
    return f'"{name}":{json.dumps(value, ensure_ascii=False, separators=(",", ":"))}'.encode()


def _told(memory: Memory) -> Iterator[tuple[str, Any]]:
    """Yield each part by its name: what there is of thousands of files, column by column, is read at once.

    Links are written once, by their number: most are in the frame of every page.
    """
    yield "base", memory.base
    yield "note", memory.note
    yield (
        "files",
        _columns(memory.files, [(written.key, *written.stamp) for written in memory.files.values()]),
    )
    table = _table_of(memory.pages)
    numbers = {link: number for number, link in enumerate(table)}
    yield (
        "pages",
        _columns(memory.pages, [_told_page(page, table, numbers) for page in memory.pages.values()]),
    )
    yield "links", list(numbers)
    listings = {path: memory.listings[path] for path in _of_units(memory) if path in memory.listings}
    yield "listings", _columns(listings, [_told_listing(each) for each in listings.values()])
    yield "units", {name: [dict(unit.reads), list(unit.paths)] for name, unit in memory.units.items()}
    yield "templates", {digest: _told_reading(reading) for digest, reading in memory.templates.items()}
    yield (
        "fingerprints",
        {name: [digest, *stamp] for name, (stamp, digest) in memory.fingerprints.items()},
    )


def _of_units(memory: Memory) -> Iterator[str]:
    """Yield the path of each file of a section: the listings of the other pages are made again by each build."""
    return (path for unit in memory.units.values() for path in unit.paths)


def _columns(names: Iterable[str], rows: list[tuple[Any, ...]]) -> list[Any]:
    """Return the names, then each column of their rows."""
    return [list(names), *zip(*rows, strict=True)]


def _rows(columns: list[Any]) -> tuple[list[str], Iterator[tuple[Any, ...]]]:
    """Return the names, and their rows."""
    names, *others = columns
    return names, zip(*others, strict=True)


def _table_of(pages: Mapping[str, RenderedPage | KeptPage]) -> list[str]:
    """Return the table of links that most pages are told with; an empty one when it holds many that no page has."""
    table = next((page.table for page in pages.values() if isinstance(page, KeptPage)), [])
    return table if len(table) < MOST_LINKS * (len(pages) + MOST_LINKS) else []


def _told_page(
    page: RenderedPage | KeptPage, table: list[str], numbers: dict[str, int]
) -> tuple[str, str, list[str]]:
    if isinstance(page, KeptPage) and page.table is table:
        return page[:3]
    links = " ".join(str(numbers.setdefault(link, len(numbers))) for link in page.links)
    return page.source, links, sorted(page.anchors)


def _told_reading(reading: Reading) -> list[Any]:
    return [
        sorted(reading.variables),
        sorted(reading.references),
        sorted(reading.words),
        reading.is_open,
        sorted(reading.chosen),
        sorted(reading.handled),
    ]


def _told_listing(listing: Listing) -> tuple[str, str | None, bool, str]:
    modified = listing.modified.isoformat() if listing.modified else None
    return listing.title, modified, listing.indexed, listing.section


def _understood(told: Mapping[str, Any]) -> Memory:
    files, written = _rows(told["files"])
    pages, seen = _rows(told["pages"])
    listings, listed = _rows(told["listings"])
    links = told["links"]
    return Memory(
        base=str(told["base"]),
        note=str(told["note"]),
        files={path: Written(key, tuple(stamp)) for path, (key, *stamp) in zip(files, written, strict=True)},
        pages={path: KeptPage(*page, links) for path, page in zip(pages, seen, strict=True)},
        listings=KeptListings(dict(zip(listings, listed, strict=True))),
        units={name: Unit(dict(reads), tuple(paths)) for name, (reads, paths) in told["units"].items()},
        templates={
            digest: Reading(
                *map(frozenset, (variables, references, words)),
                bool(is_open),
                *map(frozenset, (chosen, handled)),
            )
            for digest, (variables, references, words, is_open, chosen, handled) in told["templates"].items()
        },
        fingerprints={
            name: (tuple(map(int, stamp)), str(digest))
            for name, (digest, *stamp) in told["fingerprints"].items()
        },
    )
