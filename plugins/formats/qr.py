"""Draw a QR code (ISO/IEC 18004) as SVG, dark on light, without the quiet zone: the page leaves it."""

import io
from functools import lru_cache

import segno

MASK = 6  # readers read all eight; comparing them would take five times longer


@lru_cache(maxsize=1024)  # an outing is on the posters of its town and of its department, in two sizes
def qr_svg(text: str) -> str:
    """Return the SVG of a QR code that a phone still reads with 15 % of it hidden (level M)."""
    drawing = io.BytesIO()
    code = segno.make(text, error="m", micro=False, boost_error=False, mask=MASK)
    code.save(drawing, kind="svg", xmldecl=False, border=0)
    return drawing.getvalue().decode("utf-8").strip()
