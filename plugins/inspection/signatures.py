"""Tell what a file really is from its first bytes, whatever its name says."""

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from plugins.inspection.findings import Finding

PAGE, PROGRAM, ARCHIVE = "page-web", "programme", "archive"

_WEB_PAGE = re.compile(
    rb"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body|script)", re.IGNORECASE | re.DOTALL
)
_DRAWING = re.compile(rb"<svg[\s>]", re.IGNORECASE)
_ISO_BRANDS = {
    b"avif": "avif",
    b"avis": "avif",
    b"heic": "heic",
    b"heix": "heic",
    b"mif1": "heic",
    b"msf1": "heic",
}
_SIGNS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"PK\x03\x04", ARCHIVE),
    (b"PK\x05\x06", ARCHIVE),
    (b"\xd0\xcf\x11\xe0", "ancien-office"),
    (b"\x7fELF", PROGRAM),
    (b"MZ", PROGRAM),
    (b"#!", PROGRAM),
)
_WORDS = {
    PAGE: "une page web",
    PROGRAM: "un programme",
    ARCHIVE: "une archive",
    "ancien-office": "un ancien document Office, ou un document protégé par un mot de passe",
    "svg": "un dessin SVG",
    "texte": "un texte",
    "": "un fichier d’un genre inconnu",
}
_SAME = {"jpeg": "jpg", "tif": "tiff", "heif": "heic"}
_ARCHIVES = {"docx", "xlsx", "pptx", "odt", "ods", "odp", "epub"}
_TEXTS = {"csv", "txt"}


def kind_of(content: bytes) -> str:
    """Return a short name of what the bytes are, or nothing when they are not known."""
    kind = next((kind for sign, kind in _SIGNS if content.startswith(sign)), "")
    if kind and kind != "bmp":
        return kind
    if content[4:8] == b"ftyp":
        return _ISO_BRANDS.get(content[8:12], "")
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "webp"
    head = content[:4096].removeprefix(b"\xef\xbb\xbf")
    if _WEB_PAGE.match(head):
        return PAGE
    if _DRAWING.search(head):
        return "svg"
    if kind == "bmp" and b"\0" in head:
        return "bmp"
    return "" if b"\0" in head else "texte"


def said_kind(name: str) -> str:
    """Return the kind that a file's name announces: its suffix, in lower case, without its dot."""
    suffix = PurePosixPath(name).suffix.lower().removeprefix(".")
    return _SAME.get(suffix, suffix)


def disguise(name: str, content: bytes) -> Finding | None:
    """Tell when a file is not what its name announces."""
    said, found = said_kind(name), kind_of(content)
    expected: Callable[[str], bool] = {"texte"}.__contains__ if said in _TEXTS else said.__eq__
    if said in _ARCHIVES:
        expected = {ARCHIVE}.__contains__
    if expected(found):
        return None
    what = _WORDS.get(found, f"un fichier {found.upper()}")
    return Finding(
        "fichier-deguise",
        f"son nom finit par « .{said} », mais c’est {what}.",
        _way_out(name, found),
        expected=f"un vrai fichier .{said}",
    )


def _way_out(name: str, found: str) -> str:
    if found in {"pdf", "png", "jpg", "gif", "webp", "avif", "svg"}:
        return f"renommez-le en « {PurePosixPath(name).stem}.{found} »"
    if found == "ancien-office":
        return "ouvrez-le, enregistrez-le sans mot de passe dans son format actuel, ou mieux : exportez-le en PDF"
    if found == PAGE:
        return "le téléchargement a sans doute donné la page au lieu du fichier : téléchargez-le de nouveau"
    return "changer le nom ne change pas le genre d’un fichier : exportez-le depuis votre logiciel"
