import pytest
import segno

from plugins.events.qr import draw_qr
from tests.theme.theme_room import environment

SITE = "https://www.culturesducoeur26-07.org"


def modules(code):
    """Walk along the line, and return the dark modules by row and column."""
    side = code.side - 8
    lengths = [int(length) for length in code.dashes.split(" ")]
    way = [index % 2 == 0 for index, length in enumerate(lengths) for _ in range(length)]
    rows = []
    for row in range(side):
        walked = way[row * (side + 1) : row * (side + 1) + side]
        walked += [False] * (side - len(walked))
        rows.append(walked[::-1] if row % 2 else walked)
    return rows


@pytest.mark.parametrize("length", [40, 61, 84, 106])
def test_the_line_draws_the_modules_of_the_code(length):
    address = f"{SITE}/sorties/2026/11/27-{'concert-de-quartier-' * 5}"[: length - 1] + "/"
    expected = segno.make(address, error="l", micro=False, mask=6).matrix
    code = draw_qr(address)
    assert modules(code) == [[bool(module) for module in row] for row in expected]
    assert code.line.startswith("M4 4.5h")
    assert code.line.count("v1") == len(expected) - 1


@pytest.mark.parametrize("length", [40, 61, 84, 106])
def test_the_drawing_weighs_less_than_two_kilobytes(length):
    code = draw_qr(f"{SITE}/sorties/2026/11/27-{'concert-de-quartier-' * 5}"[: length - 1] + "/")
    macro = environment().get_template("components/qr-code.html").module.qr_code
    drawn = str(macro(code.side, code.line, code.dashes, "QR de la page"))
    assert len(drawn.encode()) <= 2000
    assert '<path fill="#fff"' in drawn
    assert 'role="img" aria-label="QR de la page"' in drawn


def test_an_address_too_long_to_draw_gives_way_to_the_short_one():
    long = f"{SITE}/sorties/2026/11/27-{'x' * 80}/"
    assert draw_qr(long, f"{SITE}/1007/").target == f"{SITE}/1007/"
    assert draw_qr(long).target == long
    assert draw_qr(f"{SITE}/sorties/", f"{SITE}/1007/").target == f"{SITE}/sorties/"


def test_the_same_address_gives_the_same_drawing():
    assert draw_qr(f"{SITE}/sorties/") == draw_qr(f"{SITE}/sorties/")
