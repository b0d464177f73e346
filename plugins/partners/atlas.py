"""The maps: each town that has something is a mark on the drawing; the list of the towns says the same in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Any

from plugins.catalog.models.territory import Commune, Department
from plugins.french import enumerate_fr, plural, sort_key
from plugins.partners.territory import Presence, Territory
from plugins.partners.towns import TOWNS
from plugins.resources import Crumb, Page
from plugins.views.maps import Land, Projection, land, projection
from plugins.views.towns import town_label

ATLAS = "/carte/"
WIDTH = 600  # units; a phone of 320 pixels shows each as half a pixel, a wide screen as a pixel
MARGIN = 12
GRAIN = 3  # units: on a phone, a little more than the line that is drawn
MOST_MARKS, MOST_HERE = 40, 60
"""Towns on the map of both departments, and of one, those with most first: more would weigh more than a page may."""
SMALLEST = 5
GROWTH = 2
LETTER = 25  # units: the height of a name on a phone, where it is largest beside the map
LETTER_WIDTH = 0.56  # of its height: a bold system font, on average
SPREAD = 1.25  # what a reader who spaces letters out makes of it (WCAG 2.2, 1.4.12)
AROUND = 30  # units: the margin of the page on a phone
MOST_NAMES = 8
MOST_HIDDEN = 4  # marks under one name: they stay in the list, and above on a wide screen
HEART = 9  # a heart weighs as much as that
APART = 60  # units between two named towns


@dataclass(frozen=True)
class Mark:
    """Hold a town on the map: a heart for outings, a lozenge for partners, a disc for places; its half-width."""

    name: str
    address: str
    note: str
    shape: str
    x: int
    y: int
    size: float


@dataclass(frozen=True)
class MarkName:
    """Hold the name written beside a mark; `side` is the end of the words that touches it, as SVG calls it."""

    name: str
    x: int
    y: int
    side: str


@dataclass(frozen=True)
class Box:
    """Hold the room that a name takes."""

    left: float
    top: float
    right: float
    bottom: float

    def fits(self, frame: Projection) -> bool:
        """Tell whether a name stays on the page, its letters spaced out."""
        more = (self.right - self.left) * (SPREAD - 1) - AROUND
        return self.left >= more and self.right + more <= frame.width

    def touches(self, other: "Box") -> bool:
        """Tell whether two names would be written one over the other."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, mark: Mark) -> bool:
        """Tell whether the middle of a mark would be hidden."""
        return self.left < mark.x < self.right and self.top < mark.y < self.bottom


@dataclass(frozen=True)
class Atlas:
    """Hold the whole drawing, and what it shows in words. What is drawn last is on top: hearts after the rest, small marks after large ones."""

    title: str
    land: Land
    marks: tuple[Mark, ...]
    names: tuple[MarkName, ...]


SHAPES = ("heart", "lozenge", "disc")
BOTH = Crumb("La carte", ATLAS)
ABOUT = {
    Department.ARDECHE: Crumb("La carte de l’Ardèche", f"{ATLAS}ardeche/"),
    Department.DROME: Crumb("La carte de la Drôme", f"{ATLAS}drome/"),
}


def atlas_pages(territory: Territory) -> Iterator[Page]:
    """Return the map of the two departments, where the richest towns are, and one for each."""
    towns = sorted(territory.lively_towns, key=lambda town: _wealth(territory.presence(town), town))
    by_department = {
        department: [town for town in towns if town.department is department] for department in ABOUT
    }
    maps = tuple(ABOUT[department] for department, here in by_department.items() if here)
    yield _atlas_page(BOTH, towns[:MOST_MARKS], len(towns), territory, maps)
    for department, here in by_department.items():
        if here:
            about = ABOUT[department]
            others = tuple(other for other in (BOTH, *maps) if other != about)
            yield _atlas_page(about, here[:MOST_HERE], len(here), territory, others)


def _atlas_page(
    about: Crumb, towns: list[Commune], count: int, territory: Territory, others: tuple[Crumb, ...]
) -> Page:
    departments = tuple(department for department in Department if about in {BOTH, ABOUT[department]})
    where = enumerate_fr(department.label for department in departments)
    shapes = {_shape(territory.presence(town)) for town in towns}
    return Page(
        address=about.address,
        template="atlas",
        title=about.label,
        description=f"{plural(count, 'commune')} où sortir ({where}) : sorties gratuites, lieux de culture et partenaires, "
        "sur une carte.",
        context={
            "atlas": _atlas(towns, territory, departments),
            "shown": len(towns),
            "count": count,
            "others": others,
            "shapes": tuple(sorted(shapes, key=SHAPES.index)),
        },
        breadcrumbs=(TOWNS,) if about == BOTH else (TOWNS, BOTH),
    )


def _atlas(towns: list[Commune], territory: Territory, departments: tuple[Department, ...]) -> Atlas:
    catalog = territory.catalog
    frame = projection(catalog, WIDTH, MARGIN, departments)
    drawn = sorted(towns, key=lambda town: _rank(territory.presence(town), town))
    marks = tuple(_mark(town, territory.presence(town), frame, territory) for town in drawn)
    names = _names(sorted(towns, key=lambda town: (-town.population, town.insee)), marks, frame)
    title = "Carte de la Drôme et de l’Ardèche" if len(departments) > 1 else ABOUT[departments[0]].label
    return Atlas(title, land(catalog, frame, GRAIN, departments), marks, tuple(names))


def _mark(town: Commune, presence: Presence, frame: Projection, territory: Territory) -> Mark:
    x, y = frame.town(town)
    return Mark(
        name=town_label(town, territory.catalog),
        address=town.address,
        note=presence.words,
        shape=_shape(presence),
        x=round(x),
        y=round(y),
        size=round(SMALLEST + GROWTH * sqrt(presence.total), 1),
    )


def _wealth(presence: Presence, town: Commune) -> tuple[Any, ...]:
    """Rank the towns with outings first, then those with most to see."""
    return _shape(presence) != "heart", -presence.total, sort_key(town.name), town.insee


def _rank(presence: Presence, town: Commune) -> tuple[Any, ...]:
    """Rank in the order of drawing."""
    return _shape(presence) == "heart", -presence.total, sort_key(town.name), town.insee


def _shape(presence: Presence) -> str:
    if presence.events:
        return "heart"
    return "lozenge" if presence.partners else "disc"


def _names(towns: list[Commune], marks: tuple[Mark, ...], frame: Projection) -> Iterator[MarkName]:
    """Name the most populated towns, not too near each other, on the side that hides few marks."""
    by_address = {mark.address: mark for mark in marks}
    named: list[Mark] = []
    taken: list[Box] = []
    for mark in (by_address[town.address] for town in towns):
        if len(named) == MOST_NAMES:
            return
        free = [
            (
                rank + sum(HEART if other.shape == "heart" else 1 for other in marks if box.holds(other)),
                name,
                box,
            )
            for rank, (name, box) in enumerate(_sides(mark))
            if box.fits(frame) and not any(box.touches(other) for other in taken)
        ]
        best = min(free, key=lambda found: found[0], default=None)
        near = any(hypot(mark.x - other.x, mark.y - other.y) < APART for other in named)
        if best is not None and best[0] <= MOST_HIDDEN and not near:
            taken.append(best[2])
            named.append(mark)
            yield best[1]


def _sides(mark: Mark) -> Iterator[tuple[MarkName, Box]]:
    length, reach = len(mark.name) * LETTER * LETTER_WIDTH, round(mark.size * 1.3) + 3
    for side, x, left in (
        ("start", mark.x + reach, mark.x + reach),
        ("end", mark.x - reach, mark.x - reach - length),
    ):
        box = Box(left, mark.y - LETTER / 2, left + length, mark.y + LETTER / 2)
        yield MarkName(mark.name, x, mark.y + round(LETTER * 0.3), side), box
