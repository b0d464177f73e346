"""The maps: how a longitude and a latitude become a place on the drawing, and the outlines as SVG paths.

Outlines and towns go through one projection, the equidistant cylindrical one: degrees of longitude are
narrowed by the cosine of the middle latitude (Snyder, *Map Projections: A Working Manual*, USGS
Professional Paper 1395, 1987, p. 90). Over two departments, it errs by less than the width of a line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, radians

from plugins.catalog import Catalog
from plugins.catalog.models.outline import Outline
from plugins.catalog.models.territory import Commune

Point = tuple[float, float]


@dataclass(frozen=True)
class Projection:
    """Hold the drawing's frame: its north-western corner in degrees, its scale, its size and margin in units."""

    west: float
    north: float
    scale: float
    squeeze: float
    margin: float
    width: int
    height: int

    def place(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the ground falls on the drawing, from its upper left corner."""
        across = (longitude - self.west) * self.squeeze * self.scale
        return self.margin + across, self.margin + (self.north - latitude) * self.scale

    def town(self, commune: Commune) -> Point:
        """Return where the centre of a town falls."""
        return self.place(commune.longitude, commune.latitude)


@dataclass(frozen=True)
class Land:
    """Hold the ground of a map: its size, one path for each department, and the limit between them."""

    width: int
    height: int
    departments: tuple[str, ...]
    limit: str


def projection(catalog: Catalog, width: int, margin: float = 0) -> Projection:
    """Return the frame that holds both departments; without an outline, the one that holds the towns."""
    points = [point for outline in catalog.outlines.values() for point in outline.shore]
    points += [(commune.longitude, commune.latitude) for commune in catalog.communes.values()]
    points = points or [(0, 0)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = cos(radians((south + north) / 2))
    scale = (width - 2 * margin) / (((east - west) * squeeze) or 1)
    height = ceil((north - south) * scale + 2 * margin)
    return Projection(west, north, scale, squeeze, margin, width, height)


def land(catalog: Catalog, frame: Projection, grain: int = 1) -> Land:
    """Draw the departments whose outline is known; no detail is finer than the grain, in units."""
    outlines = tuple(catalog.outlines.values())
    departments = tuple(
        "".join(_path(ring, frame, grain, closed=True) for ring in outline.rings) for outline in outlines
    )
    return Land(frame.width, frame.height, departments, _path(_limit(outlines), frame, grain, closed=False))


def _limit(outlines: tuple[Outline, ...]) -> tuple[Point, ...]:
    """Return the points that the two departments share, in the order of the first one's outline."""
    if len(outlines) != 2:
        return ()
    ring, other = outlines[0].shore, frozenset(outlines[1].shore)
    starts = [i for i, point in enumerate(ring) if point in other and ring[i - 1] not in other]
    turned = ring[starts[0] :] + ring[: starts[0]] if starts else ()
    return tuple(point for point in turned if point in other)


def _path(points: Iterable[Point], frame: Projection, grain: int, *, closed: bool) -> str:
    """Return an SVG path in whole units, each step from the point before: the shortest way to write it."""
    spots = tuple(_spots(points, frame, grain))
    if len(spots) < 2:
        return ""
    steps = (step for a, b in pairwise(spots) for step in (b[0] - a[0], b[1] - a[1]))
    moves = "".join(f"{step}" if step < 0 else f" {step}" for step in steps)
    return f"M{spots[0][0]} {spots[0][1]}l{moves.lstrip()}{'z' if closed else ''}"


def _spots(points: Iterable[Point], frame: Projection, grain: int) -> Iterator[tuple[int, int]]:
    before = None
    for longitude, latitude in points:
        x, y = frame.place(longitude, latitude)
        spot = grain * round(x / grain), grain * round(y / grain)
        if spot != before:
            yield spot
        before = spot
