"""The booklet as an EPUB: one file a letter, so that small readers turn its pages quickly."""

import io
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from plugins.booklet.contents import SUBTITLE, TITLE, Contents
from plugins.booklet.words import ADDRESS, LICENCE, LICENCE_ADDRESS
from plugins.formats import epub
from plugins.formats.epub import TEMPLATES, Book, Chapter, encode_epub, render
from plugins.formats.kept import digest, kept
from plugins.french import typeset_text

COVER_HEIGHT = 1400  # pixels: sharp on the readers of today
PREVIEW_HEIGHT = 594
COVER_COLOURS = 64
ACCESSIBILITY = (
    "Tout le livre est du texte, avec des titres, un sommaire, un index et des liens entre les entrées. "
    "La seule image est la couverture, décrite. Ce qui est à vérifier, nouveau ou remplacé est dit en toutes lettres."
)


def bind_booklet(data: dict[str, Any], contents: Contents, pdf: bytes) -> bytes:
    """Return the EPUB; its cover is the first page of the PDF."""
    key = digest(_tools(), str(sorted(data.items())), pdf)
    return kept(key, lambda: bound_booklet(data, contents, pdf))


def bound_booklet(data: dict[str, Any], contents: Contents, pdf: bytes) -> bytes:
    """Return the same bytes as `bind_booklet`, made anew."""
    return encode_epub(_book(data, contents, pdf))


def kept_cover(pdf: bytes) -> bytes:
    """Return the picture of the first page of the PDF that the booklet's page shows, as a PNG."""
    return kept(digest(_tools(), "cover", pdf), lambda: _draw_cover(pdf, PREVIEW_HEIGHT))


def _book(data: dict[str, Any], contents: Contents, pdf: bytes) -> Book:
    return Book(
        title=TITLE,
        description=typeset_text(f"{SUBTITLE}. {contents.counted}."),
        creator=contents.association,
        address=f"{contents.site}{ADDRESS}",
        licence=f"{LICENCE}, {LICENCE_ADDRESS}",
        edition=data["issue"],
        dated=contents.issue.dated,
        accessibility=ACCESSIBILITY,
        style=render("style.css", {"colours": data["colours"]}),
        cover=_draw_cover(pdf),
        cover_words=typeset_text(
            f"{TITLE}. {SUBTITLE}. {contents.counted}. {contents.issue.name}. {contents.association}."
        ),
        chapters=tuple(_chapters({**data, "places": _places(data)})),
    )


def _chapters(said: dict[str, Any]) -> Iterator[Chapter]:
    yield _words("lire", "Comment lire ce livret", said, paragraphs=said["how_to_read"], role="preface")
    yield _chapter("domaines", "Les domaines", "domains.xhtml", said)
    yield _chapter("sigles", "Les sigles, de A à Z", "parts.xhtml", said, role="bodymatter")
    for letter in said["letters"]:
        title = f"Lettre {letter['letter']}"
        content = render("letter.xhtml", {**said, "title": title, "letter": letter})
        yield Chapter(letter["key"], title, content, parent="sigles")
    yield _chapter("organismes", "Les organismes", "bodies.xhtml", said)
    yield _chapter("index", "Index", "index.xhtml", said, role="index")
    about = said | {"edition": (), "new": ()}
    yield _words("a-propos", "À propos de ce livret", about, paragraphs=said["colophon"], role="colophon")


def _chapter(name: str, title: str, template: str, said: dict[str, Any], role: str = "") -> Chapter:
    return Chapter(name, title, render(template, {**said, "title": title, "name": name}), role)


def _words(
    name: str, title: str, said: dict[str, Any], paragraphs: list[dict[str, str]], role: str
) -> Chapter:
    return _chapter(name, title, "words.xhtml", {**said, "paragraphs": paragraphs}, role)


def _places(data: dict[str, Any]) -> dict[str, str]:
    """Map each entry and each body to its file and its anchor."""
    places = {
        entry["key"]: f"{letter['key']}.xhtml#{entry['key']}"
        for letter in data["letters"]
        for entry in letter["entries"]
    }
    return places | {body["key"]: f"organismes.xhtml#{body['key']}" for body in data["bodies"]}


def _draw_cover(pdf: bytes, height: int = COVER_HEIGHT) -> bytes:
    from pypdfium2 import PdfDocument  # noqa: PLC0415  # a build that keeps all such files starts faster

    document = PdfDocument(pdf)
    try:
        page = document[0]
        drawn = page.render(scale=height / page.get_height()).to_pil()
    finally:
        document.close()
    written = io.BytesIO()
    drawn.convert("RGB").quantize(COVER_COLOURS).save(written, "PNG", optimize=True)
    return written.getvalue()


@cache
def _tools() -> str:
    """Return the digest of what makes the book but its data: this program and the templates."""
    files = (Path(__file__), Path(epub.__file__), *sorted(TEMPLATES.iterdir()))
    return digest(*(path.read_bytes() for path in files))
