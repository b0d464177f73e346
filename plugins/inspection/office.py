"""Look in a document of an office suite for persons, comments, tracked changes and programs."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from plugins.french import slugify
from plugins.inspection.archives import parse_xml, unpack
from plugins.inspection.findings import Finding, RefusedFileError, damaged
from plugins.inspection.tables import Row, rows_of

_PERSONS = re.compile(
    r"\}(creator|lastModifiedBy|initial-creator|printed-by|[Cc]ompany|[Mm]anager|contributor)$"
)
_PROPERTIES = ("docProps/core.xml", "docProps/app.xml", "meta.xml")
_COMMENTS = re.compile(
    r"^(word/comments\w*\.xml|xl/(threadedC|c)omments.*\.xml|ppt/comments/.*|word/people\.xml)$"
)
_TRACKED = re.compile(rb"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)[ >]|<text:changed-region[ >]")
_NOTES = re.compile(rb"<office:annotation[ >]")
_PROGRAMS = re.compile(
    r"(^|/)(vbaProject\.bin|vbaData\.xml)$|^(Basic|Scripts)/.+|\.(exe|js|vbs|bat|jar)$", re.IGNORECASE
)
_ATTACHED = re.compile(r"/embeddings/|^ObjectReplacements/.+|/activeX/", re.IGNORECASE)
_MAIN = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "odt": "content.xml",
    "ods": "content.xml",
    "odp": "content.xml",
    "epub": "META-INF/container.xml",
}
_TEXTS = re.compile(
    r"^(word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml|xl/sharedStrings\.xml|xl/worksheets/.*\.xml"
    r"|ppt/slides/[^/]+\.xml|content\.xml|styles\.xml)$"
)


def inspect_office(
    kind: str, content: bytes, known: frozenset[str]
) -> tuple[list[Finding], str, tuple[Row, ...]]:
    """Return what is wrong in an office document, its text, and its rows if it has any; raise `RefusedFileError` when it does not open.

    `known` are the authors that are no persons, as slugs: the association itself.
    """
    parts = unpack(content)
    if _MAIN[kind] not in parts:
        raise RefusedFileError(damaged("ce document"))
    rows = rows_of(kind, parts) if kind in {"ods", "xlsx"} else ()
    return [*_faults(kind, parts, known)], " ".join(_texts(parts)), rows


def without_persons(content: bytes, known: frozenset[str]) -> bytes:
    """Return the same document whose properties name nobody; raise `RefusedFileError` when it does not open."""
    parts = unpack(content)
    emptied = {name: _emptied(parts[name], known) for name in _PROPERTIES if name in parts}
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as before, zipfile.ZipFile(buffer, "w") as after:
        for (
            entry
        ) in before.infolist():  # in the same order: an ODF file says its kind first (ODF 1.3, part 2, 3.3)
            after.writestr(entry, emptied.get(entry.filename, parts[entry.filename]))
    return buffer.getvalue()


def _emptied(part: bytes, known: frozenset[str]) -> bytes:
    root = parse_xml(part)
    for element in _naming(root, known):
        element.text = None
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _faults(kind: str, parts: Mapping[str, bytes], known: frozenset[str]) -> Iterator[Finding]:
    programs = sorted(name for name in parts if _PROGRAMS.search(name))
    if programs:
        yield Finding(
            "document-a-programme",
            "ce document contient un programme (une macro).",
            "enregistrez-le sans macro, ou exportez-le en PDF",
            written=programs[0],
        )
    attached = sorted(name for name in parts if _ATTACHED.search(name))
    if attached:
        yield Finding(
            "document-a-programme",
            "ce document en contient un autre (un objet incorporé).",
            "remplacez l’objet par une image ou un tableau, ou exportez le document en PDF",
            written=attached[0],
        )
    if kind == "epub":
        return
    persons = list(dict.fromkeys(_persons(parts, known)))
    if persons:
        yield _author(persons)
    if any(_COMMENTS.match(name) for name in parts) or _any(parts, _NOTES):
        yield Finding(
            "suivi-des-modifications",
            "ce document garde des commentaires : tout le monde les lirait.",
            "supprimez les commentaires dans votre logiciel (onglet Révision), ou exportez le document en PDF",
        )
    if _any(parts, _TRACKED):
        yield Finding(
            "suivi-des-modifications",
            "ce document garde le suivi des modifications : le texte effacé s’y lit encore.",
            "acceptez toutes les modifications (onglet Révision), ou exportez le document en PDF",
        )


def _author(persons: list[str]) -> Finding:
    return Finding(
        "auteur-dans-le-fichier",
        "les propriétés de ce document nomment une personne.",
        "lancez ./faire garde --nettoyer, qui retire l’auteur ; ou exportez-le en PDF : le site nettoie les PDF",
        written=", ".join(persons),
    )


def _any(parts: Mapping[str, bytes], pattern: re.Pattern[bytes]) -> bool:
    return any(pattern.search(part) for name, part in parts.items() if name.endswith(".xml"))


def _persons(parts: Mapping[str, bytes], known: frozenset[str]) -> Iterator[str]:
    for name in _PROPERTIES:
        if name in parts:
            yield from (_said(element) for element in _naming(parse_xml(parts[name]), known))


def _naming(root: etree._Element, known: frozenset[str]) -> Iterator[etree._Element]:
    """Yield the properties that name a person."""
    for element in root.iter():
        named = isinstance(element.tag, str) and _PERSONS.search(element.tag)
        if named and _said(element) and slugify(_said(element)) not in known:
            yield element


def _said(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _texts(parts: Mapping[str, bytes]) -> Iterator[str]:
    for name, part in parts.items():
        if _TEXTS.match(name):
            yield " ".join(text for text in parse_xml(part).itertext() if text.strip())
