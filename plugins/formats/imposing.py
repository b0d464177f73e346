"""Lay the pages of a booklet two by two on sheets, in the order that folding and stapling puts right."""

import io
from collections.abc import Iterator
from pathlib import Path

from plugins.formats.kept import digest, kept
from plugins.formats.versions import version_of

SIDES = 4
"""Pages on a sheet: two on each of its sides."""

POINTS_PER_MM = 72 / 25.4


def sheet_sides(pages: int) -> tuple[tuple[int, int], ...]:
    """Return the page numbers of each printed side, left then right; 0 is a blank.

    Sheets are printed on both sides, turned on the short edge, piled, folded in the middle. When the pages do
    not fill the sheets, the blanks come just before the last one, which stays the back cover.
    """
    missing = -pages % SIDES
    numbers = [*range(1, pages), *[0] * missing, pages] if pages else []
    return tuple(_paired(numbers))


def impose(pdf: bytes, title: str, width: float, height: float) -> bytes:
    """Return a PDF of which each page holds two pages of another; `width` and `height` of the sheet are in mm.

    The pages are drawn as they are, without their tags: this PDF is for a printer, the other one is for reading.
    """
    key = digest(version_of("pikepdf"), Path(__file__).read_bytes(), title, f"{width}×{height}", pdf)
    return kept(key, lambda: _imposed(pdf, title, width * POINTS_PER_MM, height * POINTS_PER_MM))


def _paired(numbers: list[int]) -> Iterator[tuple[int, int]]:
    last = len(numbers) - 1
    for first in range(0, len(numbers) // 2, 2):
        yield numbers[last - first], numbers[first]
        yield numbers[first + 1], numbers[last - first - 1]


def _imposed(pdf: bytes, title: str, width: float, height: float) -> bytes:
    import pikepdf  # noqa: PLC0415  # a build that keeps all such files starts faster

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as source, pikepdf.new() as target:
        for left, right in sheet_sides(len(source.pages)):
            target.add_blank_page(page_size=(width, height))
            sheet = target.pages[-1]
            for side, number, start in (("/Left", left, 0.0), ("/Right", right, width / 2)):
                if number:
                    drawing = target.copy_foreign(source.pages[number - 1].as_form_xobject())
                    place = pikepdf.Rectangle(start, 0, start + width / 2, height)
                    name = sheet.add_resource(
                        drawing, pikepdf.Name.XObject, pikepdf.Name(side)
                    )  # else, by chance
                    sheet.contents_add(sheet.calc_form_xobject_placement(drawing, name, place))
        target.Root.Lang = pikepdf.String("fr-FR")
        target.Root.ViewerPreferences = pikepdf.Dictionary(
            DisplayDocTitle=True, Duplex=pikepdf.Name.DuplexFlipShortEdge
        )
        target.docinfo["/Title"] = title
        target.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()
