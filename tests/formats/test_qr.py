import re
from itertools import groupby
from statistics import mean

import pytest
import zxingcpp

from plugins.formats.qr import _modules, draw_qr, qr_svg
from tests.theme.theme_room import environment

SITE = "https://www.culturesducoeur26-07.org"


def address_of(length):
    return f"{SITE}/sorties/2026/11/27-{'concert-de-quartier-' * 5}"[: length - 1] + "/"


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


def read(rows, size=4):
    """Read rows of modules as a phone does: each becomes a square of `size` points, with the margin around."""
    side = (len(rows) + 8) * size
    picture = bytearray(b"\xff" * side * side)
    for row, line in enumerate(rows):
        for column, dark in enumerate(line):
            for point in range(size) if dark else ():
                start = ((row + 4) * size + point) * side + (column + 4) * size
                picture[start : start + size] = bytes(size)
    image = memoryview(picture).cast("B", (side, side))
    return [(found.text, found.ec_level) for found in zxingcpp.read_barcodes(image)]


@pytest.mark.parametrize("length", [40, 61, 84, 106])
def test_a_phone_reads_the_address_in_the_line(length):
    code = draw_qr(address_of(length))
    assert read(modules(code)) == [(address_of(length), "L")]
    assert code.line.startswith("M4 4.5h")
    assert code.line.count("v1") == code.side - 9


@pytest.mark.parametrize("length", [40, 61, 84, 106])
def test_a_phone_reads_the_address_in_the_drawing_of_a_poster(length):
    svg = qr_svg(address_of(length))
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', svg)[1])
    dark = {
        (int(row), int(start) + step)
        for start, row, run in re.findall(r"M(\d+) (\d+)\.5h(\d+)", svg)
        for step in range(int(run))
    }
    rows = [[(row, column) in dark for column in range(side)] for row in range(side)]
    assert read(rows) == [(address_of(length), "M")]


@pytest.mark.parametrize("length", [40, 61, 84, 106])
def test_the_drawing_weighs_less_than_two_kilobytes(length):
    code = draw_qr(address_of(length))
    macro = environment().get_template("components/qr-code.html").module.qr_code
    drawn = str(macro(code.side, code.line, code.dashes, "QR de la page"))
    assert len(drawn.encode()) <= 2000
    assert '<path fill="#fff"' in drawn
    assert 'role="img" aria-label="QR de la page"' in drawn


def test_a_numbered_address_is_drawn_in_capitals_with_modules_that_an_old_phone_sees():
    code = draw_qr(f"{SITE}/1007/")
    assert read(modules(code)) == [("HTTPS://WWW.CULTURESDUCOEUR26-07.ORG/1007/", "L")]
    assert (code.target, code.side) == ("HTTPS://WWW.CULTURESDUCOEUR26-07.ORG/1007/", 25 + 8)


def misleading(rows):
    """Count what could mislead a phone, as an encoder does to choose a mask (ISO/IEC 18004, 7.8.3.1, table 11)."""
    side = len(rows)
    score = 10 * int(abs(sum(map(sum, rows)) * 100 / side**2 - 50) // 5)
    for line in (*rows, *zip(*rows, strict=True)):
        runs = [len(list(run)) for _, run in groupby(line)]
        score += sum(run - 2 for run in runs if run >= 5)
        drawn = "".join("X" if dark else "." for dark in line)
        score += 40 * len(re.findall(r"(?=X\.XXX\.X\.{4}|\.{4}X\.XXX\.X)", drawn))
    squares = (
        {rows[down][across] for down in (row, row + 1) for across in (column, column + 1)}
        for row in range(side - 1)
        for column in range(side - 1)
    )
    return score + 3 * sum(len(colours) == 1 for colours in squares)


@pytest.mark.parametrize("kind", ["sorties/2026/11/{}-concert-de-quartier/", "10{}/"])
def test_the_mask_of_pages_misleads_no_more_than_the_one_that_the_encoder_chooses(kind):
    ours, its_own = [], []
    for number in range(10, 50):
        code = draw_qr(f"{SITE}/{kind.format(number)}")
        ours.append(misleading(modules(code)))
        its_own.append(misleading([[module == 0 for module in row] for row in _modules(code.target, "L")]))
    assert mean(ours) <= mean(its_own)


def test_an_address_whose_letters_count_is_drawn_as_it_is():
    assert draw_qr(f"{SITE}/sorties/").target == f"{SITE}/sorties/"


def test_the_same_address_gives_the_same_drawing():
    assert draw_qr(f"{SITE}/1007/").dashes.startswith("7 ")
    assert qr_svg(f"{SITE}/1007/") == qr_svg(f"{SITE}/1007/")
