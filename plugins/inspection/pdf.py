"""Look in a PDF for what acts, what is attached and who made it; publish it without persons.

What says that the file follows PDF/A or PDF/UA (ISO 19005, ISO 14289) is kept: the identification, its
extension schemas, the title, the language. Dates, tools, history and persons are not.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
from lxml import etree
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream
from pypdfium2 import PdfDocument, PdfiumError

from plugins.french import slugify
from plugins.inspection.archives import PROTECTED
from plugins.inspection.findings import Finding, Inspection, RefusedFileError, damaged
from plugins.inspection.persons import list_of_people
from plugins.inspection.words import rejoined

_ACTIONS = {
    "/JavaScript": "lance un programme (JavaScript)",
    "/Launch": "lance un logiciel sur l’ordinateur de qui le lit",
    "/SubmitForm": "envoie ce que l’on y écrit à une adresse",
    "/ImportData": "va chercher des données ailleurs",
    "/Rendition": "lance un son ou une vidéo",
}
_KEYS = {
    "/JS": _ACTIONS["/JavaScript"],
    "/EF": "contient des fichiers joints",
    "/RichMediaContent": _ACTIONS["/Rendition"],
}
_NOBODY = {"", "anonymous", "unspecified", "unknown", "inconnu"}
_A_PATH = re.compile(r"[A-Za-z]:\\|/(?:home|Users)/|\\Users\\")
_KEPT_SPACES = (
    "http://www.aiim.org/pdfa/ns/id/",
    "http://www.aiim.org/pdfua/ns/id/",
    "http://www.aiim.org/pdfa/ns/extension/",
)
_DC = "http://purl.org/dc/elements/1.1/"
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_KEPT_WORDS = {"title", "language", "format"}


def inspect_pdf(content: bytes, known: frozenset[str]) -> Inspection:
    """Inspect a PDF; raise `RefusedFileError` when it does not open.

    `known` are the authors that are no persons, as slugs: the association itself.
    """
    pages, text = _read(content)
    with _opened(content) as pdf:
        faults = [*_active(pdf)]
        persons = [*_persons(pdf, known)]
        people = list_of_people(text)
        cleaned = _cleaned(pdf) if persons else None
    return Inspection(
        faults=(*faults, *([people] if people else [])),
        notices=(_told(persons),) if persons else (),
        cleaned=cleaned,
        pages=pages,
        text=text,
    )


def _opened(content: bytes) -> Pdf:
    try:
        pdf = Pdf.open(BytesIO(content))
    except pikepdf.PasswordError:
        raise RefusedFileError(PROTECTED) from None
    except pikepdf.PdfError:
        raise RefusedFileError(damaged("ce PDF")) from None
    if pdf.is_encrypted:
        raise RefusedFileError(PROTECTED)
    if any("reconstruct" in warning or "damaged" in warning for warning in map(str, pdf.get_warnings())):
        raise RefusedFileError(damaged("ce PDF"))
    return pdf


def _read(content: bytes) -> tuple[int, str]:
    """Return the number of pages and the words of a PDF."""
    try:
        with PdfDocument(content) as pdf:
            return len(pdf), "\n".join(_words(pdf, index) for index in range(len(pdf)))
    except PdfiumError as error:
        protected = "password" in str(error).lower()
        raise RefusedFileError(PROTECTED if protected else damaged("ce PDF")) from None


def _words(pdf: PdfDocument, index: int) -> str:
    page = pdf[index]
    text = page.get_textpage()
    try:
        return rejoined(text.get_text_bounded())
    finally:
        text.close()
        page.close()


def _active(pdf: Pdf) -> Iterator[Finding]:
    """Yield once each kind of thing that acts when the file is opened or clicked."""
    told = dict.fromkeys(what for item in pdf.objects for what in _actions(item))
    for what in told:
        yield Finding(
            "document-a-programme",
            f"ce PDF {what} : il pourrait nuire à qui l’ouvre.",
            "refaites le PDF depuis le document d’origine, sans programme ni fichier joint",
        )


def _actions(item: Object) -> Iterator[str]:
    if isinstance(item, Array):
        for value in item.as_list():
            if isinstance(value, Dictionary | Array) and not value.is_indirect:
                yield from _actions(value)
    elif isinstance(item, Dictionary | Stream):
        if isinstance(action := item.get("/S"), Name) and str(action) in _ACTIONS:
            yield _ACTIONS[str(action)]
        for key, value in item.items():
            if key in _KEYS:
                yield _KEYS[key]
            if isinstance(value, Dictionary | Array) and not value.is_indirect:
                yield from _actions(value)


def _persons(pdf: Pdf, known: frozenset[str]) -> Iterator[str]:
    """Yield who or which computer the properties name: /Info, XMP, and the notes stuck on pages."""
    info = pdf.trailer.get("/Info")
    for key, value in info.items() if isinstance(info, Dictionary) else ():
        words = str(value).strip()
        if _A_PATH.search(words) or (key in {"/Author", "/Company", "/Manager"} and _is_person(words, known)):
            yield words
    properties = _properties(pdf)
    for element in (
        properties.iter(f"{{{_DC}}}creator", f"{{{_DC}}}contributor") if properties is not None else ()
    ):
        for words in element.itertext():
            if _is_person(words.strip(), known):
                yield words.strip()
    for note in _notes(pdf):
        if _is_person(str(note.T).strip(), known):
            yield str(note.T).strip()


def _is_person(words: str, known: frozenset[str]) -> bool:
    return slugify(words) not in known | _NOBODY


def _notes(pdf: Pdf) -> Iterator[Dictionary]:
    """Yield the notes that say who wrote them; the /T of a form's field is only its name."""
    for page in pdf.pages:
        notes = page.obj.get("/Annots")
        for note in notes.as_list() if isinstance(notes, Array) else ():
            if isinstance(note, Dictionary) and note.get("/Subtype") != Name.Widget and "/T" in note:
                yield note


def _properties(pdf: Pdf) -> etree._Element | None:
    stream = pdf.Root.get("/Metadata")
    if not isinstance(stream, Stream):
        return None
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    return etree.fromstring(stream.read_bytes(), parser)


def _cleaned(pdf: Pdf) -> bytes:
    """Return the same pages without what names a person or a computer; always the same bytes."""
    info = pdf.trailer.get("/Info")
    title = info.get("/Title") if isinstance(info, Dictionary) else None
    safe = title is not None and not _A_PATH.search(str(title))
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if safe:
        pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=str(title)))
    _clean_properties(pdf)
    for item in pdf.objects:
        if isinstance(item, Dictionary | Stream):
            if "/PieceInfo" in item:
                del item["/PieceInfo"]
            if "/Metadata" in item and item.objgen != pdf.Root.objgen:
                del item["/Metadata"]
    for note in _notes(pdf):
        del note["/T"]
    buffer = BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _clean_properties(pdf: Pdf) -> None:
    root = _properties(pdf)
    if root is None:
        if "/Metadata" in pdf.Root:
            del pdf.Root["/Metadata"]
        return
    for description in root.iter(f"{{{_RDF}}}Description"):
        for key in description.attrib:
            if not _is_kept(etree.QName(key)):
                del description.attrib[key]
        if etree.QName(description.getparent()).localname == "RDF":
            for child in list(description):
                if isinstance(child.tag, str) and not _is_kept(etree.QName(child)):
                    description.remove(child)
    packet = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n%s\n<?xpacket end="w"?>'
    stream = pdf.make_stream(packet % etree.tostring(root, encoding="utf-8"))
    stream.Type, stream.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = stream


def _is_kept(name: etree.QName) -> bool:
    if name.namespace == _DC:
        return name.localname in _KEPT_WORDS
    return name.namespace in {*_KEPT_SPACES, _RDF}


def _told(persons: list[str]) -> Finding:
    return Finding(
        "auteur-dans-le-fichier",
        "ce PDF nommait une personne ou un ordinateur : la copie en ligne ne le dit plus, votre fichier le dit encore.",
        "pour le retirer aussi de votre fichier, que tout le monde peut lire dans le dépôt : ./faire garde --nettoyer",
        written=", ".join(dict.fromkeys(persons)),
    )
