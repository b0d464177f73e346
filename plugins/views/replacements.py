"""Say in words what an acronym that is out of use has become."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plugins.catalog import Catalog
from plugins.french import enumerate_fr

if TYPE_CHECKING:
    from plugins.catalog.models.acronym import Acronym

_TOO_SHORT = 2  # letters: « FT » alone says nothing, « France Travail » does


def became(acronym: Acronym, catalog: Catalog) -> str:
    """Return « depuis 2009 : RSA », with what is said today when that has changed again; or nothing."""
    if acronym.is_current:
        return ""
    when = f"depuis {acronym.until}" if acronym.until else "ensuite"
    if acronym.replaced_by_text:
        return f"{when}\u00a0: {acronym.replaced_by_text}"
    first = tuple(catalog.acronyms[slug] for slug in acronym.replaced_by)
    if not first:
        return f"n’est plus utilisé depuis {acronym.until}"
    words = f"{when}\u00a0: {enumerate_fr([spoken(later) for later in first])}"
    today = [spoken(last) for last in dict.fromkeys(_last(acronym, catalog, frozenset()))]
    if all(later.is_current for later in first):
        return words
    return f"{words}\u00a0; aujourd’hui\u00a0: {enumerate_fr(today)}"


def spoken(acronym: Acronym) -> str:
    """Return an acronym as people understand it: two letters are said in full."""
    return acronym.expansion if len(acronym.acronym) <= _TOO_SHORT else acronym.acronym


def _last(acronym: Acronym, catalog: Catalog, seen: frozenset[str]) -> Iterator[Acronym]:
    for slug in acronym.replaced_by:
        later = catalog.acronyms[slug]
        if later.is_current:
            yield later
        elif slug not in seen:
            yield from _last(later, catalog, seen | {slug})
