import re
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.catalog.models.outline import Outline
from plugins.catalog.models.territory import Department
from plugins.views.maps import Land, land, projection
from tests.views.samples import agenda, town

SQUARE = town("26362", "Valence", "valence", at=(45, 5))
OUTLINES = [
    Outline.model_validate(
        {"slug": "07", "departement": "07", "contour": "4 44, 5 44, 5 45, 5 46, 4 46", "enclaves": []}
    ),
    Outline.model_validate(
        {"slug": "26", "departement": "26", "contour": "5 44, 6 44, 6 46, 5 46, 5 45", "enclaves": ["5.5 45, 5.6 45, 5.6 45.1"]}
    ),
]  # fmt: skip
ROOT = Path(__file__).parents[2]


def drawn(width: int = 200, margin: float = 0):
    catalog = agenda(communes=[SQUARE], places=(), outlines=OUTLINES)
    frame = projection(catalog, width, margin)
    return frame, land(catalog, frame)


def test_degrees_of_longitude_are_narrowed_by_the_cosine_of_the_middle_latitude():
    frame, _ = drawn()
    assert (frame.width, frame.height) == (200, 283)  # 2° by 2°, and cos 45° = 0.7071
    assert frame.place(4, 46) == (0, 0)
    assert frame.place(6, 44) == pytest.approx((200, 282.84), abs=0.01)


def test_a_town_and_the_outlines_go_through_the_same_projection():
    frame, _ = drawn(margin=10)
    assert frame.town(SQUARE) == frame.place(5, 45)
    assert frame.place(4, 46) == (10, 10)


def test_outlines_are_paths_in_whole_units_with_their_holes():
    _, ground = drawn(width=100)
    assert ground == Land(
        width=100,
        height=142,
        departments=("M50 141l0-141-50 0 0 141z", "M50 141l50 0 0-141-50 0zM75 71l5 0 0-7z"),
        limit="M50 141l0-141",
    )


def test_one_department_can_be_drawn_alone_and_fills_the_frame():
    catalog = agenda(communes=[SQUARE], places=(), outlines=OUTLINES)
    frame = projection(catalog, 100, departments=(Department.DROME,))
    ground = land(catalog, frame, departments=(Department.DROME,))
    assert (frame.west, frame.width) == (5, 100)
    assert ground.departments == ("M0 283l100 0 0-283-100 0zM50 141l10 0 0-14z",)
    assert ground.limit == ""


def test_no_detail_is_finer_than_the_grain_and_the_limit_is_drawn_alike_from_both_sides():
    catalog = load_catalog(ROOT)
    frame = projection(catalog, 600)
    fine, coarse = land(catalog, frame, 1), land(catalog, frame, 9)
    for path, lighter in zip(fine.departments, coarse.departments, strict=True):
        assert len(lighter) < len(path) / 2
    steps = re.findall(r"-?\d+ ?-?\d+", coarse.limit.partition("l")[2])
    assert len(steps) > 2
    assert coarse.limit.partition("l")[2] in coarse.departments[0]


def test_without_an_outline_the_towns_make_the_frame():
    catalog = agenda(communes=[SQUARE, town("26001", "Autre", "autre", at=(44, 4))], places=())
    frame = projection(catalog, 100)
    assert frame.town(SQUARE) == pytest.approx((100, 0))
    assert land(catalog, frame).departments == ()
    assert land(catalog, frame).limit == ""


def test_every_town_falls_inside_the_outline_of_its_department():
    catalog = load_catalog(ROOT)
    rings = {outline.department: outline.rings for outline in catalog.outlines.values()}
    lost = [
        commune.name
        for commune in catalog.communes.values()
        if sum(_holds(ring, commune.longitude, commune.latitude) for ring in rings[commune.department]) != 1
    ]
    assert lost == []


def _holds(ring, x, y):
    """Tell whether a point is inside a closed line: a ray from it crosses the line an odd number of times."""
    crossed = [
        (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
        for (x1, y1), (x2, y2) in zip(ring, (*ring[1:], ring[0]), strict=True)
    ]
    return sum(crossed) % 2 == 1
