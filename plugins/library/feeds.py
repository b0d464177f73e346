"""The Atom feed of each list of documents."""

from plugins.catalog.models.document import Document
from plugins.formats.atom import encode_atom, encode_entry
from plugins.formats.feed import FeedEntry, FeedHead
from plugins.library.shelves import Shelf
from plugins.resources import File, Site

ATOM = "atom.xml"


def shelf_feed(shelf: Shelf, site: Site) -> File:
    """Return the feed of a list: a document comes back to its top with each new version."""
    name = site.catalog.association.name
    head = FeedHead(
        title=f"{shelf.heading} – {name}",
        description="Ce qui se lit et se télécharge, à chaque nouvelle version.",
        author=name,
        url=f"{site.url}{shelf.address}{ATOM}",
        home=f"{site.url}{shelf.address}",
        updated=site.today,
    )
    entries = tuple(_entry(document, site.url) for document in shelf.documents)
    return File(f"{shelf.address}{ATOM}", encode_atom(head, entries, tuple(map(encode_entry, entries))))


def _entry(document: Document, url: str) -> FeedEntry:
    changed = document.latest.note
    return FeedEntry(
        url=f"{url}{document.address}",
        title=document.title,
        summary=document.summary,
        paragraphs=(document.summary, *([f"Ce qui a changé : {changed}"] if changed else [])),
        updated=document.issued,
        tags=document.themes,
    )
