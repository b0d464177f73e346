"""Where the newest file of a document is, whichever it is."""

from pathlib import PurePosixPath

from plugins.catalog.models.document import Document

LATEST = "derniere"


def latest_address(document: Document) -> str:
    """Return the permanent address of the newest version, whichever it is."""
    return f"{document.address}{LATEST}{PurePosixPath(document.latest.file).suffix.lower()}"
