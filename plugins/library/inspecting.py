"""Compute what is never typed: the size of a file, its pages, its digest, the picture of its first page."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

from pypdfium2 import PdfDocument, PdfiumError

from plugins.catalog import DataError, Problem
from plugins.catalog.models.document import Document
from plugins.library.previews import draw_pdf, draw_picture

FOLDER = "content/documents"


@dataclass(frozen=True)
class Inspection:
    """Hold what a file is made of; `pages` and `preview` are known for some kinds of files only."""

    content: bytes = field(repr=False)
    format: str
    sha256: str
    pages: int | None = None
    preview: bytes | None = field(default=None, repr=False)

    @property
    def size(self) -> int:
        """Return the size in bytes."""
        return len(self.content)


def inspect_files(documents: Iterable[Document], root: Path) -> dict[str, Inspection]:
    """Inspect once each file that the documents name; raise `DataError` when some cannot be opened."""
    inspections: dict[str, Inspection] = {}
    problems: list[Problem] = []
    for name in dict.fromkeys(version.file for document in documents for version in document.versions):
        try:
            inspections[name] = inspect_file(root / FOLDER / name)
        except (PdfiumError, OSError) as error:
            problems.append(_unreadable(name, error))
    if problems:
        raise DataError(problems)
    return inspections


def inspect_file(path: Path) -> Inspection:
    """Inspect one file; raise `PdfiumError` or `OSError` when it cannot be opened."""
    content = path.read_bytes()
    suffix = path.suffix.lower()
    pages, preview = None, None
    if suffix == ".pdf":
        pages, preview = _open_pdf(content)
    elif suffix == ".png":
        preview = draw_picture(content)
    return Inspection(
        content=content,
        format=suffix[1:].upper(),
        sha256=sha256(content).hexdigest(),
        pages=pages,
        preview=preview,
    )


def _open_pdf(content: bytes) -> tuple[int, bytes]:
    with PdfDocument(content) as pdf:
        return len(pdf), draw_pdf(pdf)


def _unreadable(name: str, error: Exception) -> Problem:
    path = str(PurePosixPath(FOLDER, name))
    if isinstance(error, FileNotFoundError):
        return Problem(path, 0, "fichier-absent", f"le fichier «\u00a0{name}\u00a0» n’est pas dans {FOLDER}.")
    return Problem(
        path,
        0,
        "document-illisible",
        "ce fichier ne s’ouvre pas\u00a0: il est abîmé, vide, ou protégé par un mot de passe.",
        expected="un fichier que tout le monde peut ouvrir",
        hint="enregistrez-le de nouveau, sans mot de passe, puis remplacez-le",
    )
