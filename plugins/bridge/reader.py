"""Our Markdown reader: the header comes from the catalog, already typed and checked."""

from datetime import datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from markdown import Markdown
from pelican.contents import Article, Category, Tag
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import URLWrapper

from plugins.bridge.build import current
from plugins.bridge.mending import WideTables, mended
from plugins.catalog.models.post import MarkdownRecord, Post, Tutorial
from plugins.catalog.rules.markup import told_removed
from plugins.french import PARIS, slugify
from plugins.inspection.markup import clean_markup
from plugins.resources import Crumb
from plugins.views import document_card
from plugins.views.annotation import Annotator
from plugins.views.freshness import post_age
from plugins.views.outline import hold_tables, outline
from plugins.views.pictures import figure, lay_out_pictures
from plugins.views.steps import lay_out_steps, step_pictures
from plugins.views.tutorials import tutorial_guide


class CatalogMarkdownReader(BaseReader):
    """Convert the body of a Markdown file; never parse its header a second time."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return the HTML and Pelican's metadata of a file; what is not to be shown is skipped."""
        record = records_by_file()[Path(source_path).relative_to(current().root).as_posix()]
        self._markdown.reset()
        cleaned = clean_markup(self._markdown.convert(mended(record)))
        current().problems.extend(told_removed(cleaned.removed, record))
        html = hold_tables(self._explained(cleaned.html, record))
        html = lay_out_pictures(html, current().root)
        headings = outline(html)
        if isinstance(record, Tutorial):
            html = lay_out_steps(html, step_pictures(record, current().root))
        metadata = {**_metadata(record), **self._taxonomy(record), "status": _status(record)}
        return html, metadata | {"outline": headings}

    def _explained(self, html: str, record: MarkdownRecord) -> str:
        year = record.date.year if isinstance(record, Post) else None
        return self._annotator.annotate(html, year, record.meanings)

    @cached_property
    def _annotator(self) -> Annotator:
        return Annotator(current().catalog)

    @cached_property
    def _markdown(self) -> Markdown:
        settings = self.settings["MARKDOWN"]
        return Markdown(
            extensions=[*settings["extensions"], WideTables()],
            extension_configs=settings["extension_configs"],
            output_format=settings["output_format"],
        )

    def _taxonomy(self, record: MarkdownRecord) -> dict[str, Any]:
        if not isinstance(record, Post):
            return {}
        category = current().catalog.categories[slugify(record.category)]
        return {
            "category": self._wrapped(Category, category.name),
            "tags": [self._wrapped(Tag, self._spellings[slugify(tag)]) for tag in record.tags],
        }

    @cached_property
    def _spellings(self) -> dict[str, str]:
        """Map each tag's slug to its first spelling, under which it is published."""
        spellings: dict[str, str] = {}
        for post in current().catalog.posts.values():
            for tag in post.tags:
                spellings.setdefault(slugify(tag), tag)
        return spellings

    def _wrapped(self, kind: type[URLWrapper], name: str) -> URLWrapper:
        wrapper = kind(name, self.settings)
        wrapper.slug = slugify(name)
        return wrapper


def use_our_reader(readers: Readers) -> None:
    """Give Pelican our reader for Markdown beside the one of pictures: a stray .rst or .html is not published."""
    readers.reader_classes = {"md": CatalogMarkdownReader, "static": BaseReader}


def newest_first(article: Article) -> tuple[int, str]:
    """Sort posts by day, the last one first, then by name."""
    return -article.date.toordinal(), article.slug


def records_by_file() -> dict[str, MarkdownRecord]:
    """Return every Markdown record of the current build by its path in the project."""
    catalog = current().catalog
    groups = (catalog.posts, catalog.pages, catalog.tutorials)
    return {record.file: record for group in groups for record in group.values()}


def _metadata(record: MarkdownRecord) -> dict[str, Any]:
    metadata: dict[str, Any] = {"title": record.title, "record": record, "summary": record.summary or ""}
    if record.modified_on:
        metadata["modified"] = _midnight(record.modified_on)
    if isinstance(record, Post):
        return metadata | _post_metadata(record)
    address = record.address.strip("/")
    if not record.is_visible(current().today):
        address = f"brouillons/{slugify(address)}"
    metadata |= {"url": f"{address}/", "save_as": f"{address}/index.html", "slug": slugify(address)}
    if isinstance(record, Tutorial):
        guide = tutorial_guide(record, current().catalog, current().today)
        return metadata | {"template": "tutorial", "guide": guide}
    return metadata | {"template": "page"}


def _post_metadata(post: Post) -> dict[str, Any]:
    catalog = current().catalog
    meeting = catalog.meetings.get(post.meeting or "")
    documents = [catalog.documents[slug] for slug in post.documents]
    return {
        "date": _midnight(post.date),
        "slug": post.short_slug,
        "documents": tuple(
            document_card(document, Path(document.latest.file).suffix[1:].upper())
            for document in documents
            if not document.draft
        ),
        "age": post_age(post.date, current().today),
        "picture": figure(post.picture, current().root),
        "meeting": Crumb(meeting.title, meeting.address) if meeting else None,
    }


def _midnight(day: Any) -> datetime:
    return datetime.combine(day, time(), PARIS)


def _status(record: MarkdownRecord) -> str:
    build = current()
    if record.is_visible(build.today):
        return "published"
    return "skip" if build.production else "draft"
