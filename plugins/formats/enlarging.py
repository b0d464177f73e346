"""Enlarge a PDF to another size of paper: everything on its pages, and what it tells software of their places.

An A3 is an A4 enlarged (ISO 216): nothing is set again, and the words, their tags and their order are those of the
other size (ISO 14289-1).
"""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from plugins.formats.imposing import POINTS_PER_MM
from plugins.formats.kept import digest, kept
from plugins.formats.versions import version_of

if TYPE_CHECKING:
    from pikepdf import Pdf

_BOX = re.compile(rb"(?<=/BBox\[)[-0-9. ]+(?=\])")
"""Where an artifact is, in the drawing of a page (ISO 32000-1, 14.8.2.2)."""
_AS_IT_IS = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True)
class _Scale:
    """Hold by how much a page grows, across and up."""

    x: float
    y: float

    def of(self, places: Sequence[Any]) -> list[float]:
        """Return numbers that are across and up in turn: points, boxes, matrices by column."""
        return [round(float(place) * (self.x, self.y)[rank % 2], 5) for rank, place in enumerate(places)]

    def of_drawing(self, drawing: bytes) -> bytes:
        """Return the drawing of a page, larger."""
        boxes = _BOX.sub(lambda found: _written(self.of(found[0].split())), drawing)
        return b"%b cm\n%b" % (_written([self.x, 0, 0, self.y, 0, 0]), boxes)


def enlarge(pdf: bytes, width: float, height: float) -> bytes:
    """Return a PDF whose pages fill another paper, of which `width` and `height` are in mm.

    For what `formats.pdf` makes, all its pages of one size. Raises `ValueError` when there is something to press
    on a page: nobody has needed to move it.
    """
    key = digest(version_of("pikepdf"), Path(__file__).read_bytes(), f"{width}×{height}", pdf)
    return kept(key, lambda: _enlarged(pdf, width * POINTS_PER_MM, height * POINTS_PER_MM))


def _enlarged(pdf: bytes, width: float, height: float) -> bytes:
    import pikepdf  # noqa: PLC0415  # a build that keeps all such files starts faster

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        left, low, right, high = map(float, document.pages[0].mediabox)
        scale = _Scale(width / (right - left), height / (high - low))
        _enlarge_pages(document, scale)
        _enlarge_places(document, scale)
        document.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _enlarge_pages(document: "Pdf", scale: _Scale) -> None:
    """Enlarge what is drawn; a pattern is placed on the page itself, whatever is drawn with it (8.7.3.1)."""
    patterns: dict[tuple[int, int], Any] = {}
    for page in document.pages:
        if "/Annots" in page:
            raise ValueError(page.index)
        page.mediabox = scale.of(page.mediabox)
        page.Contents.write(scale.of_drawing(page.Contents.read_bytes()))
        for pattern in page.resources.get("/Pattern", {}).values():
            patterns[pattern.objgen] = pattern  # several pages may show it
    for pattern in patterns.values():
        pattern.Matrix = scale.of(pattern.get("/Matrix", _AS_IT_IS))


def _enlarge_places(document: "Pdf", scale: _Scale) -> None:
    """Enlarge what is said of places: where a heading is for the outline, what a picture covers."""
    import pikepdf  # noqa: PLC0415  # loaded already by `_enlarged`

    for found in document.objects:
        if not isinstance(found, pikepdf.Dictionary):
            continue
        if "/Dest" in found:
            found.Dest[2:4] = scale.of(found.Dest[2:4])
        if found.get("/Type") == "/StructElem" and "/A" in found:
            for attributes in found.A:
                if "/BBox" in attributes:
                    attributes.BBox = scale.of(attributes.BBox)


def _written(numbers: Sequence[float]) -> bytes:
    return b" ".join(b"%.5f" % number for number in numbers)
