"""The words of what is written: posts, pages, tutorials, and documents page by page."""

from collections.abc import Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from plugins.catalog.models.document import Document
from plugins.catalog.models.post import Post
from plugins.catalog.rules.documents import FOLDER, path_of
from plugins.french import format_date, slugify
from plugins.french.stems import KNOWN, without_targets
from plugins.inspection.documents import inspect_document
from plugins.resources import NewsItem, Site, list_documents
from plugins.search.entries import Entry, entry, make_entry
from plugins.views.documents import latest_address


def text_entries(site: Site) -> Iterator[Entry]:
    """Yield an entry for each text that is shown, each page of the documents, and what sections make to be read."""
    posts = site.catalog.posts
    for item in site.news:
        yield _post(item, posts[item.slug], site.words(posts[item.slug]))
    for kind, records in (("Page", site.catalog.pages), ("Tutoriel", site.catalog.tutorials)):
        for record in records.values():
            if record.is_visible(site.today):
                yield _written(record.address, kind, record.title, record.summary or "", site.words(record))
    for document in site.catalog.documents.values():
        if not document.draft:
            yield from _document(document, site)
    for _, answer in list_documents.send(site):
        for made in answer:
            yield entry(made.address, "À imprimer", made.title, made.summary, words=made.details)


_posts: WeakKeyDictionary[NewsItem, tuple[Post, Entry]] = WeakKeyDictionary()
"""The entry of each post that lives, with the post it was made from."""


def _post(item: NewsItem, post: Post, body: str) -> Entry:
    known = _posts.get(item)
    if known is None or known[0] is not post:
        note = f"{format_date(item.date, 'medium')} · {item.summary or item.category.label}"
        others = f"{' '.join(item.tags)} {post.right_of_reply or ''}"
        known = _posts[item] = (
            post,
            _written(item.address, "Actualité", item.title, note, body, others),
        )
    return known[1]


@lru_cache(KNOWN)
def _written(address: str, kind: str, title: str, note: str, body: str, others: str = "") -> Entry:
    """Make the entry of a text, once for the same text: no other form of its words stays in memory."""
    return make_entry(address, kind, title, note, f"{without_targets(body)} {others}")


def _document(document: Document, site: Site) -> Iterator[Entry]:
    """Yield the document, then each page of its latest version, which a PDF opens at."""
    words = f"{document.type.label} {' '.join(document.themes)} {document.author}"
    yield entry(document.address, "Document", document.title, document.summary, words=words)
    pages = _pages(document, site)
    for number, text in enumerate(pages, 1):
        if text.strip():
            place = f"page {number}" if len(pages) > 1 else "son texte"
            address = (
                f"{latest_address(document)}#page={number}" if len(pages) > 1 else latest_address(document)
            )
            yield entry(address, "Dans un document", f"{document.title}, {place}", words=text)


def _pages(document: Document, site: Site) -> list[str]:
    """Return the words of the latest version, page by page when it is a PDF: the inspection gives a page a line."""
    path = path_of(site.catalog.root / FOLDER, document.latest.file)
    known = frozenset({slugify(site.catalog.association.name)})
    text = inspect_document(path.name, path.read_bytes(), known).text
    return text.split("\n") if path.suffix.lower() == ".pdf" else [text]
