"""The booklet on paper: the PDF to read, and the same pages to print, fold and staple."""

from typing import Any

from plugins.booklet.contents import TITLE, Contents
from plugins.formats.imposing import SIDES, impose
from plugins.formats.pdf import PLACES, kept_pdf, make_pdf

SOURCE = "livret.typ"
SHEET = (297, 210)
"""A4 on its side (ISO 216), in mm: two A5 pages."""


def draw_booklet(data: dict[str, Any], contents: Contents) -> bytes:
    """Return the PDF to read: A5, tagged (PDF/UA-1), made to last (PDF/A-2a)."""
    return kept_pdf(SOURCE, _with_notes(data, 0), contents.issue.dated)


def drawn_booklet(data: dict[str, Any], contents: Contents) -> bytes:
    """Return the same bytes as `draw_booklet`, made anew."""
    return make_pdf(SOURCE, _with_notes(data, 0), contents.issue.dated)


def draw_sheets(data: dict[str, Any], contents: Contents, pages: int) -> bytes:
    """Return the PDF to print: the same pages, as many pages for notes as fill the last sheet, two on each side."""
    full = kept_pdf(SOURCE, _with_notes(data, -pages % SIDES), contents.issue.dated)
    return impose(full, f"{TITLE}, à imprimer (le PDF accessible est livret.pdf)", *SHEET)


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF."""
    from pypdfium2 import PdfDocument  # noqa: PLC0415  # a build that keeps all such files starts faster

    document = PdfDocument(pdf)
    try:
        return len(document)
    finally:
        document.close()


def count_sheets(pages: int) -> int:
    """Return the sheets of paper that a booklet takes."""
    return -(-pages // SIDES)


def _with_notes(data: dict[str, Any], pages: int) -> dict[str, Any]:
    """Return what the source reads, when `pages` are left for notes; it will tell its places itself."""
    return {**data, "notes": pages, PLACES: {}}
