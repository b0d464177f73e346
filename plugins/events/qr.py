"""The QR of an outing, drawn as one line: small enough to be in the page, the same bytes each time.

The line runs through the rows, to and fro; its dashes are the dark modules. The margin is the four modules
that ISO/IEC 18004 asks for.
"""

import re
from dataclasses import dataclass

import segno

MARGIN = 4
LONGEST = 106  # bytes of version 5-L: beyond, the drawing is too fine for an old phone and too heavy
MASK = 6  # readers read all eight; comparing them for each page would take five times longer

_RUNS = re.compile(rb"\x01+|\x00+")
_TURN = b"\x00"


@dataclass(frozen=True)
class QrCode:
    """Hold a QR: the address it leads to, the side of the drawing in modules, the line and its dashes."""

    target: str
    side: int
    line: str
    dashes: str


def draw_qr(target: str, shorter: str = "") -> QrCode:
    """Draw the QR of an address, or that of the shorter one when the address is too long."""
    chosen = shorter if shorter and len(target.encode()) > LONGEST else target
    rows = [bytes(row) for row in segno.make(chosen, error="l", micro=False, mask=MASK).matrix]
    width = len(rows)
    steps = "".join("v1h" + (f"-{width}" if row % 2 else f"{width}") for row in range(1, width))
    return QrCode(chosen, width + 2 * MARGIN, f"M{MARGIN} {MARGIN}.5h{width}{steps}", _dashes(rows))


def _dashes(rows: list[bytes]) -> str:
    """Return the lengths along the line, dark then light in turn; each bend, one module long, is light.

    The first module of a QR is dark: it is the corner of a finder pattern.
    """
    walked = _TURN.join(row[::-1] if index % 2 else row for index, row in enumerate(rows))
    return " ".join(str(len(run)) for run in _RUNS.findall(walked))
