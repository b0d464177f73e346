"""The maps: how a longitude and a latitude become a place on the drawing, and the outlines as SVG paths.

Outlines and towns go through one projection, the equidistant cylindrical one: degrees of longitude are
narrowed by the cosine of the middle latitude (Snyder, *Map Projections: A Working Manual*, USGS
Professional Paper 1395, 1987, p. 90). Over two departments, it errs by less than the width of a line.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, cos, hypot, radians

from plugins.catalog import Catalog
from plugins.catalog.models.outline import Outline
from plugins.catalog.models.territory import Commune, Department

Point = tuple[float, float]
Departments = Collection[Department]
BOTH = tuple(Department)


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


def projection(
    catalog: Catalog, width: int, margin: float = 0, departments: Departments = BOTH
) -> Projection:
    """Return the frame that holds these departments; without an outline, the one that holds their towns."""
    points = [point for outline in _outlines(catalog, departments) for point in outline.shore]
    points += [
        (commune.longitude, commune.latitude)
        for commune in catalog.communes.values()
        if commune.department in departments
    ]
    points = points or [(0, 0)]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = cos(radians((south + north) / 2))
    scale = (width - 2 * margin) / (((east - west) * squeeze) or 1)
    height = ceil((north - south) * scale + 2 * margin)
    return Projection(west, north, scale, squeeze, margin, width, height)


def land(catalog: Catalog, frame: Projection, grain: float = 1, departments: Departments = BOTH) -> Land:
    """Draw those of the departments whose outline is known; no detail is finer than the grain, in units."""
    outlines = _outlines(catalog, departments)
    limit = _limit(outlines)
    paths = tuple(
        "".join(_path(_arcs(ring, limit), frame, grain, closed=True) for ring in outline.rings)
        for outline in outlines
    )
    return Land(frame.width, frame.height, paths, _path((limit,), frame, grain, closed=False))


def _outlines(catalog: Catalog, departments: Departments) -> tuple[Outline, ...]:
    return tuple(outline for outline in catalog.outlines.values() if outline.department in departments)


def _limit(outlines: tuple[Outline, ...]) -> tuple[Point, ...]:
    """Return the points that the two departments share, in the order of the first one's outline."""
    if len(outlines) != 2:
        return ()
    ring, other = outlines[0].shore, frozenset(outlines[1].shore)
    starts = [i for i, point in enumerate(ring) if point in other and ring[i - 1] not in other]
    turned = ring[starts[0] :] + ring[: starts[0]] if starts else ()
    return tuple(point for point in turned if point in other)


def _arcs(ring: tuple[Point, ...], limit: tuple[Point, ...]) -> Iterator[tuple[Point, ...]]:
    """Cut a ring where it meets the limit, so that both departments draw the limit alike."""
    ends = [i for i, point in enumerate(ring) if limit and point in {limit[0], limit[-1]}]
    if len(ends) != 2:
        yield (*ring, ring[0])
        return
    first, second = ends
    yield ring[first : second + 1]
    yield (*ring[second:], *ring[: first + 1])


def _path(arcs: Iterable[tuple[Point, ...]], frame: Projection, grain: float, *, closed: bool) -> str:
    """Return an SVG path in whole units, each step from the point before: the shortest way to write it."""
    spots = tuple(_spots(arcs, frame, grain))
    if closed and spots[-1:] == spots[:1]:
        spots = spots[:-1]
    if len(spots) < 2:
        return ""
    steps = (step for a, b in pairwise(spots) for step in (b[0] - a[0], b[1] - a[1]))
    moves = "".join(f"{step}" if step < 0 else f" {step}" for step in steps)
    return f"M{spots[0][0]} {spots[0][1]}l{moves.lstrip()}{'z' if closed else ''}"


def _spots(arcs: Iterable[tuple[Point, ...]], frame: Projection, grain: float) -> Iterator[tuple[int, int]]:
    before = None
    for arc in arcs:
        for x, y in _thinned([frame.place(*point) for point in arc], grain):
            spot = round(x), round(y)
            if spot != before:
                yield spot
            before = spot


def _thinned(line: list[Point], grain: float) -> list[Point]:
    """Drop the points that stand less than a grain away from the line without them.

    Source: Douglas and Peucker, « Algorithms for the reduction of the number of points required to represent a digitized
    line », Cartographica 10 (2), 1973.
    """
    if len(line) < 3:
        return line
    first, *between, last = line
    far, place = max((_distance(point, first, last), i) for i, point in enumerate(between, 1))
    if far < grain:
        return [first, last]
    return [*_thinned(line[: place + 1], grain)[:-1], *_thinned(line[place:], grain)]


def _distance(point: Point, first: Point, last: Point) -> float:
    """Return how far a point is from the line through two others, or from them when they are one."""
    across, down = last[0] - first[0], last[1] - first[1]
    x, y = point[0] - first[0], point[1] - first[1]
    length = hypot(across, down)
    return abs(across * y - down * x) / length if length else hypot(x, y)
