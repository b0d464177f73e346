"""Look at a picture, and lighten it: upright, without notes of a camera, small enough for a phone."""

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.inspection.camera import personal_notes
from plugins.inspection.drawings import inspect_drawing
from plugins.inspection.findings import EMPTY, Finding, RefusedFileError, damaged
from plugins.inspection.limits import PICTURE_KINDS
from plugins.inspection.signatures import disguise, said_kind

MOST_POINTS = 50_000_000
"""A picture of more points is refused: opening it would take more memory than a small computer has."""
WIDEST = 1600
"""In pixels, the longer side of a picture that is published."""
LARGEST = 500_000
"""The most bytes that a published picture weighs."""

_NOTES = {
    "exif",
    "xmp",
    "XML:com.adobe.xmp",
    "comment",
    "photoshop",
    "Raw profile type exif",
    "Software",
    "Author",
}
_ATTEMPTS = ((WIDEST, 82), (WIDEST, 70), (1280, 70), (1024, 65), (800, 60), (640, 50), (480, 40))
"""Longer side in pixels and quality, from the finest to the lightest."""


def inspect_picture(name: str, content: bytes) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the faults of a picture, then what is only said of it."""
    try:
        return _inspected(name, content)
    except RefusedFileError as error:
        return (error.finding,), ()


def publishable(name: str, content: bytes) -> bytes:
    """Return what is published of a sound picture: the same bytes when nothing had to be taken out."""
    kind = said_kind(name)
    if kind in {"svg", "gif"}:
        return content
    with _opened(content) as picture:
        if not _changes(picture, content):
            return content
        turned, light = _is_turned(picture), _is_light(picture, content)
        if kind == "jpg" and light and not turned:
            return _encoded(picture, "jpg", "keep")
        if kind == "jpg":
            picture.draft("RGB", (WIDEST, WIDEST))
        upright = ImageOps.exif_transpose(picture)
    return _lightened(upright, kind)


def _inspected(name: str, content: bytes) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    if not content:
        raise RefusedFileError(EMPTY)
    kind = said_kind(name)
    if kind not in PICTURE_KINDS:
        raise RefusedFileError(_wrong_kind(kind))
    if found := disguise(name, content):
        raise RefusedFileError(found)
    if kind == "svg":
        return tuple(inspect_drawing(content)), ()
    with _opened(content) as picture:
        if picture.width * picture.height > MOST_POINTS:
            raise RefusedFileError(_too_large(picture))
        try:
            animated = getattr(picture, "n_frames", 1) > 1
            changes = [] if kind == "gif" else _changes(picture, content)
            personal = [] if kind == "gif" else personal_notes(picture)
            if kind == "jpg":
                picture.draft("RGB", (picture.width // 8, picture.height // 8))
            picture.load()
        except (OSError, ValueError, SyntaxError, EOFError, struct.error):
            raise RefusedFileError(damaged("cette image")) from None
    notices = [ANIMATED] if animated else []
    notices += [_cleaned(changes)] if changes else []
    return (), (*notices, *([_personal(personal)] if personal else []))


def _changes(picture: Image.Image, content: bytes) -> list[str]:
    """Name what is done to a picture before it is published."""
    changes = ["sans les notes de l’appareil (lieu, date, vignette)"] if _NOTES & set(picture.info) else []
    changes += ["redressée"] if _is_turned(picture) else []
    return changes + ([] if _is_light(picture, content) else ["allégée"])


def _is_turned(picture: Image.Image) -> bool:
    return bool(picture.getexif().get(0x0112, 1) != 1)


def _is_light(picture: Image.Image, content: bytes) -> bool:
    return len(content) <= LARGEST and max(picture.size) <= WIDEST


def _opened(content: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(BytesIO(content))
    except Image.DecompressionBombError:
        raise RefusedFileError(_too_large(None)) from None
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, struct.error):
        raise RefusedFileError(damaged("cette image")) from None


def _lightened(picture: Image.Image, kind: str) -> bytes:
    content = b""
    for side, quality in _ATTEMPTS:
        smaller = picture.copy()
        smaller.thumbnail((side, side), Image.Resampling.LANCZOS)
        content = _encoded(smaller, kind, quality)
        if len(content) <= LARGEST:
            break
    return content


def _encoded(picture: Image.Image, kind: str, quality: int | str) -> bytes:
    buffer = BytesIO()
    colours = picture.info.get("icc_profile")
    if kind == "jpg":
        picture.save(
            buffer, "JPEG", quality=quality, icc_profile=colours, exif=b"", comment=b"", optimize=True
        )
    elif kind == "png":
        Image.Image.save(_without_notes(picture), buffer, "PNG", icc_profile=colours, optimize=True)
    else:
        picture.save(buffer, kind.upper(), quality=quality, icc_profile=colours, exif=b"", xmp=b"")
    return buffer.getvalue()


def _without_notes(picture: Image.Image) -> Image.Image:
    plain = picture.copy()
    plain.info = {key: value for key, value in picture.info.items() if key == "transparency"}
    return plain


ANIMATED = Finding(
    "image-animee",
    "cette image bouge : le mouvement gêne la lecture, et rien ne permet de l’arrêter.",
    "gardez-en une seule vue, en PNG ou en JPEG",
)


def _cleaned(changes: list[str]) -> Finding:
    return Finding(
        "image-nettoyee",
        f"la copie en ligne de cette image est {' et '.join(changes)}.",
        "rien n’est à faire ; votre fichier, lui, n’a pas changé",
    )


def _personal(things: list[str]) -> Finding:
    return Finding(
        "image-indiscrete",
        f"dans ses notes cachées, cette image dit {', '.join(things)} : la copie en ligne ne le dit pas, "
        "mais votre fichier, dans le dépôt public, le dirait.",
        "avant de l’enregistrer dans git, lancez ./faire garde --nettoyer : votre fichier devient cette copie",
    )


def _wrong_kind(kind: str) -> Finding:
    return Finding(
        "type-de-fichier",
        f"une image « .{kind} » ne s’affiche pas dans tous les navigateurs.",
        "ouvrez-la et enregistrez-la en JPEG (photo) ou en PNG (dessin), puis remplacez-la",
        expected=", ".join(f".{known}" for known in PICTURE_KINDS),
    )


def _too_large(picture: Image.Image | None) -> Finding:
    return Finding(
        "fichier-trop-lourd",
        f"cette image a plus de {MOST_POINTS // 1_000_000} millions de points : l’ouvrir occuperait toute la mémoire.",
        f"réduisez-la à {WIDEST} points de large, puis remplacez-la",
        written=f"{picture.width} × {picture.height} points" if picture else None,
    )
