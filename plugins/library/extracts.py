"""The words of a document: all of them as a plain text, and the first ones on its page."""

from dataclasses import dataclass

from plugins.catalog.models.document import Document
from plugins.french import format_size
from plugins.library.inspecting import Inspection
from plugins.resources import File

TEXT = "texte.txt"
ALREADY_WORDS = {"CSV", "TXT"}
"""Formats that are nothing but words: their text would be the same file once more."""
SHORTEST, LONGEST = 40, 900
"""In characters: below, a scan or a drawing has no words to speak of; above, a page would be heavy."""


@dataclass(frozen=True)
class Extract:
    """Hold the first words of a document, and where all of them are."""

    words: str
    address: str
    details: str


def extract(document: Document, inspection: Inspection) -> Extract | None:
    """Return the first words of the latest version, cut between two; None when it has none to speak of."""
    words = " ".join(inspection.text.split())
    if len(words) < SHORTEST or inspection.format in ALREADY_WORDS:
        return None
    first = words if len(words) <= LONGEST else f"{words[:LONGEST].rpartition(' ')[0]} […]"
    file = text_file(document, inspection)
    return Extract(first, file.address, f"texte, {format_size(len(file.content))}")


def text_file(document: Document, inspection: Inspection) -> File:
    """Return the words of the latest version, a page a line, for searches and for who needs words alone."""
    return File(f"{document.address}{TEXT}", f"{document.title}\n\n{inspection.text}\n".encode())
