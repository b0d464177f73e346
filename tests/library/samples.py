"""Documents, tutorials and tiny files made by hand."""

from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image
from pypdfium2 import PdfDocument

from plugins.catalog.models.document import Document
from plugins.catalog.models.post import Tutorial


def document(slug: str, *versions: tuple[str, str], **fields: Any) -> Document:
    """Make a document from its (file, date) pairs."""
    base = {
        "slug": slug,
        "titre": slug.capitalize(),
        "type": "livret",
        "resume": "À lire.",
        "versions": [{"fichier": file, "date": day} for file, day in versions],
        "licence": "cc-by-4.0",
        "auteur": "L’association",
    }
    return Document.model_validate(base | fields)


def tutorial(slug: str, title: str, readers: list[str], **fields: Any) -> Tutorial:
    base = {"slug": slug, "titre": title, "pour": readers, "verifie_le": "01/11/2026"}
    return Tutorial.model_validate(base | fields)


def put_pdf(root: Path, name: str, pages: int = 1) -> bytes:
    """Write a PDF of blank A5 pages below `root` and return its bytes."""
    buffer = BytesIO()
    with PdfDocument.new() as pdf:
        for _ in range(pages):
            pdf.new_page(420, 595).close()
        pdf.save(buffer)
    return put(root, name, buffer.getvalue())


def put_picture(root: Path, name: str, picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return put(root, name, buffer.getvalue())


def put(root: Path, name: str, content: bytes) -> bytes:
    path = root / "content" / "documents" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return content
