"""Lay acronyms and bodies out by letter and by domain."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from plugins.catalog.models.acronym import Acronym, Body, Domain
from plugins.french import initial, slugify, sort_key
from plugins.views.cards import AcronymCard, BodyCard, Chip

Filed = TypeVar("Filed", Acronym, Body)


LONGEST_PAGE = 66
"""Acronyms on one page of a letter or of a domain: more would weigh more than a page may (10 kB with its styles)."""


@dataclass(frozen=True)
class LetterPage:
    """Hold one page of the acronyms that begin with a letter, or that are of a domain: a long one has several."""

    letter: str
    address: str
    acronyms: tuple[AcronymCard, ...]

    @property
    def span(self) -> str:
        """Tell from which acronym to which the page goes."""
        first, last = self.acronyms[0].acronym, self.acronyms[-1].acronym
        return first if first == last else f"de {first} à {last}"


@dataclass(frozen=True)
class Letter:
    """Hold the pages of a letter; `anchor` is its place on the page of all letters."""

    label: str
    anchor: str
    pages: tuple[LetterPage, ...]

    @property
    def address(self) -> str:
        """Return the address of the first page of the letter."""
        return self.pages[0].address


@dataclass(frozen=True)
class BodyGroup:
    """Hold the bodies of a domain; `anchor` is the place to jump to."""

    label: str
    anchor: str
    bodies: tuple[BodyCard, ...]


def alphabetical(acronyms: Iterable[Acronym]) -> tuple[Acronym, ...]:
    """Sort acronyms as a French dictionary does; the meanings of the same letters follow each other."""
    return tuple(
        sorted(acronyms, key=lambda acronym: (sort_key(acronym.acronym), sort_key(acronym.expansion)))
    )


def by_letter(acronyms: Iterable[Acronym], cards: Mapping[str, AcronymCard]) -> tuple[Letter, ...]:
    """File acronyms already in order under their first letter: É goes under E, digits come last."""
    letters: defaultdict[str, list[AcronymCard]] = defaultdict(list)
    for acronym in acronyms:
        letters[initial(acronym.acronym)].append(cards[acronym.slug])
    return tuple(
        Letter(letter, _anchor(letter), tuple(_pages(letter, _letter_address(letter), letters[letter])))
        for letter in sorted(letters, key=_letter_order)
    )


def by_domain(records: Iterable[Filed]) -> dict[Domain, tuple[Filed, ...]]:
    """File each record under all of its domains, in the order of the domains; empty domains are kept."""
    shelves: dict[Domain, list[Filed]] = {domain: [] for domain in Domain}
    for record in records:
        for domain in dict.fromkeys(record.domains):
            shelves[domain].append(record)
    return {domain: tuple(filed) for domain, filed in shelves.items()}


def domain_address(domain: Domain) -> str:
    """Return the address of the page of a domain."""
    return f"/sigles/domaine/{domain.value}/"


def domain_pages(domain: Domain, acronyms: Iterable[AcronymCard]) -> tuple[LetterPage, ...]:
    """Cut the acronyms of a domain, already in order, into pages."""
    return tuple(_pages(domain.label, domain_address(domain), list(acronyms)))


def domain_chip(domain: Domain, count: int | None = None, *, current: bool = False) -> Chip:
    """Link to the page of a domain."""
    return Chip(domain.label, domain_address(domain), count, current)


def _pages(letter: str, base: str, acronyms: list[AcronymCard]) -> Iterator[LetterPage]:
    """Cut a letter or a domain into the fewest pages, of much the same length; an empty one has none."""
    count = ceil(len(acronyms) / LONGEST_PAGE)
    length = ceil(len(acronyms) / (count or 1))
    for number in range(count):
        shown = tuple(acronyms[number * length : (number + 1) * length])
        yield LetterPage(letter, f"{base}{number + 1}/" if number else base, shown)


def _letter_address(letter: str) -> str:
    return f"/sigles/lettre/{slugify(letter) or 'autres'}/"


def _letter_order(letter: str) -> tuple[bool, str]:
    return not letter.isalpha(), letter


def _anchor(letter: str) -> str:
    return f"lettre-{letter.lower()}" if letter != "#" else "autres"
