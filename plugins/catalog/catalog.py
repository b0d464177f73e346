"""The catalog: every record of the project, typed, checked and frozen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from plugins.catalog.problems import Problem

if TYPE_CHECKING:
    from plugins.catalog.models.accessibility import Criterion
    from plugins.catalog.models.acronym import Acronym, Body
    from plugins.catalog.models.association import Association, Banner, Redirect
    from plugins.catalog.models.consent import Consent
    from plugins.catalog.models.convention import Convention
    from plugins.catalog.models.document import Document
    from plugins.catalog.models.edition import Edition
    from plugins.catalog.models.event import Event
    from plugins.catalog.models.figures import SeasonFigures
    from plugins.catalog.models.meeting import Meeting
    from plugins.catalog.models.number import OutingNumber
    from plugins.catalog.models.outline import Outline
    from plugins.catalog.models.place import Partner, Place
    from plugins.catalog.models.post import Category, Page, Post, Tutorial
    from plugins.catalog.models.series import EventSeries
    from plugins.catalog.models.team import TeamRole
    from plugins.catalog.models.territory import Commune
    from plugins.catalog.models.training import Training

T = TypeVar("T")


@dataclass(frozen=True)
class Catalog:
    """Hold every record by its slug (towns by their INSEE code), in the order of their files."""

    root: Path
    association: Association
    communes: Mapping[str, Commune]
    categories: Mapping[str, Category]
    places: Mapping[str, Place]
    partners: Mapping[str, Partner]
    events: Mapping[str, Event]
    series: Mapping[str, EventSeries]
    acronyms: Mapping[str, Acronym]
    bodies: Mapping[str, Body]
    documents: Mapping[str, Document]
    meetings: Mapping[str, Meeting]
    posts: Mapping[str, Post]
    pages: Mapping[str, Page]
    tutorials: Mapping[str, Tutorial]
    banners: tuple[Banner, ...]
    redirects: tuple[Redirect, ...]
    outlines: Mapping[str, Outline] = field(default_factory=dict)
    conventions: Mapping[str, Convention] = field(default_factory=dict)
    trainings: Mapping[str, Training] = field(default_factory=dict)
    team: Mapping[str, TeamRole] = field(default_factory=dict)
    numbers: Mapping[str, OutingNumber] = field(default_factory=dict)
    consents: Mapping[str, Consent] = field(default_factory=dict)
    criteria: Mapping[str, Criterion] = field(default_factory=dict)
    notices: tuple[Problem, ...] = ()
    """What is said to whoever builds, and stops nothing."""
    editions: Mapping[str, Edition] = field(default_factory=dict)
    figures: Mapping[str, SeasonFigures] = field(default_factory=dict)

    def venue(self, slug: str) -> Place | Partner:
        """Return the place or the partner of that name; raise `KeyError` when there is none."""
        return self.partners[slug] if slug in self.partners else self.places[slug]

    def venue_town(self, event: Event) -> str:
        """Return the INSEE code of the town where an outing takes place."""
        if event.elsewhere:
            return event.elsewhere.commune
        return self.venue(event.place or "").commune

    def number_of(self, event: Event) -> str:
        """Return the number under which an outing is told (« sortie 1007 »), or nothing while it has none."""
        return self._numbers_by_outing.get(event.slug, "")

    def events_at(self, slug: str) -> tuple[Event, ...]:
        """Return the outings of a place or a partner."""
        return self._events_by_venue.get(slug, ())

    def places_in(self, insee: str) -> tuple[Place, ...]:
        """Return the places of a town, partners left out."""
        return self._places_by_town.get(insee, ())

    def partners_in(self, insee: str) -> tuple[Partner, ...]:
        """Return the partners of a town."""
        return self._partners_by_town.get(insee, ())

    def replaces(self, acronym: str) -> tuple[Acronym, ...]:
        """Return the acronyms that this one has replaced."""
        return self._predecessors.get(acronym, ())

    def has_namesake(self, commune: Commune) -> bool:
        """Tell whether another town has the same name."""
        return self._towns_by_name[commune.name] > 1

    @cached_property
    def _towns_by_name(self) -> Counter[str]:
        return Counter(commune.name for commune in self.communes.values())

    @cached_property
    def _numbers_by_outing(self) -> dict[str, str]:
        return {number.outing: number.number for number in self.numbers.values()}

    @cached_property
    def _events_by_venue(self) -> dict[str, tuple[Event, ...]]:
        return _grouped((event.place, event) for event in self.events.values() if event.place)

    @cached_property
    def _places_by_town(self) -> dict[str, tuple[Place, ...]]:
        return _grouped((place.commune, place) for place in self.places.values())

    @cached_property
    def _partners_by_town(self) -> dict[str, tuple[Partner, ...]]:
        return _grouped((partner.commune, partner) for partner in self.partners.values())

    @cached_property
    def _predecessors(self) -> dict[str, tuple[Acronym, ...]]:
        return _grouped(
            (after, acronym) for acronym in self.acronyms.values() for after in acronym.replaced_by
        )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
