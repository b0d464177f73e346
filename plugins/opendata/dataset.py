"""What a set of data is: what it holds, in which files, under which licence."""

from dataclasses import dataclass
from typing import Any

from plugins.catalog.models.base import Record
from plugins.resources import File, Site
from plugins.views.cards import Fact

PAGE = "/donnees/"


@dataclass(frozen=True)
class Licence:
    """Hold a licence: its name, its text on the Web."""

    name: str
    address: str


TEXTS = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr")
PUBLIC = Licence("Licence Ouverte 2.0", "https://www.etalab.gouv.fr/licence-ouverte-open-licence/")


@dataclass(frozen=True)
class DataFile:
    """Hold a file of a set: its name, its format in words, its media type, its bytes, what it follows."""

    name: str
    format: str
    media_type: str
    content: bytes
    follows: str = ""

    @property
    def file(self) -> File:
        """Return the file to write."""
        return File(PAGE + self.name, self.content)


@dataclass(frozen=True)
class Dataset:
    """Hold a set of data; `counted` reads like « 515 sigles », `columns` explains each field.

    `example` tells that labelled examples are among the records, which only a preview may hold.
    """

    slug: str
    title: str
    description: str
    counted: str
    licence: Licence
    files: tuple[DataFile, ...]
    columns: tuple[Fact, ...]
    notes: tuple[str, ...] = ()
    example: bool = False

    @property
    def address(self) -> str:
        """Return the address of the page that explains the set."""
        return f"{PAGE}{self.slug}/"


def given(record: Record, site: Site) -> bool:
    """Tell whether a record may be given: the labelled examples never leave the preview."""
    return not (site.production and record.example)


def heading(dataset_title: str, licence: Licence, site: Site) -> dict[str, Any]:
    """Return what a JSON file says of itself before its records."""
    return {
        "titre": dataset_title,
        "auteur": site.catalog.association.name,
        "licence": licence.address,
        "mise_a_jour": site.today.isoformat(),
        "description": site.url + PAGE,
    }
