"""Draw the plan of the site: every section of the menu, and its main pages."""

from collections.abc import Iterable
from dataclasses import dataclass

from plugins.french import sort_key
from plugins.resources import Crumb, Listing, Page, Site


@dataclass(frozen=True)
class Shelf:
    """Describe a section of the plan: its words, the first words of its addresses, how deep it goes.

    `depth` 1 lists the indexes only: hundreds of acronyms or towns would drown the plan.
    """

    label: str
    words: tuple[str, ...]
    depth: int = 2


@dataclass(frozen=True)
class PlanSection:
    """Hold a section of the plan and the pages it lists."""

    label: str
    address: str
    pages: tuple[Crumb, ...]


NEWS = ("actualites",)
SHELVES = (
    Shelf("Sorties", ("sorties",)),
    Shelf("Actualités", NEWS, depth=1),
    Shelf("Documents", ("documents",)),
    Shelf("Sigles et organismes", ("sigles", "organismes"), depth=1),
    Shelf("Tutoriels", ("tutoriels",)),
    Shelf("Partenaires", ("partenaires",)),
    Shelf("Lieux et communes", ("lieux", "communes", "carte"), depth=1),
    Shelf("Référents", ("referents",)),
    Shelf("L’association", ("association", "formations", "rencontres")),
)
REST = "Ce site"
PLAN = "/plan/"


def plan_page(site: Site, pages: Iterable[Listing]) -> Page:
    """Return the HTML plan."""
    categories = {item.category.address: item.category for item in site.news}
    return Page(
        address=PLAN,
        template="site-map",
        title="Plan du site",
        description="Toutes les rubriques du site et leurs pages principales.",
        context={"sections": plan_sections(pages, categories.values())},
    )


def plan_sections(pages: Iterable[Listing], categories: Iterable[Crumb]) -> tuple[PlanSection, ...]:
    """Sort the pages into sections; a page of no known section is listed under « Ce site »."""
    listed = sorted((page for page in pages if page.indexed), key=_reading_order)
    sections = [_section(shelf, listed, categories) for shelf in SHELVES]
    known = {word for shelf in SHELVES for word in shelf.words}
    rest = [page for page in listed if len(_words(page)) <= 1 and not known.intersection(_words(page))]
    if rest:
        sections.append(PlanSection(REST, PLAN, tuple(_crumb(page) for page in rest)))
    return tuple(section for section in sections if section.address)


def _section(shelf: Shelf, listed: list[Listing], categories: Iterable[Crumb]) -> PlanSection:
    """Make a section headed by its index, or by its first page while the index is not written."""
    own = [
        page
        for page in listed
        if set(_words(page)[:1]) & set(shelf.words) and len(_words(page)) <= shelf.depth
    ]
    head = next(
        (page.address for page in own if _words(page) == shelf.words[:1]), own[0].address if own else ""
    )
    crumbs = [_crumb(page) for page in own if page.address != head]
    if shelf.words == NEWS:
        crumbs += sorted(categories, key=lambda crumb: sort_key(crumb.label))
    return PlanSection(shelf.label, head, tuple(crumbs))


def _words(page: Listing) -> tuple[str, ...]:
    return tuple(word for word in page.address.split("/") if word)


def _reading_order(page: Listing) -> tuple[int, tuple[str, str, str], str]:
    return len(_words(page)), sort_key(page.title), page.address


def _crumb(page: Listing) -> Crumb:
    return Crumb(page.title, page.address)
