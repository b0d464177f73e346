"""An empty spreadsheet with our headings, one example row, and a word on each column.

ODS and XLSX are zip archives of XML: written here, they are the same bytes every time.
Sources: OpenDocument 1.3, part 2 (packages); ECMA-376, part 2.
"""

import csv
import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from plugins.importing.columns import COLUMNS
from plugins.importing.rows import FileRefusedError
from plugins.importing.sheets import EXPLAINED

SHEET = "Sorties"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
_WELCOME = (
    (
        "À lire d’abord",
        "Une ligne par sortie, dans la feuille « Sorties ». La ligne d’exemple n’est jamais importée.",
    ),
    (
        "Ensuite",
        "Enregistrez, puis : ./faire importer suivi du nom du fichier. Rien n’est écrit sans --ecrire.",
    ),
    ("Personne", "N’écrivez aucun nom, téléphone ni courriel de personne : seulement ceux d’un accueil."),
)
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

Table = list[list[str]]


def write_template(path: Path) -> None:
    """Write a template of the kind that the name asks for; raise `FileRefusedError`, and never overwrite."""
    makers = {".ods": ods_template, ".xlsx": xlsx_template, ".csv": csv_template}
    if path.suffix.lower() not in makers:
        message = f"« {path.name} » : le nom du modèle finit par .ods, .xlsx ou .csv. Par exemple : ./faire importer --modele sorties.ods"
        raise FileRefusedError(message)
    data = makers[path.suffix.lower()]()
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        message = f"« {path} » existe déjà : je n’y touche pas. Choisissez un autre nom."
        raise FileRefusedError(message) from None
    except OSError:
        message = (
            f"Je ne peux pas écrire « {path} » : vérifiez que le dossier existe et que vous en avez le droit."
        )
        raise FileRefusedError(message) from None


def csv_template() -> bytes:
    """Return the template as CSV: semicolons and a UTF-8 mark, as a French spreadsheet opens it."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    outings, _ = _tables()
    explained = [column.explanation for column in COLUMNS]
    writer.writerows([outings[0], [f"# {explained[0]}", *explained[1:]], *outings[1:]])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def ods_template() -> bytes:
    """Return the template as an OpenDocument spreadsheet."""
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    sheets = "".join(
        _ods_sheet(name, table) for name, table in zip((SHEET, EXPLAINED), _tables(), strict=True)
    )
    styles = (
        '<style:style style:name="large" style:family="table-column">'
        '<style:table-column-properties style:column-width="4.5cm"/></style:style>'
        '<style:style style:name="titre" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>'
    )
    content = (
        f'{_HEAD}<office:document-content {_NAMESPACES} office:version="1.3"><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        f'{_HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    return archive(
        {"mimetype": mime, "content.xml": content, "META-INF/manifest.xml": manifest}, {"mimetype"}
    )


def xlsx_template() -> bytes:
    """Return the template as an Office Open XML spreadsheet."""
    names = (SHEET, EXPLAINED)
    types = "".join(
        f'<Override PartName="{part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
        for part, kind in (
            ("/xl/workbook.xml", "sheet.main"),
            ("/xl/worksheets/sheet1.xml", "worksheet"),
            ("/xl/worksheets/sheet2.xml", "worksheet"),
        )
    )
    sheets = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1))
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{_LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in (1, 2)
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
    }
    for number, table in enumerate(_tables(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = _xlsx_sheet(table)
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


def _tables() -> tuple[Table, Table]:
    outings = [[column.heading for column in COLUMNS], [column.example for column in COLUMNS]]
    explained = [["Colonne", "Ce qu’on y écrit"], *map(list, _WELCOME)]
    explained += [
        [f"{column.heading}{' (à remplir)' if column.needed else ''}", column.explanation]
        for column in COLUMNS
    ]
    return outings, explained


def _ods_sheet(name: str, table: Table) -> str:
    def cell(text: str, style: str) -> str:
        if not text:
            return "<table:table-cell/>"
        return f'<table:table-cell office:value-type="string"{style}><text:p>{escape(text)}</text:p></table:table-cell>'

    rows = ""
    for index, row in enumerate(table):
        style = "" if index else ' table:style-name="titre"'
        rows += f"<table:table-row>{''.join(cell(text, style) for text in row)}</table:table-row>"
    columns = (
        f'<table:table-column table:style-name="large" table:number-columns-repeated="{len(table[0])}"/>'
    )
    return f'<table:table table:name="{name}">{columns}{rows}</table:table>'


def _xlsx_sheet(table: Table) -> str:
    rows = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(65 + index)}{number}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
            for index, text in enumerate(row)
            if text
        )
        + "</row>"
        for number, row in enumerate(table, 1)
    )
    widths = f'<cols><col min="1" max="{len(table[0])}" width="24" customWidth="1"/></cols>'
    return f'<worksheet xmlns="{_MAIN}">{widths}<sheetData>{rows}</sheetData></worksheet>'
