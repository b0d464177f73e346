"""Turn a drawing (SVG) into points, with the engine that also draws our PDFs."""

from plugins.formats.press import Order, typeset

_PAGE = """#set page(width: {width}pt, height: {height}pt, margin: 0pt, fill: {fill})
#place(center + horizon, image(bytes(sys.inputs.drawing), format: "svg", width: {inside}pt, height: {inside_high}pt, fit: "contain"))
"""


def drawn(drawing: bytes, width: int, height: int, margin: float = 0, ground: str | None = None) -> bytes:
    """Return a PNG of `width` × `height` pixels with the drawing in its middle, the same bytes every time.

    `margin` is the share of each side left empty, between 0 and 0.5; without `ground`, it is transparent.
    """
    kept = 1 - 2 * margin
    page = _PAGE.format(
        width=width,
        height=height,
        fill=f'rgb("{ground}")' if ground else "none",
        inside=width * kept,
        inside_high=height * kept,
    )
    return typeset(Order(page, {"drawing": drawing.decode()}, {"format": "png", "ppi": 72}))
