"""Draw QR codes (ISO/IEC 18004), for pages and for posters; the same bytes each time.

On a page the code is one line that runs through the rows, to and fro; its dashes are the dark modules. The
margin is the four modules that the norm asks for. The encoder is libzint, from the package zxing-cpp: every
outing has a code, and an encoder written in Python takes six times longer.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

import zxingcpp

MARGIN = 4
LONG_MASK, NUMBERED_MASK = 2, 0
"""The norm has an encoder try eight masks and keep the one with the fewest patterns that could mislead a phone (7.8).

That is most of what a code costs to make. On our addresses these two have, on average, no more such patterns than
what the encoder chooses: tests/formats/test_qr.py counts them.
"""

_NUMBERED = re.compile(r"https?://[a-z0-9.-]+/[0-9]+/")
_DARK = re.compile(rb"\x00+")
_TURN = b"\xff"


@dataclass(frozen=True)
class QrCode:
    """Hold a QR: the address it leads to, the side of the drawing in modules, the line and its dashes."""

    target: str
    side: int
    line: str
    dashes: str


def draw_qr(target: str) -> QrCode:
    """Draw the QR of an address for a page (level L).

    That of a numbered page is drawn in capitals, which take five bits and a half a letter rather than eight
    (ISO/IEC 18004, 7.4.4): a scheme and a host mean the same in capitals (RFC 3986, 6.2.2.1).
    """
    is_numbered = _NUMBERED.fullmatch(target) is not None
    chosen = target.upper() if is_numbered else target
    rows = _modules(chosen, "L", data_mask=NUMBERED_MASK if is_numbered else LONG_MASK)
    width = len(rows)
    return QrCode(chosen, width + 2 * MARGIN, _line(width), _dashes(rows))


@lru_cache(maxsize=1024)  # an outing is on the posters of its town and of its department, in two sizes
def qr_svg(target: str) -> str:
    """Return the SVG of a QR that a phone still reads with 15 % of it hidden (level M); the page leaves the margin.

    Each dark run is a line of its own: many dashes on one long line are lost on the way to a PDF.
    """
    rows = _modules(target, "M")
    lines = (
        f"M{run.start()} {row}.5h{run.end() - run.start()}"
        for row, modules in enumerate(rows)
        for run in _DARK.finditer(modules)
    )
    width = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{width}" viewBox="0 0 {width} {width}">'
        f'<path stroke="#000" d="{"".join(lines)}"/></svg>'
    )


def _modules(target: str, level: str, **more: int) -> list[bytes]:
    """Return the rows of a code, one byte a module: 0 is dark, 255 is light."""
    barcode = zxingcpp.create_barcode(target, zxingcpp.BarcodeFormat.QRCode, ec_level=level, **more)
    image = memoryview(barcode.to_image(scale=1, add_quiet_zones=False))
    width, modules = image.shape[0], image.tobytes()
    return [modules[start : start + width] for start in range(0, len(modules), width)]


@cache
def _line(width: int) -> str:
    """Return the line that runs through the rows of a code, to and fro."""
    steps = "".join("v1h" + (f"-{width}" if row % 2 else f"{width}") for row in range(1, width))
    return f"M{MARGIN} {MARGIN}.5h{width}{steps}"


def _dashes(rows: list[bytes]) -> str:
    """Return the lengths along the line, dark then light in turn; each bend, one module long, is light.

    The first module of a QR is dark: it is the corner of a finder pattern.
    """
    walked = _TURN.join([row[::-1] if index % 2 else row for index, row in enumerate(rows)])
    runs = walked.replace(b"\x00\xff", b"\x00 \xff").replace(b"\xff\x00", b"\xff \x00").split(b" ")
    return " ".join(map(_LENGTHS.__getitem__, runs))


class _Lengths(dict[bytes, str]):
    """Hold the length of each run in words, for the thousand dashes of each code; a run is measured once."""

    def __missing__(self, run: bytes) -> str:
        self[run] = str(len(run))
        return self[run]


_LENGTHS = _Lengths()
