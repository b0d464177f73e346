"""The map: each town that has something is a mark on the drawing, and a line of the list that says the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot, sqrt

from plugins.catalog.models.territory import Commune, Department
from plugins.french import plural, sort_key
from plugins.partners.territory import Presence, Territory
from plugins.partners.towns import TOWNS, TownLine, town_line
from plugins.resources import Page
from plugins.views.maps import Land, Projection, land, projection
from plugins.views.towns import town_label

ATLAS = "/carte/"
WIDTH = 600  # units; a phone of 320 pixels shows each as half a pixel, a wide screen as a pixel
MARGIN = 12
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
    """Hold the whole drawing. What is drawn last is on top: hearts after the rest, small marks after large ones."""

    land: Land
    marks: tuple[Mark, ...]
    names: tuple[MarkName, ...]


@dataclass(frozen=True)
class AtlasGroup:
    """Hold the towns of a department that are on the map."""

    name: str
    towns: tuple[TownLine, ...]


def atlas_page(territory: Territory) -> Page:
    """Return the map of the two departments, with its list."""
    found = {town.insee: territory.presence(town) for town in territory.lively_towns}
    groups = tuple(_group(department, territory) for department in Department)
    return Page(
        address=ATLAS,
        template="atlas",
        title="La carte",
        description=f"{plural(len(found), 'commune')} de Drôme et d’Ardèche où sortir : sorties gratuites, lieux de culture "
        "et partenaires, sur une carte et en liste.",
        context={
            "atlas": _atlas(territory, found),
            "groups": tuple(group for group in groups if group.towns),
            "count": len(found),
            "shapes": tuple(sorted({_shape(presence) for presence in found.values()}, key=SHAPES.index)),
        },
        breadcrumbs=(TOWNS,),
    )


SHAPES = ("heart", "lozenge", "disc")


def _group(department: Department, territory: Territory) -> AtlasGroup:
    towns = [town for town in territory.lively_towns if town.department is department]
    towns.sort(key=lambda town: (sort_key(town.name), town.insee))
    return AtlasGroup(department.label, tuple(town_line(town, territory) for town in towns))


def _atlas(territory: Territory, found: dict[str, Presence]) -> Atlas:
    frame = projection(territory.catalog, WIDTH, MARGIN)
    towns = sorted(
        territory.lively_towns, key=lambda town: (*_rank(found[town.insee]), sort_key(town.name), town.insee)
    )
    marks = tuple(_mark(town, found[town.insee], frame, territory) for town in towns)
    names = _names(sorted(towns, key=lambda town: (-town.population, town.insee)), marks, frame)
    return Atlas(land(territory.catalog, frame), marks, tuple(names))


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


def _rank(presence: Presence) -> tuple[bool, int]:
    return _shape(presence) == "heart", -presence.total


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
