"""Our Markdown reader: the header comes from the catalog, already typed and checked."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from pelican.contents import Article, Category, Tag
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import URLWrapper

from plugins import views
from plugins.bridge.articles import SKIPPED
from plugins.bridge.build import current
from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord, Post, Tutorial
from plugins.catalog.rules.markup import told_removed
from plugins.french import PARIS, slugify
from plugins.resources import Crumb, output_path
from plugins.views.freshness import post_age
from plugins.views.pictures import figure


class CatalogMarkdownReader(BaseReader):
    """Give the text of a Markdown file; never parse its header a second time."""

    enabled = True
    file_extensions = ("md",)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._wrappers: dict[tuple[type[URLWrapper], str], URLWrapper] = {}

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and Pelican's metadata of a file; what is not to be shown is skipped."""
        record = current().records[Path(source_path).relative_to(current().root).as_posix()]
        text = current().text_of(record)
        current().problems.extend(told_removed(text.removed, record))
        return text.html, self.metadata_of(record) | {"outline": text.outline}

    def metadata_of(self, record: MarkdownRecord) -> dict[str, Any]:
        """Return Pelican's metadata of a record, but for what comes from its text."""
        details = self.details_of(record) if isinstance(record, Post) else {}
        return {**self.card_of(record), **details}

    def card_of(self, record: MarkdownRecord) -> dict[str, Any]:
        """Return the part of the metadata that sorting and listing records asks for."""
        is_visible = record.is_visible(_today())
        return {
            **_metadata(record, is_visible=is_visible),
            **self._taxonomy(record),
            "status": _status(is_visible=is_visible),
        }

    def details_of(self, post: Post) -> dict[str, Any]:
        """Return what only the page of a post shows."""
        catalog = _catalog()
        meeting = catalog.meetings.get(post.meeting or "")
        documents = [catalog.documents[slug] for slug in post.documents]
        return {
            "documents": tuple(
                views.document_card(document, Path(document.latest.file).suffix[1:].upper())
                for document in documents
                if not document.draft
            ),
            "age": post_age(post.date, _today()),
            "picture": figure(post.picture, current().root),
            "meeting": Crumb(meeting.title, meeting.address) if meeting else None,
        }

    def _taxonomy(self, record: MarkdownRecord) -> dict[str, Any]:
        if not isinstance(record, Post):
            return {}
        category, spelling = _catalog().categories[slugify(record.category)], current().spelling
        tags = dict.fromkeys(map(spelling, record.tags))  # one written twice is one
        return {
            "category": self._wrapped(Category, category.name),
            "tags": [self._wrapped(Tag, tag) for tag in tags],
        }

    def _wrapped(self, kind: type[URLWrapper], name: str) -> URLWrapper:
        wrapper = self._wrappers.get((kind, name))
        if wrapper is None:
            wrapper = self._wrappers[kind, name] = kind(name, self.settings)
            wrapper.slug = slugify(name)
        return wrapper


def use_our_reader(readers: Readers) -> None:
    """Give Pelican our reader for Markdown beside the one of pictures: a stray .rst or .html is not published."""
    readers.reader_classes = {"md": CatalogMarkdownReader, "static": BaseReader}


def newest_first(article: Article) -> tuple[int, str]:
    """Sort posts by day, the last one first, then by name."""
    return -article.date.toordinal(), article.slug


def _metadata(record: MarkdownRecord, *, is_visible: bool) -> dict[str, Any]:
    metadata: dict[str, Any] = {"title": record.title, "record": record, "summary": record.summary or ""}
    if record.modified_on:
        metadata["modified"] = _midnight(record.modified_on)
    if isinstance(record, Post):
        return metadata | _post_metadata(record, is_visible=is_visible)
    address = record.address.strip("/")
    if not is_visible:
        address = f"brouillons/{slugify(address)}"
    metadata |= {"url": f"{address}/", "save_as": f"{address}/index.html", "slug": slugify(address)}
    if isinstance(record, Tutorial):
        guide = views.tutorial_guide(record, _catalog(), _today())
        return metadata | {"template": "tutorial", "guide": guide}
    return metadata | {"template": "page"}


def _post_metadata(post: Post, *, is_visible: bool) -> dict[str, Any]:
    address = post.address if is_visible else f"/brouillons/{post.short_slug}/"
    return {
        "date": _midnight(post.date),
        "slug": post.short_slug,
        "url": address[1:],
        "save_as": output_path(address),
    }


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), PARIS)


def _status(*, is_visible: bool) -> str:
    if is_visible:
        return "published"
    return SKIPPED if current().production else "draft"


def _catalog() -> Catalog:
    """Return the catalog; what the reading of texts asks of it is noted."""
    return current().traced.catalog


def _today() -> date:
    """Return the day of the build; that it was asked for is noted."""
    return current().traced.today
