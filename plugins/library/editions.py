"""Give the files of a document their addresses and their words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from plugins.catalog.models.document import Document, Version
from plugins.french import format_date, format_size, plural, slugify
from plugins.library.extracts import extract, text_file
from plugins.library.inspecting import Inspection
from plugins.resources import File
from plugins.views.documents import LATEST, latest_address

PREVIEW = "apercu.png"

_SAFE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*")


@dataclass(frozen=True)
class Edition:
    """Hold a file to download: where it is, its name, « PDF, 2 pages, 120 ko », its day, what changed."""

    address: str
    name: str
    details: str
    date_text: str
    note: str = ""


def latest_edition(document: Document, inspections: Mapping[str, Inspection]) -> Edition:
    """Show the newest version at the address that never changes."""
    return _edition(document.latest, latest_address(document), inspections)


def all_editions(document: Document, inspections: Mapping[str, Inspection]) -> tuple[Edition, ...]:
    """Show every version at its own permanent address, the newest first."""
    versions = sorted(document.versions, key=lambda version: version.date, reverse=True)
    return tuple(_edition(version, version_address(document, version), inspections) for version in versions)


def document_files(document: Document, inspections: Mapping[str, Inspection]) -> Iterator[File]:
    """Return the bytes of each version, of the latest under its constant name, its preview and its words."""
    for name in dict.fromkeys(version.file for version in document.versions):
        yield File(f"{document.address}{published_name(name)}", inspections[name].content)
    latest = inspections[document.latest.file]
    yield File(latest_address(document), latest.content)
    if latest.preview:
        yield File(preview_address(document), latest.preview)
    if extract(document, latest):
        yield text_file(document, latest)


def version_address(document: Document, version: Version) -> str:
    """Return the permanent address of a version."""
    return f"{document.address}{published_name(version.file)}"


def preview_address(document: Document) -> str:
    """Return the address of the picture of the first page."""
    return f"{document.address}{PREVIEW}"


def published_name(name: str) -> str:
    """Return the file's name, kept when it is plain, without spaces and accents otherwise."""
    stem, suffix = PurePosixPath(name).stem, _suffix(name)
    if stem.lower() in {LATEST, "apercu", "index", "texte"}:
        return f"document-{stem.lower()}{suffix}"
    if _SAFE_NAME.fullmatch(name):
        return name
    return f"{slugify(stem) or 'document'}{suffix}"


def file_details(inspection: Inspection) -> str:
    """Return « PDF, 2 pages, 120 ko »."""
    pages = [plural(inspection.pages, "page")] if inspection.pages else []
    return ", ".join([inspection.format, *pages, format_size(inspection.size)])


def _edition(version: Version, address: str, inspections: Mapping[str, Inspection]) -> Edition:
    return Edition(
        address=address,
        name=published_name(version.file),
        details=file_details(inspections[version.file]),
        date_text=format_date(version.date, "medium"),
        note=version.note or "",
    )


def _suffix(name: str) -> str:
    return PurePosixPath(name).suffix.lower()
