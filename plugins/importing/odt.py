"""Read the text of an OpenDocument text (ISO/IEC 26300): headings, lists, tables, bold, italic, links."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from plugins.importing.blocks import Block, Minutes, Span
from plugins.inspection.archives import parse_xml

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _OFFICE = (_OASIS % name for name in ("text", "table", "style", "office"))
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_DRAW = _OASIS % "drawing"
_HREF = "{http://www.w3.org/1999/xlink}href"
_LOST = {
    f"{_DRAW}image": "image",
    f"{_DRAW}object": "objet",
    f"{_DRAW}text-box": "cadre",
    f"{_TEXT}note": "note",
    f"{_OFFICE}annotation": "commentaire",
    f"{_TEXT}deletion": "texte effacé",
    f"{_TEXT}insertion": "texte ajouté",
    f"{_TABLE}covered-table-cell": "cellules fusionnées",
}
_ASIDE = {f"{_TEXT}note", f"{_OFFICE}annotation", f"{_DRAW}frame", f"{_TEXT}tracked-changes"}
_MOST_SPACES = 50


def read_odt(parts: Mapping[str, bytes]) -> Minutes:
    """Return the blocks of a document, and what was left behind."""
    return _Odt(parts).read()


class _Odt:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._content = parse_xml(parts["content.xml"])
        self._roots = [self._content, *([parse_xml(parts["styles.xml"])] if "styles.xml" in parts else [])]

    def read(self) -> Minutes:
        body = self._content.find(f"{_OFFICE}body/{_OFFICE}text")
        if body is None:
            return Minutes(())
        lost = Counter(_LOST[element.tag] for element in body.iter() if element.tag in _LOST)
        return Minutes(tuple(self._blocks(body)), dict(lost))

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{_TEXT}h":
                yield Block("heading", self._all(element), int(element.get(f"{_TEXT}outline-level", "1")))
            elif element.tag == f"{_TEXT}p":
                title = self._names.get(element.get(f"{_TEXT}style-name", "")) == "Title"
                yield Block("heading" if title else "paragraph", self._all(element), int(title))
            elif element.tag == f"{_TEXT}list":
                yield from self._items(element, 0, element.get(f"{_TEXT}style-name", ""))
            elif element.tag == f"{_TABLE}table":
                yield Block("table", rows=tuple(self._row(row) for row in element.iter(f"{_TABLE}table-row")))
            elif element.tag in {f"{_TEXT}section", f"{_TEXT}index-body"}:
                yield from self._blocks(element)

    def _items(self, found: etree._Element, level: int, style: str) -> Iterator[Block]:
        for item in found:
            for part in item:
                if part.tag == f"{_TEXT}list":
                    yield from self._items(part, level + 1, part.get(f"{_TEXT}style-name", style))
                elif part.tag in {f"{_TEXT}p", f"{_TEXT}h"}:
                    yield Block("item", self._all(part), level, (style, level + 1) in self._numbered)

    def _row(self, row: etree._Element) -> tuple[tuple[Span, ...], ...]:
        cells = (cell for cell in row if cell.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"})
        return tuple(self._cell(cell) for cell in cells)

    def _cell(self, cell: etree._Element) -> tuple[Span, ...]:
        texts = [self._all(paragraph) for paragraph in cell.iter(f"{_TEXT}p")]
        return tuple(
            span for index, spans in enumerate(texts) for span in (Span(" " if index else ""), *spans)
        )

    def _all(self, element: etree._Element) -> tuple[Span, ...]:
        return tuple(self._spans(element, Span("")))

    def _spans(self, element: etree._Element, look: Span) -> Iterator[Span]:
        yield Span(element.text or "", look.bold, look.italic, look.link)
        for child in element:
            if child.tag == f"{_TEXT}s":
                count = min(int(child.get(f"{_TEXT}c", "1")), _MOST_SPACES)
                yield Span(" " * count, look.bold, look.italic, look.link)
            elif child.tag in {f"{_TEXT}tab", f"{_TEXT}line-break"}:
                yield Span(" ", look.bold, look.italic, look.link)
            elif isinstance(child.tag, str) and child.tag not in _ASIDE:
                bold, italic = self._looks.get(child.get(f"{_TEXT}style-name", ""), (False, False))
                link = child.get(_HREF, "") if child.tag == f"{_TEXT}a" else look.link
                yield from self._spans(child, Span("", look.bold or bold, look.italic or italic, link))
            yield Span(child.tail or "", look.bold, look.italic, look.link)

    @cached_property
    def _looks(self) -> dict[str, tuple[bool, bool]]:
        """Whether each style of words is bold, and whether it is italic."""
        looks: dict[str, tuple[bool, bool]] = {}
        for root in self._roots:
            for style in root.iter(f"{_STYLE}style"):
                words = style.find(f"{_STYLE}text-properties")
                if style.get(f"{_STYLE}family") == "text" and words is not None:
                    bold = words.get(f"{_FO}font-weight") == "bold"
                    italic = words.get(f"{_FO}font-style") == "italic"
                    looks[style.get(f"{_STYLE}name", "")] = bold, italic
        return looks

    @cached_property
    def _names(self) -> dict[str, str]:
        """The named style behind each style of paragraph."""
        return {
            style.get(f"{_STYLE}name", ""): style.get(f"{_STYLE}parent-style-name", "")
            if self._content in style.iterancestors()
            else style.get(f"{_STYLE}name", "")
            for root in self._roots
            for style in root.iter(f"{_STYLE}style")
        }

    @cached_property
    def _numbered(self) -> set[tuple[str, int]]:
        """The levels of lists that count."""
        return {
            (style.get(f"{_STYLE}name", ""), int(level.get(f"{_TEXT}level", "1")))
            for root in self._roots
            for style in root.iter(f"{_TEXT}list-style")
            for level in style.iter(f"{_TEXT}list-level-style-number")
            if level.get(f"{_STYLE}num-format", "1")
        }
