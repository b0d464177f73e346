"""Mend what a text says clearly enough, once `plugins.catalog.rules.texts` has told it: nothing written is lost."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor

from plugins.catalog.models.post import MarkdownRecord, Tutorial
from plugins.catalog.rules.texts import HEADING, rows_holding, without_word_marks

DEEPEST = 6
_SIGNS = "#=<"
"""What headings and the marks of a word processor hold."""


def mended(record: MarkdownRecord) -> str:
    """Return the text of a record, its headings one below the other, without the marks of a word processor.

    The headings of a tutorial are its steps: they are left as they are.
    """
    rows = record.body.split("\n")
    above: list[int] = []
    for index, row, prose in rows_holding(_SIGNS, record.body, 0):
        if prose == row:
            rows[index] = without_word_marks(row)
        found = HEADING.match(row) if row.startswith("#") else None
        if found and not isinstance(record, Tutorial):
            rows[index] = "#" * _level(len(found["marks"]), above) + row[found.end() :]
    return "\n".join(rows)


def _level(written: int, above: list[int]) -> int:
    """Return the level of a heading from those it stands below, of which `above` keeps the written levels."""
    while above and above[-1] >= written:
        above.pop()
    above.append(written)
    return min(len(above) + 1, DEEPEST)


class WideTables(Extension):
    """Keep every cell of a table: a row longer than the first one widens it, where Markdown drops the rest."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's tables."""
        settings = {"use_align_attribute": False}
        md.parser.blockprocessors.register(_WideTable(md.parser, settings), "table", 75)


class _WideTable(TableProcessor):
    def run(self, parent: Element, blocks: list[str]) -> None:
        header, _, *rows = (row.strip(" ") for row in blocks[0].split("\n"))
        width = max(len(self._split_row(row)) for row in (header, *rows))
        self.separator: Sequence[str] = [*self.separator, *[""] * (width - len(self.separator))]
        super().run(parent, blocks)
