"""The articles of the posts that have not changed: made again from their record, without Pelican reading them.

Their text, and what only their page shows, waits until somebody asks for it: lists do not. Their digests are those
that the build which read them has found, as long as all that the reading of texts looked at is the same.
"""

import os
from collections.abc import Callable, Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from pelican.contents import Article
from pelican.generators import CachingGenerator

from plugins.catalog.models.post import MarkdownRecord, Post
from plugins.ledger.shelf import Shelf
from plugins.texts.conversion import Seen

SeenOf = Callable[[MarkdownRecord], Seen]
TextOf = Callable[[MarkdownRecord], Any]
DigestsOf = Callable[[Article], tuple[str, ...] | None]

SHARED = ("settings", "_context", "author", "authors", "in_default_lang", "lang", "date_format", "timezone")
"""The attributes that Pelican gives to all the articles of a site alike."""

SPELLINGS = "build.spellings"
"""What the reading of texts asks of all the tags of a site: an article depends on its own only, which are compared."""

DETAILS = frozenset({"documents", "age", "picture", "meeting"})
"""What only the page of an article shows, and a `HeaderReader` gives apart."""

NOT_PLAIN = ("{", "|", 'alt=""', "alt=''")
"""What an address that Pelican resolves begins with (INTRASITE_LINK_REGEX), and pictures without words."""

CARD = {name: name for name in ("title", "record", "date", "modified", "slug", "category", "tags")} | {
    "summary": "_summary",
    "status": "_status",
    "url": "override_url",
    "save_as": "override_save_as",
}
"""Where an article holds what Pelican reads of its header, details apart."""

SKIPPED = "skip"
"""The status of what Pelican leaves out (`plugins.bridge.reader`)."""


class HeaderReader(Protocol):
    """Give Pelican's metadata of a record, whole or in parts (`plugins.bridge.reader`)."""

    def metadata_of(self, record: MarkdownRecord) -> dict[str, Any]:
        """Return all of it, but for what comes from its text."""

    def card_of(self, record: MarkdownRecord) -> dict[str, Any]:
        """Return the part that sorting and listing records asks for."""

    def details_of(self, post: Post) -> dict[str, Any]:
        """Return what only the page of a post shows."""


class KeptArticle(Article):
    """An article as Pelican would make it, but for what comes from its text, which waits to be asked for."""

    _text_of: TextOf
    _seen_of: SeenOf
    _reader: "HeaderReader"
    _given: Mapping[str, Any]

    def __getattr__(self, name: str) -> Any:
        """Return what only the page of the article shows; raise `AttributeError` for any other name."""
        if name not in DETAILS:
            raise AttributeError(name)
        vars(self).update(self._reader.details_of(self.record))
        return vars(self)[name]

    @property
    def _content(self) -> str:
        """Return the text: it is read each time that somebody asks for it, and not held."""
        return str(self._text_of(self.record).html)

    @property
    def url(self) -> str:
        """Return the address, which is that of the header: there is none of the settings to look for."""
        return self.override_url

    @property
    def save_as(self) -> str:
        """Return the path of the page, found as its address is."""
        return self.override_save_as

    def get_content(self, siteurl: str) -> str:  # noqa: ARG002  # where links of Pelican's own would lead
        """Return the text, in which there is nothing to resolve; Pelican's own way would hold it."""
        return self._content

    @cached_property
    def outline(self) -> Any:
        """Return the headings of the text."""
        return self._text_of(self.record).outline

    @property
    def seen(self) -> Seen:
        """Return what stands for the text, which is not read where that is known."""
        return self._seen_of(self.record)

    @property
    def metadata(self) -> dict[str, Any]:
        """Return what Pelican has read of the header, with the outline."""
        return {**self.header, "outline": self.outline}

    @property
    def header(self) -> dict[str, Any]:
        """Return what Pelican has read of the header; it is made again each time, and not held."""
        own = vars(self)
        card = {name: own[place] for name, place in CARD.items() if place in own}
        details = {name: getattr(self, name) for name in DETAILS}
        return {**self._given, **card, **details}

    @cached_property
    def locale_date(self) -> str:
        """Return the date as Pelican writes it."""
        return str(self.date.strftime(self.date_format))

    @cached_property
    def locale_modified(self) -> str:
        """Return the day of the last change as Pelican writes it; raise `AttributeError` when there is none."""
        return str(self.modified.strftime(self.date_format))

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        """Return the path of the source from the folder of the contents."""
        return (
            self.relative_source_path
            if source_path is None
            else super().get_relative_source_path(source_path)
        )

    def get_static_links(self) -> set[str]:
        """Return nothing: a text with links of Pelican's own is not kept."""
        return set()

    def refresh_metadata_intersite_links(self) -> None:
        """Resolve nothing: a summary with links of Pelican's own is not kept."""


class KeptArticles:
    """Make articles again while all that the reading of texts looked at is the same, and note those that were read."""

    def __init__(
        self,
        file: Path,
        sources: Mapping[str, str],
        are_still: Callable[[Mapping[str, str]], bool],
        text_of: TextOf,
        seen_of: SeenOf,
    ) -> None:
        """Open what a build has left; `sources` are the digests of the texts by their file, where they are known."""
        self._shelf = Shelf(file, are_still)
        rows = self._shelf.all() if sources else {}
        self._known: dict[str, list[str]] = {
            file: row for file, row in rows.items() if row[0] == sources.get(file)
        }
        self._sources = sources
        self._text_of = text_of
        self._seen_of = seen_of
        self._common: dict[str, Any] = {}
        self._folder = ""
        self._fresh: dict[str, Article] = {}
        self._read_ahead: Mapping[str, str] = {}

    def take(self, sources: Mapping[str, str]) -> None:
        """Take the texts that are kept since this build began, and hold nothing for Pelican to resolve or tell.

        They are digests of what the texts said, by their file: it may have been saved again since.
        """
        self._read_ahead = sources

    def can_make(self, record: MarkdownRecord) -> bool:
        """Tell whether the text of a record is one of those that were taken."""
        source = self._read_ahead.get(record.file)
        return source is not None and source == self._sources.get(record.file)

    @property
    def reads(self) -> set[str]:
        """Name what the articles of the builds before were made from, beside their texts."""
        return {*self._shelf.reads} if self._known else set()

    def knows(self, record: MarkdownRecord) -> bool:
        """Tell whether the article of a record is known."""
        return record.file in self._known

    def digests_of(self, record: MarkdownRecord) -> list[str] | None:
        """Return the digests of an article that is known: those of its card, of its whole, of its record."""
        row = self._known.get(record.file)
        return row[1:4] if row is not None else None

    def made_again(self, name: str, record: Post) -> Article | None:
        """Return the article of a known record, None when Pelican has to read it.

        It has when no article has shown yet what they all share, or when a tag is spelled otherwise. `name` is the path
        of its file from the folder of the generator.
        """
        is_known = self.knows(record)
        is_fresh = not is_known and self.can_make(record)
        if not (is_known or is_fresh) or not self._common or name.startswith(os.pardir):
            return None
        reader = self._common["_reader"]
        card = reader.metadata_of(record) if is_fresh else reader.card_of(record)  # what it asks for is noted
        if is_known and [tag.name for tag in card["tags"]] != self._known[record.file][4:]:
            return None
        if card["status"] == SKIPPED:
            return None
        article = self._made(name, card)
        if is_fresh:
            self._fresh[record.file] = article
        return article

    def _made(self, name: str, card: Mapping[str, Any]) -> KeptArticle:
        article = KeptArticle.__new__(KeptArticle)
        own = vars(article)
        own.update(self._common, **card)
        for key in ("url", "save_as"):
            own[f"override_{key}"] = own.pop(key)
        own["_summary"], own["_status"] = own.pop("summary"), own.pop("status")
        own["source_path"], own["relative_source_path"] = f"{self._folder}{name}", name.replace(os.sep, "/")
        own["translations"] = []
        return article

    def note(self, generator: CachingGenerator, article: Article) -> None:
        """Note an article that Pelican has read; the next ones share what it gives to all."""
        if not self._common:
            self._share(article, generator.readers.readers["md"])
            self._folder = f"{Path(generator.path).absolute()}{os.sep}"
        is_plain_text = is_plain(article._content, article.metadata["summary"])
        if article.record.file in self._sources and is_plain_text:
            self._fresh[article.record.file] = article

    def _share(self, article: Article, reader: HeaderReader) -> None:
        read = {*reader.metadata_of(article.record), "outline"}
        given = {key: value for key, value in article.metadata.items() if key not in read}
        shared = {key: vars(article)[key] for key in SHARED if key in vars(article)}
        own = {"template": article.template, "_given": given, "_reader": reader, "_text_of": self._text_of}
        own["_seen_of"] = self._seen_of
        self._common = {**shared, **given, **own}

    def write_down(self, reads: Mapping[str, str], digests_of: DigestsOf, files: Collection[str]) -> None:
        """Leave the digests of the articles that were read for the builds to come; `files` are those of the texts.

        `reads` are the digests of all that the reading of texts has looked at.
        """
        for file, article in self._fresh.items():
            if (digests := digests_of(article)) is not None:
                self._shelf.put(file, [self._sources[file], *digests, *(tag.name for tag in article.tags)])
        if not self._fresh:
            self._shelf.close()
            return
        others = {name: digest for name, digest in reads.items() if name != SPELLINGS}
        self._shelf.write(others, self._shelf.keys.difference(files))

    def close(self) -> None:
        """Let the file go."""
        self._shelf.close()


def is_plain(*texts: str) -> bool:
    """Tell whether nothing in some texts is for Pelican to resolve, or to warn of."""
    return not any(sign in text for text in texts for sign in NOT_PLAIN)
