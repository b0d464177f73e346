"""Find what stands around an acronym. The indexes are built once: five hundred pages read them."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.french import sort_key


class Neighbours:
    """Answer, for one acronym, which acronyms and bodies stand around it."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._same_letters = _same_letters(catalog.acronyms.values())
        self._bodies = _bodies_by_acronym(catalog.bodies.values())

    def before(self, acronym: Acronym) -> tuple[Acronym, ...]:
        """Return all that this acronym has replaced, the oldest first: ANPE, then Pôle emploi."""
        return tuple(_reached(acronym, lambda later: self._catalog.replaces(later.slug)))

    def after(self, acronym: Acronym) -> tuple[Acronym, ...]:
        """Return all that has replaced this acronym, in order of time.

        The chain goes to its end: what replaced an acronym of 2009 may itself be out of use today.
        """
        return tuple(reversed(_reached(acronym, lambda earlier: self._all(reversed(earlier.replaced_by)))))

    def homonyms(self, acronym: Acronym) -> tuple[Acronym, ...]:
        """Return the other meanings: those written in the file, then those with the same letters."""
        letters = (other.slug for other in self._same_letters[_letters(acronym)])
        found = dict.fromkeys([*acronym.homonyms, *letters])
        return self._all(slug for slug in found if slug != acronym.slug)

    def related(self, acronym: Acronym) -> tuple[Acronym, ...]:
        """Return the acronyms to see also, without those that the page already shows elsewhere."""
        shown = {acronym.slug}
        for others in (self.before(acronym), self.after(acronym), self.homonyms(acronym)):
            shown |= {other.slug for other in others}
        return self._all(slug for slug in dict.fromkeys(acronym.see_also) if slug not in shown)

    def bodies(self, acronym: Acronym) -> tuple[Body, ...]:
        """Return the bodies that use the acronym, by name."""
        return self._bodies.get(acronym.slug, ())

    def _all(self, slugs: Iterable[str]) -> tuple[Acronym, ...]:
        return tuple(self._catalog.acronyms[slug] for slug in slugs)


def _reached(start: Acronym, onward: Callable[[Acronym], Iterable[Acronym]]) -> list[Acronym]:
    """Return all that can be reached, each one after all that it leads to, without the start."""
    seen = {start.slug}
    ordered: list[Acronym] = []

    def visit(acronym: Acronym) -> None:
        for other in onward(acronym):
            if other.slug not in seen:
                seen.add(other.slug)
                visit(other)
                ordered.append(other)

    visit(start)
    return ordered


def _letters(acronym: Acronym) -> str:
    return sort_key(acronym.acronym)[0].replace(" ", "")


def _same_letters(acronyms: Iterable[Acronym]) -> dict[str, list[Acronym]]:
    groups: defaultdict[str, list[Acronym]] = defaultdict(list)
    for acronym in acronyms:
        groups[_letters(acronym)].append(acronym)
    return dict(groups)


def _bodies_by_acronym(bodies: Iterable[Body]) -> dict[str, tuple[Body, ...]]:
    index: defaultdict[str, list[Body]] = defaultdict(list)
    for body in sorted(bodies, key=lambda body: sort_key(body.name)):
        for slug in dict.fromkeys(body.acronyms):
            index[slug].append(body)
    return {slug: tuple(users) for slug, users in index.items()}
