"""Make an EPUB 3.3 book: one zip, the same bytes every time, with what a reader needs to know of its accessibility.

Sources: EPUB 3.3 and EPUB Accessibility 1.1 (W3C), the OCF container (EPUB 3.3, 4), schema.org accessibility terms.
The templates are those of `theme/templates/epub`.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.formats.fonts import THEME

TEMPLATES = THEME / "templates" / "epub"
MIMETYPE = "application/epub+zip"
_FOLDER = "EPUB"


@dataclass(frozen=True)
class Chapter:
    """Hold a file of the book: its name without `.xhtml`, its title, its content.

    `role` is its word of the EPUB structure vocabulary when readers may jump to it (`bodymatter`, `index`…);
    `parent` is the name of the chapter under which the table of contents puts it.
    """

    name: str
    title: str
    content: str = field(repr=False)
    role: str = ""
    parent: str = ""

    @property
    def file(self) -> str:
        """Return its file's name."""
        return f"{self.name}.xhtml"


@dataclass(frozen=True)
class Book:
    """Hold a book; `address` makes its identifier, `cover` is a PNG whose words `cover_words` says."""

    title: str
    description: str
    creator: str
    address: str
    licence: str
    edition: str
    dated: date
    accessibility: str
    style: str
    cover: bytes = field(repr=False)
    cover_words: str
    chapters: tuple[Chapter, ...]

    @property
    def identifier(self) -> str:
        """Return a name-based UUID (RFC 9562): the same for every edition of the book."""
        return f"urn:uuid:{uuid5(NAMESPACE_URL, self.address)}"

    def under(self, parent: str) -> tuple[Chapter, ...]:
        """Return the chapters that the table of contents puts under another."""
        return tuple(chapter for chapter in self.chapters if chapter.parent == parent)


def encode_epub(book: Book) -> bytes:
    """Return the bytes of the book: `mimetype` first and not compressed, every file dated like the edition."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in _files(book):
            member = zipfile.ZipInfo(name, (book.dated.year, book.dated.month, book.dated.day, 12, 0, 0))
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            member.create_system = 3  # whatever the computer that makes it
            member.external_attr = 0o644 << 16
            archive.writestr(member, content, compresslevel=9)
    return written.getvalue()


def render(template: str, context: Mapping[str, Any]) -> str:
    """Return a file of the book from its template; every text is escaped."""
    return _environment().get_template(template).render(context)


def _files(book: Book) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", MIMETYPE.encode()
    yield "META-INF/container.xml", render("container.xml", {"folder": _FOLDER}).encode()
    yield f"{_FOLDER}/package.opf", render("package.opf", {"book": book}).encode()
    yield f"{_FOLDER}/nav.xhtml", render("nav.xhtml", {"book": book}).encode()
    yield f"{_FOLDER}/style.css", book.style.encode()
    yield f"{_FOLDER}/cover.png", book.cover
    yield f"{_FOLDER}/cover.xhtml", render("cover.xhtml", {"book": book}).encode()
    for chapter in book.chapters:
        yield f"{_FOLDER}/{chapter.file}", chapter.content.encode()


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
