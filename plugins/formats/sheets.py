"""Encode spreadsheets: CSV as a French one opens it, ODS and XLSX, the same bytes every time.

ODS and XLSX are zip archives of XML whose cells are all texts. No cell begins as a formula: what is a text in
them would run once saved as CSV. Sources: OpenDocument 1.3, part 2 (packages); ECMA-376, parts 1 and 2; OWASP,
« CSV Injection ».
"""

import csv
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

MEDIA_TYPES = {
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
}
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office",
        "table": "table",
        "text": "text",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }.items()
)
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠\t\r\n]")
"""How a cell begins that a spreadsheet may run: the signs of OWASP, their wide forms, a tab, a line break."""


@dataclass(frozen=True)
class Sheet:
    """Hold a sheet: its name and its rows of texts, the first one being the headings (26 columns at most)."""

    name: str
    rows: Sequence[Sequence[str]]


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguard(text: str) -> str:
    """Take away the apostrophe that `guard` put."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def encode_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """Encode rows as CSV: semicolons and a UTF-8 mark, as a French spreadsheet opens it."""
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(map(guard, row) for row in rows)
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def encode_ods(sheets: Sequence[Sheet]) -> bytes:
    """Encode sheets as an OpenDocument spreadsheet."""
    mime = MEDIA_TYPES["ods"]
    styles = (
        '<style:style style:name="large" style:family="table-column">'
        '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
        '<style:style style:name="titre" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    content = (
        f'{_HEAD}<office:document-content {_NAMESPACES} office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{''.join(map(_ods_sheet, sheets))}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return archive(
        {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest}, {"mimetype"}
    )


def encode_xlsx(sheets: Sequence[Sheet]) -> bytes:
    """Encode sheets as an Office Open XML spreadsheet."""
    numbers = range(1, len(sheets) + 1)
    kinds = {"/xl/workbook.xml": "sheet.main"} | {
        f"/xl/worksheets/sheet{n}.xml": "worksheet" for n in numbers
    }
    types = "".join(
        f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    named = "".join(
        f'<sheet name={quoteattr(sheet.name)} sheetId="{n}" r:id="rId{n}"/>'
        for n, sheet in zip(numbers, sheets, strict=True)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{named}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
    }
    for number, sheet in zip(numbers, sheets, strict=True):
        parts[f"xl/worksheets/sheet{number}.xml"] = _xlsx_sheet(sheet)
    return archive({name: f"{_HEAD}{text}" for name, text in parts.items()})


def archive(parts: dict[str, str], stored: set[str] | None = None) -> bytes:
    """Return a zip archive with no date and no system in it: the same bytes every time."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name in (stored or ()) else zipfile.ZIP_DEFLATED
            packed.writestr(entry, text.encode())
    return buffer.getvalue()


def _ods_sheet(sheet: Sheet) -> str:
    def cell(text: str, style: str) -> str:
        if not text:
            return "<table:table-cell/>"
        return f'<table:table-cell office:value-type="string"{style}><text:p>{escape(guard(text))}</text:p></table:table-cell>'

    rows = ""
    for index, row in enumerate(sheet.rows):
        style = "" if index else ' table:style-name="titre"'
        rows += f"<table:table-row>{''.join(cell(text, style) for text in row)}</table:table-row>"
    columns = (
        f'<table:table-column table:style-name="large" table:number-columns-repeated="{len(sheet.rows[0])}"/>'
    )
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{rows}</table:table>"


def _xlsx_sheet(sheet: Sheet) -> str:
    rows = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + index)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(guard(text))}</t></is></c>'
            for index, text in enumerate(row)
            if text
        )
        + "</row>"
        for number, row in enumerate(sheet.rows, 1)
    )
    widths = f'<cols><col min="1" max="{len(sheet.rows[0])}" width="24" customWidth="1"/></cols>'
    return f'<worksheet xmlns="{_MAIN}">{widths}<sheetData>{rows}</sheetData></worksheet>'
