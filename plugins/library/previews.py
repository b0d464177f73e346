"""Draw the first page of a document as a small picture, always the same bytes for the same file."""

from io import BytesIO
from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

WIDTH = 480
LARGEST = 60_000
"""The most bytes a preview may weigh, so that a landing page opens fast on a phone."""

_ATTEMPTS = ((WIDTH, 64), (WIDTH, 16), (WIDTH, 8), (360, 8), (240, 8), (160, 4))
"""Width in pixels and number of colours, from the finest to the lightest."""


def draw_pdf(pdf: "PdfDocument") -> bytes:
    """Return a PNG of the first page, at most 60 kB."""
    page = pdf[0]
    try:
        picture = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB")
    finally:
        page.close()
    return shrink(picture)


def draw_picture(content: bytes) -> bytes:
    """Return a smaller PNG of a picture, on white; raise `OSError` when it cannot be read."""
    with Image.open(BytesIO(content)) as opened:
        picture = opened.convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    return shrink(Image.alpha_composite(paper, picture).convert("RGB"))


def shrink(picture: Image.Image) -> bytes:
    """Return the picture as a PNG of at most 60 kB, with fewer colours or smaller when that is needed.

    Of a very long picture, only the top is kept.
    """
    top = picture.crop((0, 0, picture.width, min(picture.height, 4 * picture.width)))
    content = b""
    for width, colours in _ATTEMPTS:
        content = _encode(top, width, colours)
        if len(content) <= LARGEST:
            break
    return content


def _encode(picture: Image.Image, width: int, colours: int) -> bytes:
    width = min(width, picture.width)
    height = max(1, round(picture.height * width / picture.width))
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    buffer = BytesIO()
    small.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        buffer, "PNG", optimize=True
    )
    return buffer.getvalue()
