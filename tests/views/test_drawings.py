"""Our drawings: one for each kind of outing and of place, inside its square, light."""

import io
import re

import pytest
from PIL import Image

from plugins.catalog.models.event import Genre
from plugins.catalog.models.place import PlaceType
from plugins.formats import raster
from plugins.views.drawings import OUTINGS, PLACES, SIDE

LINES = sorted({*OUTINGS.values(), *PLACES.values()})


def test_every_kind_of_outing_and_of_place_has_its_drawing() -> None:
    assert set(OUTINGS) == set(Genre)
    assert set(PLACES) == set(PlaceType)


def test_two_kinds_of_outing_never_have_the_same_drawing() -> None:
    assert len(set(OUTINGS.values())) == len(Genre)


@pytest.mark.parametrize("line", LINES)
def test_a_drawing_weighs_less_than_two_hundred_signs_and_holds_a_path_alone(line: str) -> None:
    assert len(line) < 200
    assert re.fullmatch(r"[MmLlHhVvCcQqAaZzTtSs\d\s.,-]+", line)


@pytest.mark.parametrize("line", LINES)
def test_a_drawing_stays_in_its_square_and_fills_it(line: str) -> None:
    around = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-{SIDE} -{SIDE} {3 * SIDE} {3 * SIDE}">'
    drawing = f'{around}<path fill="none" stroke="#000" stroke-width="2" d="{line}"/></svg>'.encode()
    with Image.open(io.BytesIO(raster.drawn(drawing, 3 * SIDE, 3 * SIDE))) as picture:
        left, top, right, bottom = picture.convert("RGBA").getchannel("A").getbbox()
    assert min(left, top) >= SIDE
    assert max(right, bottom) <= 2 * SIDE
    assert bottom - top >= 30
    assert right - left >= 22
