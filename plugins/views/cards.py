"""The cards of the lists, and the small parts shared by pages."""

from dataclasses import dataclass
from functools import lru_cache

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.catalog.models.document import Document
from plugins.catalog.models.place import Place
from plugins.french import format_date
from plugins.resources import NewsItem
from plugins.views.towns import town_label


@dataclass(frozen=True)
class Chip:
    """Hold a filter link: words, address, how many things it leads to, whether it is the current page."""

    label: str
    address: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True)
class Fact:
    """Hold one row of a facts table; with an `address`, the value is a link."""

    label: str
    value: str
    address: str | None = None


@lru_cache(maxsize=4096)
def fact(label: str, value: str, address: str | None = None) -> Fact:
    """Return a row, the same one for the same words: outings have most of theirs in common."""
    return Fact(label, value, address)


@dataclass(frozen=True)
class EventCard:
    """Hold an outing in a list. `starts` and `ends` are ISO 8601 with offset (or a plain day).

    `last` is the end of its last date, when the one that is shown is not the last. `drawing` is a path.
    """

    address: str
    title: str
    summary: str
    genre: str
    tint: str
    weekday: str
    day: str
    month: str
    hour: str
    until: str
    starts: str
    ends: str
    place: str
    commune: str
    free: str
    chips: tuple[str, ...] = ()
    status: str = ""
    former: str = ""
    example: bool = False
    last: str = ""
    drawing: str = ""


@dataclass(frozen=True)
class SeriesCard:
    """Hold a recurring event: when its next edition is, and how that is known."""

    address: str
    name: str
    when: str
    state: str
    state_label: str
    free: str
    disciplines: tuple[str, ...]
    where: str
    starts: str = ""
    ends: str = ""


@dataclass(frozen=True)
class PostCard:
    """Hold a post in a list."""

    address: str
    title: str
    date: str
    date_text: str
    category: str
    category_address: str
    summary: str


@dataclass(frozen=True)
class AcronymCard:
    """Hold one meaning of an acronym in a list."""

    address: str
    acronym: str
    expansion: str
    definition: str
    current: bool
    to_check: bool


@dataclass(frozen=True)
class BodyCard:
    """Hold a social body in a list."""

    address: str
    name: str
    role: str
    acronyms: tuple[str, ...]


@dataclass(frozen=True)
class PlaceCard:
    """Hold a place or a partner in a list."""

    address: str
    name: str
    type: str
    commune: str
    commune_address: str
    disciplines: tuple[str, ...]
    closed: bool = False
    example: bool = False


@dataclass(frozen=True)
class DocumentCard:
    """Hold a document in a list: `details` reads like « PDF, 2 pages, 120 ko »."""

    address: str
    title: str
    type: str
    date: str
    date_text: str
    summary: str
    details: str


def post_card(item: NewsItem) -> PostCard:
    """Show a published post."""
    return PostCard(
        address=item.address,
        title=item.title,
        date=item.date.isoformat(),
        date_text=format_date(item.date, "medium"),
        category=item.category.label,
        category_address=item.category.address,
        summary=item.summary or "",
    )


def acronym_card(acronym: Acronym) -> AcronymCard:
    """Show one meaning of an acronym."""
    return AcronymCard(
        address=acronym.address,
        acronym=acronym.acronym,
        expansion=acronym.expansion,
        definition=acronym.definition,
        current=acronym.is_current,
        to_check=bool(acronym.to_check),
    )


def body_card(body: Body, catalog: Catalog) -> BodyCard:
    """Show a social body with its acronyms."""
    acronyms = tuple(catalog.acronyms[slug].acronym for slug in body.acronyms)
    return BodyCard(address=body.address, name=body.name, role=body.role, acronyms=acronyms)


def document_card(document: Document, details: str) -> DocumentCard:
    """Show a document; `details` tells its format, its pages and its size as far as they are known."""
    return DocumentCard(
        address=document.address,
        title=document.title,
        type=document.type.label,
        date=document.issued.isoformat(),
        date_text=format_date(document.issued, "medium"),
        summary=document.summary,
        details=details,
    )


def place_card(place: Place, catalog: Catalog) -> PlaceCard:
    """Show a place or a partner with its town."""
    commune = catalog.communes[place.commune]
    return PlaceCard(
        address=place.address,
        name=place.name,
        type=place.type.label,
        commune=town_label(commune, catalog),
        commune_address=commune.address,
        disciplines=place.disciplines,
        closed=bool(place.closed),
        example=place.example,
    )
