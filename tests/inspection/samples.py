"""Files made by hand, each with one thing that should not be published."""

import io
import zipfile
from collections.abc import Callable

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

_META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"


def pdf(change: Callable[[Pdf], None] = lambda _pdf: None, **saving: object) -> bytes:
    """Return a PDF of one blank page, after a change."""
    buffer = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(420, 595))
        change(made)
        made.save(buffer, deterministic_id="encryption" not in saving, **saving)
    return buffer.getvalue()


def properties(made: Pdf, author: str = "", standard: bool = True) -> None:
    """Write XMP properties: an author, tools, and the claim to follow PDF/A."""
    with made.open_metadata(set_pikepdf_as_editor=False) as found:
        found["dc:title"] = "Le livret"
        if author:
            found["dc:creator"] = [author]
        found["xmp:CreatorTool"] = "Un logiciel"
        if standard:
            found["pdfaid:part"], found["pdfaid:conformance"] = "2", "A"


def add_action(made: Pdf, **action: object) -> None:
    made.Root.OpenAction = Dictionary(action)


def add_note(made: Pdf, author: str) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), T=author)
    made.pages[0].Annots = Array([made.make_indirect(note)])


def office(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def odt(content: str = "<a/>", meta: str = "", **others: str) -> bytes:
    about = f"<m xmlns:meta='{_META}' xmlns:dc='http://purl.org/dc/elements/1.1/'>{meta}</m>"
    return office({"mimetype": "odt", "content.xml": content, "meta.xml": about, **others})


def picture(kind: str, size: tuple[int, int] = (40, 30), **saving: object) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", size, (20, 120, 60)).save(buffer, kind, **saving)
    return buffer.getvalue()
