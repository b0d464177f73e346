"""From the body of a record to its HTML: a function of the text, the catalog and the settings."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from markdown import Markdown

from plugins import views
from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord, Post, Tutorial
from plugins.inspection.markup import Removed, clean_markup
from plugins.ledger.hashing import digest_of
from plugins.resources import Crumb
from plugins.texts.blocks import QuickBlocks
from plugins.texts.extensions import extensions_of
from plugins.texts.inline import QuickInline
from plugins.texts.lines import QuickLines
from plugins.texts.mending import WideTables, mended
from plugins.texts.shown_files import names_in
from plugins.views.annotation import Annotator
from plugins.views.outline import hold_tables, outline
from plugins.views.pictures import lay_out_pictures, named_pictures


class Text(NamedTuple):
    """Hold the HTML of a record, its outline, and what the HTML may not hold and has lost."""

    html: str
    outline: tuple[Crumb, ...] = ()
    removed: tuple[Removed, ...] = ()


class Seen(NamedTuple):
    """Hold the digests of the HTML of a text and of its outline: they stand for these where nobody reads them."""

    html: str
    outline: str


def seen_of(html: str, outline: Iterable[Crumb]) -> Seen:
    """Return what stands for a text."""
    headings = (part for crumb in outline for part in (crumb.label, crumb.address))
    return Seen(digest_of(html), digest_of(*headings))


class Converter:
    """Convert records with one Markdown and one annotator, both made when the first text asks for them."""

    def __init__(self, catalog: Catalog, settings: Mapping[str, Any], root: Path) -> None:
        """Take the catalog, which notes what is asked of it, and the folder of the files that texts name."""
        self._catalog = catalog
        self._root = root
        self._settings = settings

    def convert(self, record: MarkdownRecord) -> Text:
        """Return the text of a record."""
        self._markdown.reset()
        cleaned = clean_markup(self._markdown.convert(mended(record)))
        year = record.date.year if isinstance(record, Post) else None
        html = hold_tables(self._annotator.annotate(cleaned.html, year, record.meanings))
        is_seen = named_pictures(html) <= names_in(record.body)
        html = lay_out_pictures(html, self._root if is_seen else self._catalog.root)
        headings = outline(html)
        if isinstance(record, Tutorial):
            html = views.lay_out_steps(html, views.step_pictures(record, self._root))
        return Text(html, headings, cleaned.removed)

    @cached_property
    def _annotator(self) -> Annotator:
        return Annotator(self._catalog)

    @cached_property
    def _markdown(self) -> Markdown:
        configured = self._settings["extension_configs"]
        named = extensions_of(self._settings["extensions"], configured)
        return Markdown(
            extensions=[*named, WideTables(), QuickLines(), QuickInline(), QuickBlocks()],
            extension_configs=configured,
            output_format=self._settings["output_format"],
        )
