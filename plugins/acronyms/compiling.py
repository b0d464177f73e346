"""Compile the pages of the acronyms and of the social bodies."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.acronyms.facts import acronym_facts, body_questions
from plugins.acronyms.history import history_page
from plugins.acronyms.structured_data import body_data, defined_term, term_set
from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body, Domain
from plugins.french import plural, sort_key
from plugins.resources import Crumb, File, Page, Resource, Site
from plugins.views.annotation import Annotator
from plugins.views.cards import AcronymCard, BodyCard, Chip, acronym_card, body_card
from plugins.views.neighbours import Neighbours
from plugins.views.shelves import (
    BodyGroup,
    Letter,
    LetterPage,
    alphabetical,
    by_domain,
    by_letter,
    domain_address,
    domain_chip,
    domain_pages,
)

ACRONYMS = Crumb("Sigles", "/sigles/")
BODIES = Crumb("Organismes", "/organismes/")


@dataclass(frozen=True)
class Booklet:
    """Hold what every page of the section reads, in order and indexed once."""

    catalog: Catalog
    url: str
    acronyms: tuple[Acronym, ...]
    bodies: tuple[Body, ...]
    acronyms_by_domain: dict[Domain, tuple[Acronym, ...]]
    bodies_by_domain: dict[Domain, tuple[Body, ...]]
    acronym_cards: dict[str, AcronymCard]
    body_cards: dict[str, BodyCard]
    neighbours: Neighbours
    annotator: Annotator

    def show(self, acronyms: tuple[Acronym, ...]) -> tuple[AcronymCard, ...]:
        """Return the cards of some acronyms."""
        return tuple(self.acronym_cards[acronym.slug] for acronym in acronyms)

    def show_bodies(self, bodies: tuple[Body, ...]) -> tuple[BodyCard, ...]:
        """Return the cards of some bodies."""
        return tuple(self.body_cards[body.slug] for body in bodies)

    def domains(self) -> tuple[Domain, ...]:
        """Return the domains that have an acronym or a body."""
        return tuple(
            domain for domain in Domain if self.acronyms_by_domain[domain] or self.bodies_by_domain[domain]
        )

    def chips(self, current: Domain | None = None) -> tuple[Chip, ...]:
        """Link to the page of every domain."""
        return tuple(
            domain_chip(domain, len(self.acronyms_by_domain[domain]), current=domain is current)
            for domain in self.domains()
        )


def compile_acronyms(site: Site) -> Iterator[Resource]:
    """Return the acronyms by letter, by domain and one by one, and the bodies likewise."""
    booklet = _open(site)
    letters = by_letter(booklet.acronyms, booklet.acronym_cards)
    yield _index_page(booklet, letters)
    yield _plain_list(booklet)
    yield from (_letter_page(page, letter, letters) for letter in letters for page in letter.pages)
    yield history_page(booklet.acronyms, booklet.catalog, ACRONYMS)
    for domain in booklet.domains():
        yield from _domain_pages(booklet, domain)
    yield from (_acronym_page(booklet, acronym) for acronym in booklet.acronyms)
    yield _bodies_page(booklet)
    yield from (_body_page(booklet, body) for body in booklet.bodies)


def _open(site: Site) -> Booklet:
    catalog = site.catalog
    acronyms = alphabetical(catalog.acronyms.values())
    bodies = tuple(sorted(catalog.bodies.values(), key=lambda body: sort_key(body.name)))
    return Booklet(
        catalog=catalog,
        url=site.url,
        acronyms=acronyms,
        bodies=bodies,
        acronyms_by_domain=by_domain(acronyms),
        bodies_by_domain=by_domain(bodies),
        acronym_cards={acronym.slug: acronym_card(acronym) for acronym in acronyms},
        body_cards={body.slug: body_card(body, catalog) for body in bodies},
        neighbours=Neighbours(catalog),
        annotator=Annotator(catalog),
    )


def _index_page(booklet: Booklet, letters: tuple[Letter, ...]) -> Page:
    count = len(booklet.acronyms)
    return Page(
        address="/sigles/",
        template="acronyms",
        title="Les sigles du social, de A à Z",
        description=f"{plural(count, 'sigle')} du secteur social expliqués en mots simples, avec ceux qui n’ont plus cours.",
        context={
            "letters": letters,
            "count": count,
            "domains": booklet.chips(),
            "described": term_set(booklet.catalog.association, booklet.url),
        },
    )


def _letter_page(page: LetterPage, letter: Letter, letters: tuple[Letter, ...]) -> Page:
    several = f", {page.span}" if len(letter.pages) > 1 else ""
    return Page(
        address=page.address,
        template="acronyms-letter",
        title=f"Les sigles en {page.letter}{several}",
        description=f"{plural(len(page.acronyms), 'sigle')} du secteur social, {page.span}.",
        context={
            "letters": letters,
            "acronyms": page.acronyms,
            "more": tuple(other for other in letter.pages if other is not page),
        },
        breadcrumbs=(ACRONYMS,),
    )


def _plain_list(booklet: Booklet) -> File:
    """Return every acronym on a line of its own: one page to search with the browser, and light."""
    lines = (
        f"{card.acronym}\u00a0: {card.expansion}{'' if card.current else ' (ancien)'}"
        for card in booklet.show(booklet.acronyms)
    )
    return File("/sigles/liste.txt", "\n".join((*lines, "")).encode())


def _domain_pages(booklet: Booklet, domain: Domain) -> Iterator[Page]:
    """Return the page of a domain, with its bodies; the acronyms of a large one go on over the next pages."""
    acronyms, bodies = booklet.acronyms_by_domain[domain], booklet.bodies_by_domain[domain]
    pages = domain_pages(domain, booklet.show(acronyms))
    for page in pages or (LetterPage(domain.label, domain_address(domain), ()),):
        several = f", {page.span}" if len(pages) > 1 else ""
        is_first = page.address == domain_address(domain)
        yield Page(
            address=page.address,
            template="acronyms-domain",
            title=f"Sigles\u00a0: {domain.label}{several}",
            description=f"{plural(len(acronyms), 'sigle')} du domaine «\u00a0{domain.label}\u00a0», expliqués en mots "
            f"simples{several}.",
            context={
                "domain": domain.label,
                "count": len(acronyms),
                "acronyms": page.acronyms,
                "bodies": booklet.show_bodies(bodies) if is_first else (),
                "domains": booklet.chips(domain),
                "more": tuple(other for other in pages if other is not page),
            },
            breadcrumbs=(ACRONYMS,) if is_first else (ACRONYMS, Crumb(domain.label, domain_address(domain))),
        )


def _acronym_page(booklet: Booklet, acronym: Acronym) -> Page:
    around = booklet.neighbours
    return Page(
        address=acronym.address,
        template="acronym",
        title=_title(acronym),
        description=f"{_title(acronym)}. {acronym.definition}",
        context={
            "acronym": acronym,
            "domains": tuple(domain_chip(domain) for domain in dict.fromkeys(acronym.domains)),
            "before": booklet.show(around.before(acronym)),
            "after": booklet.show(around.after(acronym)),
            "homonyms": booklet.show(around.homonyms(acronym)),
            "related": booklet.show(around.related(acronym)),
            "bodies": booklet.show_bodies(around.bodies(acronym)),
            "facts": acronym_facts(acronym, booklet.catalog),
            "described": defined_term(acronym, booklet.url),
        },
        breadcrumbs=(ACRONYMS,),
        modified=acronym.verified_on,
    )


def _bodies_page(booklet: Booklet) -> Page:
    count = len(booklet.bodies)
    groups = tuple(
        BodyGroup(domain.label, domain.value, booklet.show_bodies(bodies))
        for domain, bodies in booklet.bodies_by_domain.items()
        if bodies
    )
    return Page(
        address="/organismes/",
        template="bodies",
        title="Les organismes sociaux",
        description=f"{plural(count, 'organisme')}\u00a0: à quoi ils servent, pour qui, qui décide et comment les joindre.",
        context={"groups": groups, "count": count},
        breadcrumbs=(ACRONYMS,),
    )


def _body_page(booklet: Booklet, body: Body) -> Page:
    acronyms = tuple(booklet.catalog.acronyms[slug] for slug in dict.fromkeys(body.acronyms))
    return Page(
        address=body.address,
        template="body",
        title=body.name,
        description=body.role,
        context={
            "body": body,
            "acronyms": booklet.show(acronyms),
            "domains": tuple(domain_chip(domain) for domain in dict.fromkeys(body.domains)),
            "questions": body_questions(body, booklet.annotator),
            "described": body_data(body, booklet.catalog, booklet.url),
        },
        breadcrumbs=(ACRONYMS, BODIES),
        modified=body.verified_on,
    )


def _title(acronym: Acronym) -> str:
    same = sort_key(acronym.acronym)[0] == sort_key(acronym.expansion)[0]
    return acronym.acronym if same else f"{acronym.acronym}\u00a0: {acronym.expansion}"
