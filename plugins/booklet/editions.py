"""Tell which edition of the booklet this one is, and what is new since the one before."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.catalog import Catalog
from plugins.catalog.models.acronym import Acronym, Body
from plugins.catalog.models.base import Record
from plugins.catalog.models.edition import Edition
from plugins.formats.kept import digest
from plugins.french import format_date


@dataclass(frozen=True)
class Issue:
    """Hold the edition that a booklet is.

    `dated` is the day it was closed, or the day its preparation began: what is written inside files never
    depends on the day of the build. `new` holds the slugs that the edition before did not have.
    """

    number: int
    dated: date
    is_closed: bool
    before: date | None
    new_acronyms: frozenset[str]
    new_bodies: frozenset[str]
    gone: int
    fingerprint: str

    @property
    def name(self) -> str:
        """Return its name: « 1re édition », « 2e édition, en préparation »."""
        return f"{ordinal(self.number)} édition" + ("" if self.is_closed else ", en préparation")

    @property
    def when(self) -> str:
        """Return what is said of its date."""
        verb = "Fermée le" if self.is_closed else "Commencée le"
        return f"{verb} {format_date(self.dated, 'medium')}"


def ordinal(number: int) -> str:
    """Return a feminine rank: « 1re », « 2e »."""
    return f"{number}{'re' if number == 1 else 'e'}"


def current_issue(catalog: Catalog, today: date) -> Issue:
    """Return the edition being read: the last one while not a word has changed, the next one otherwise.

    `today` only dates a booklet of which no edition was ever written.
    """
    editions = tuple(catalog.editions.values())
    closed = tuple(edition for edition in editions if edition.closed_on)
    fingerprint = content_digest(catalog)
    last = editions[-1] if editions else None
    if last and last.closed_on and last.digest == fingerprint:
        return _issue(catalog, last.number, last.closed_on, closed[-2:-1], fingerprint, is_closed=True)
    if last and not last.closed_on:
        number, opened = last.number, last.opened_on
    elif last and last.closed_on:
        number, opened = last.number + 1, last.closed_on
    else:
        number, opened = 1, today
    return _issue(catalog, number, opened, closed[-1:], fingerprint, is_closed=False)


def content_digest(catalog: Catalog) -> str:
    """Return the SHA-256 of all that the acronyms and the bodies say: one word changed changes it."""
    said = [_said(known_acronyms(catalog)), _said(known_bodies(catalog))]
    return digest(json.dumps(said, ensure_ascii=False, sort_keys=True))


def known_acronyms(catalog: Catalog) -> tuple[Acronym, ...]:
    """Return the acronyms of the booklet by slug: all but the examples."""
    return tuple(sorted(_real(catalog.acronyms.values()), key=lambda found: found.slug))


def known_bodies(catalog: Catalog) -> tuple[Body, ...]:
    """Return the bodies of the booklet by slug: all but the examples."""
    return tuple(sorted(_real(catalog.bodies.values()), key=lambda found: found.slug))


def _issue(
    catalog: Catalog,
    number: int,
    dated: date,
    before: tuple[Edition, ...],
    fingerprint: str,
    *,
    is_closed: bool,
) -> Issue:
    acronyms = frozenset(found.slug for found in known_acronyms(catalog))
    bodies = frozenset(found.slug for found in known_bodies(catalog))
    former = before[0] if before else None
    had, had_bodies = (frozenset(former.acronyms), frozenset(former.bodies)) if former else (acronyms, bodies)
    return Issue(
        number=number,
        dated=dated,
        is_closed=is_closed,
        before=former.closed_on if former else None,
        new_acronyms=acronyms - had,
        new_bodies=bodies - had_bodies,
        gone=len(had - acronyms) + len(had_bodies - bodies),
        fingerprint=fingerprint,
    )


def _said(records: Iterable[Record]) -> list[dict[str, object]]:
    return [record.model_dump(mode="json", by_alias=True, exclude_defaults=True) for record in records]


def _real(records: Iterable[Acronym | Body]) -> Iterable[Acronym | Body]:
    return (record for record in records if not record.example)
