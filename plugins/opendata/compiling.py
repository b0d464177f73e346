"""Compile the page of the open data, the page of each set with its columns, and every file."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.french import format_date, format_size
from plugins.opendata.booklet import acronyms_set, bodies_set
from plugins.opendata.catalogue import catalogue, dataset, summary
from plugins.opendata.dataset import PAGE, DataFile, Dataset
from plugins.opendata.outings import outings_set
from plugins.opendata.partners import partners_set
from plugins.opendata.places import places_set
from plugins.opendata.rendezvous import rendezvous_set
from plugins.opendata.writing import json_bytes
from plugins.resources import Crumb, File, Page, Resource, Site
from plugins.views.cards import Fact

CATALOGUE = PAGE + "catalogue.json"
BOOKLET_TABLE = "/sigles/sigles.csv"
TITLE = "Données ouvertes"


@dataclass(frozen=True)
class Download:
    """Hold what the button of a file says."""

    address: str
    name: str
    details: str


@dataclass(frozen=True)
class Block:
    """Hold what the pages say of a set of data; `address` is that of its own page."""

    anchor: str
    address: str
    label: str
    description: str
    facts: tuple[Fact, ...]
    files: tuple[Download, ...]
    columns: tuple[Fact, ...]
    notes: tuple[str, ...]


def compile_open_data(site: Site) -> Iterator[Resource]:
    """Return the page, that of each set, the catalogue and the files."""
    sets = all_sets(site)
    yield _page(sets, site)
    yield from (_set_page(found, site) for found in sets)
    yield File(CATALOGUE, json_bytes(catalogue(sets, site)))
    yield from (file.file for found in sets for file in found.files)
    yield from _beside_the_booklet(sets)


def _beside_the_booklet(sets: tuple[Dataset, ...]) -> Iterator[File]:
    """Return the table of the acronyms again, at the address that the booklet gives on paper."""
    for file in (file for found in sets if found.slug == "sigles" for file in found.files):
        if file.name == "sigles.csv":
            yield File(BOOKLET_TABLE, file.content)


def all_sets(site: Site) -> tuple[Dataset, ...]:
    """Return every set, in the order of the page."""
    return (
        outings_set(site),
        places_set(site),
        partners_set(site),
        acronyms_set(site),
        bodies_set(site),
        rendezvous_set(site),
    )


def _page(sets: tuple[Dataset, ...], site: Site) -> Page:
    return Page(
        address=PAGE,
        template="opendata",
        title=TITLE,
        description="Sorties, lieux, sigles, organismes et rendez-vous, en fichiers à reprendre librement.",
        context={
            "blocks": tuple(_block(found) for found in sets),
            "catalogue": CATALOGUE,
            "described": summary(sets, site),
            "made_on": format_date(site.today, "medium"),
            "example": any(found.example for found in sets),
        },
    )


def _set_page(found: Dataset, site: Site) -> Page:
    return Page(
        address=found.address,
        template="dataset",
        title=f"Données : {found.title[:1].lower()}{found.title[1:]}",
        description=found.description,
        context={
            "block": _block(found),
            "described": dataset(found, site),
            "made_on": format_date(site.today, "medium"),
            "example": found.example,
        },
        breadcrumbs=(Crumb(TITLE, PAGE),),
    )


def _block(found: Dataset) -> Block:
    return Block(
        anchor=found.slug,
        address=found.address,
        label=found.title,
        description=found.description,
        facts=(
            Fact("Combien", found.counted),
            Fact("Licence", found.licence.name, found.licence.address),
        ),
        files=tuple(_download(file) for file in found.files),
        columns=found.columns,
        notes=found.notes,
    )


def _download(file: DataFile) -> Download:
    size = format_size(len(file.content))
    details = ", ".join(words for words in (file.format, file.follows, size) if words)
    return Download(file.file.address, file.name, details)
