"""Read the text of a Word document (ECMA-376): headings, lists, tables, bold, italic, links."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from lxml import etree

from plugins.importing.blocks import Block, Minutes, Span
from plugins.inspection.archives import parse_xml

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_LOST = {
    "drawing": "image",
    "pict": "image",
    "object": "objet",
    "footnoteReference": "note",
    "endnoteReference": "note",
    "commentReference": "commentaire",
    "del": "texte effacé",
    "ins": "texte ajouté",
    "txbxContent": "cadre",
    "gridSpan": "cellules fusionnées",
    "vMerge": "cellules fusionnées",
}


def read_docx(parts: Mapping[str, bytes]) -> Minutes:
    """Return the blocks of a document, and what was left behind."""
    return _Docx(parts).read()


class _Docx:
    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self._parts = parts
        self._body = parse_xml(parts["word/document.xml"]).find(f"{_W}body")

    def read(self) -> Minutes:
        if self._body is None:
            return Minutes(())
        tags = (element.tag for element in self._body.iter() if isinstance(element.tag, str))
        lost = Counter(_LOST[name] for tag in tags if (name := tag.removeprefix(_W)) in _LOST)
        return Minutes(tuple(self._blocks(self._body)), dict(lost))

    def _blocks(self, parent: etree._Element) -> Iterator[Block]:
        for element in parent:
            if element.tag == f"{_W}p":
                yield self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield Block("table", rows=tuple(self._row(row) for row in element.findall(f"{_W}tr")))
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
                yield from self._blocks(element)

    def _row(self, row: etree._Element) -> tuple[tuple[Span, ...], ...]:
        return tuple(self._cell(cell) for cell in row.findall(f"{_W}tc"))

    def _cell(self, cell: etree._Element) -> tuple[Span, ...]:
        texts = [self._spans(paragraph) for paragraph in cell.iter(f"{_W}p")]
        return tuple(
            span for index, spans in enumerate(texts) for span in (Span(" " if index else ""), *spans)
        )

    def _paragraph(self, paragraph: etree._Element) -> Block:
        spans = tuple(self._spans(paragraph))
        style = _value(paragraph, "pPr/pStyle")
        if style in self._levels:
            return Block("heading", spans, self._levels[style])
        number = _value(paragraph, "pPr/numPr/numId") or self._listed.get(style, "")
        if number not in {"", "0"}:
            level = int(_value(paragraph, "pPr/numPr/ilvl") or 0)
            return Block("item", spans, level, self._formats.get((number, level), "bullet") != "bullet")
        return Block("paragraph", spans)

    def _spans(self, parent: etree._Element, link: str = "") -> Iterator[Span]:
        for element in parent:
            name = element.tag.removeprefix(_W) if isinstance(element.tag, str) else ""
            if name == "r":
                yield Span(_text(element), _is_on(element, "b"), _is_on(element, "i"), link)
            elif name == "hyperlink":
                yield from self._spans(element, self._links.get(element.get(_ID, ""), ""))
            elif name in {"ins", "smartTag", "sdt", "sdtContent", "fldSimple"}:
                yield from self._spans(element, link)

    @cached_property
    def _links(self) -> dict[str, str]:
        part = self._parts.get("word/_rels/document.xml.rels")
        return {item.get("Id", ""): item.get("Target", "") for item in parse_xml(part)} if part else {}

    @cached_property
    def _styles(self) -> list[etree._Element]:
        part = self._parts.get("word/styles.xml")
        return parse_xml(part).findall(f"{_W}style") if part else []

    @cached_property
    def _levels(self) -> dict[str, int]:
        """The level of each heading style; the title of the document is the highest."""
        levels: dict[str, int] = {}
        for style in self._styles:
            outline = _value(style, "pPr/outlineLvl")
            if outline.isdigit() and int(outline) < 9:  # 9 is the level of plain text
                levels[style.get(f"{_W}styleId", "")] = int(outline) + 1
            elif _value(style, "name").casefold() == "title":
                levels[style.get(f"{_W}styleId", "")] = 1
        return levels

    @cached_property
    def _listed(self) -> dict[str, str]:
        return {style.get(f"{_W}styleId", ""): _value(style, "pPr/numPr/numId") for style in self._styles}

    @cached_property
    def _formats(self) -> dict[tuple[str, int], str]:
        """How each level of each list is numbered."""
        part = self._parts.get("word/numbering.xml")
        root = parse_xml(part) if part else None
        if root is None:
            return {}
        abstract = {item.get(f"{_W}abstractNumId"): item for item in root.findall(f"{_W}abstractNum")}
        return {
            (number.get(f"{_W}numId", ""), int(level.get(f"{_W}ilvl", "0"))): _value(level, "numFmt")
            for number in root.findall(f"{_W}num")
            for level in abstract.get(_value(number, "abstractNumId"), ())
            if level.tag == f"{_W}lvl"
        }


def _value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return found.get(f"{_W}val", "") if found is not None else ""


def _is_on(run: etree._Element, name: str) -> bool:
    found = run.find(f"{_W}rPr/{_W}{name}")
    return found is not None and found.get(f"{_W}val", "true") not in {"0", "false", "off"}


def _text(run: etree._Element) -> str:
    signs = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}
    return "".join(child.text or "" if child.tag == f"{_W}t" else signs.get(child.tag, "") for child in run)
