"""Open a zip that may lie about itself: what really comes out is counted, and bounded."""

import io
import zipfile
import zlib

from lxml import etree

from plugins.inspection.findings import Finding, RefusedFileError, damaged

LARGEST_INSIDE = 60_000_000
"""The most bytes that may come out of an archive."""
MOST_PARTS = 2_000


def unpack(content: bytes) -> dict[str, bytes]:
    """Return every part by its name; raise `RefusedFileError` for a bomb, a damaged or a protected archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive)
    except RuntimeError:
        raise RefusedFileError(PROTECTED) from None
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError):
        raise RefusedFileError(damaged("ce document")) from None


def parse_xml(part: bytes) -> etree._Element:
    """Return the root of an XML part; raise `RefusedFileError` when it is damaged or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(part, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise RefusedFileError(damaged("ce document")) from None
    if root.getroottree().docinfo.doctype:
        raise RefusedFileError(DOCTYPE)
    return root


PROTECTED = Finding(
    "document-protege",
    "ce document est protégé par un mot de passe : ses lecteurs ne l’ouvriraient pas.",
    "enregistrez-le de nouveau sans mot de passe, puis remplacez-le",
    expected="un fichier que tout le monde peut ouvrir",
)
DOCTYPE = Finding(
    "document-a-programme",
    "ce document contient une écriture XML dangereuse (DOCTYPE) : il n’est pas ouvert.",
    "ouvrez-le dans votre logiciel et exportez-le en PDF",
)
BOMB = Finding(
    "fichier-trop-lourd",
    f"une fois ouverte, cette archive dépasserait {LARGEST_INSIDE // 1_000_000} Mo.",
    "exportez le document en PDF, avec des images plus petites",
)


def _parts(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST_INSIDE:
        raise RefusedFileError(BOMB)
    parts: dict[str, bytes] = {}
    left = LARGEST_INSIDE
    for entry in entries:
        with archive.open(entry) as file:
            part = file.read(left + 1)
        left -= len(part)
        if left < 0:
            raise RefusedFileError(BOMB)
        parts[entry.filename] = part
    return parts
