"""Compute what is never typed: the size of a file, its pages, its digest, its words, its first page as a picture."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from plugins.catalog.models.document import Document
from plugins.catalog.rules.documents import FOLDER, path_of
from plugins.inspection.documents import inspect_document
from plugins.library.previews import draw_pdf, draw_picture

FORMATS = {".jpeg": "JPEG", ".jpg": "JPEG"}


@dataclass(frozen=True)
class Inspection:
    """Hold what a published file is made of; `pages`, `text` and `preview` are known for some kinds only."""

    content: bytes = field(repr=False)
    format: str
    sha256: str
    pages: int | None = None
    text: str = field(default="", repr=False)
    preview: bytes | None = field(default=None, repr=False)

    @property
    def size(self) -> int:
        """Return the size in bytes."""
        return len(self.content)


def inspect_files(documents: Iterable[Document], root: Path, known: frozenset[str]) -> dict[str, Inspection]:
    """Inspect once each file that the documents name; the catalog has refused those that are not sound.

    `known` are the authors that are no persons, as slugs.
    """
    names = dict.fromkeys(version.file for document in documents for version in document.versions)
    return {name: inspect_file(path_of(root / FOLDER, name), known) for name in names}


def inspect_file(path: Path, known: frozenset[str] = frozenset()) -> Inspection:
    """Inspect one sound file, as it is published: without the persons that its properties name."""
    source = path.read_bytes()
    found = inspect_document(path.name, source, known)
    content = found.cleaned or source
    suffix = path.suffix.lower()
    return Inspection(
        content=content,
        format=FORMATS.get(suffix, suffix[1:].upper()),
        sha256=sha256(content).hexdigest(),
        pages=found.pages,
        text=found.text,
        preview=_first_page(suffix, content),
    )


def _first_page(suffix: str, content: bytes) -> bytes | None:
    if suffix == ".pdf":
        from pypdfium2 import PdfDocument  # noqa: PLC0415  # a build that keeps all such files starts faster

        with PdfDocument(content) as pdf:
            return draw_pdf(pdf)
    return draw_picture(content) if suffix in {".png", ".jpg", ".jpeg"} else None
