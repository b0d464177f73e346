"""Make a deposited picture into the sizes and formats that screens need: AVIF, WebP, then JPEG or PNG.

Encoding is dear: the bytes are kept from one build to the next. One thread, so that they are the same everywhere.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from plugins.formats.kept import digest, kept_picture
from plugins.formats.versions import version_of
from plugins.inspection.pictures import LARGEST, WIDEST

WIDTHS = (480, 960, WIDEST)
"""In pixels: a phone, a fine phone or a column of a large screen, a fine large screen."""
MOST_COLOURS = 4096
"""A PNG of more colours is a photograph: it is not kept to the point."""
LIGHT = 20_000
"""In bytes: a narrow picture that weighs less is shown as it is published."""
TURNED = {5, 6, 7, 8}
"""The EXIF orientations that exchange width and height (Exif 2.32, 4.6.4, tag 0x0112)."""
_ATTEMPTS = ((1.0, 0), (1.0, 15), (1.0, 30), (0.7, 30), (0.5, 30), (0.35, 30), (0.2, 30))
"""Share of the announced size, and what is taken from the quality, until a picture is light enough."""
_VIEW_BOX = re.compile(rb'\bviewBox="\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)')
SAVED: dict[str, tuple[str, dict[str, Any]]] = {
    "avif": ("AVIF", {"quality": 55, "speed": 8, "max_threads": 1}),
    "webp": ("WEBP", {"quality": 76, "method": 4}),
    "jpg": ("JPEG", {"quality": 80, "optimize": True, "progressive": True}),
    "png": ("PNG", {"optimize": True}),
}


@dataclass(frozen=True)
class Rendition:
    """Hold one form of a picture: its name below the pictures' folder, its kind, its size in pixels."""

    name: str
    kind: str
    width: int
    height: int
    lossless: bool


def renditions(name: str, content: bytes) -> tuple[Rendition, ...]:
    """Return the forms of a picture, the lightest kind first, the narrowest first; none when it is shown as it is."""
    if PurePosixPath(name).suffix.lower() in {".svg", ".gif"}:
        return ()
    width, height, lossless, clear = _seen(content)
    if width <= WIDTHS[0] and len(content) <= LIGHT:
        return ()
    kinds = ("webp", "png") if lossless else ("avif", "webp", "png" if clear else "jpg")
    return tuple(
        _form(name, kind, side, width, height, lossless) for kind in kinds for side in _sides(width, lossless)
    )


def rendered(form: Rendition, content: bytes) -> bytes:
    """Return the bytes of one form of a picture as it is published: upright, in sRGB, without any note."""
    words = f"{form.kind} {form.width} {form.height} {form.lossless}"
    return kept_picture(digest(_tools(), words, content), lambda: _encoded(form, content))


def upright_size(content: bytes) -> tuple[int, int]:
    """Return the width and the height of a picture once upright and no larger than is published, in pixels."""
    return _seen(content)[:2]


def shown_size(content: bytes) -> tuple[int, int]:
    """Return the size of a picture, or that of an SVG drawing when it says it, in pixels; 0 otherwise."""
    try:
        return upright_size(content)
    except UnidentifiedImageError:
        box = _VIEW_BOX.search(content)
        return (round(float(box[1])), round(float(box[2]))) if box else (0, 0)


def written_size(content: bytes) -> tuple[int, int]:
    """Return the width and the height of a picture as it is, in pixels."""
    with Image.open(io.BytesIO(content)) as picture:
        return picture.size


def _sides(width: int, lossless: bool) -> Iterator[int]:
    """Yield the widths to make. A drawing has one: narrower, its letters blur into new colours and weigh more."""
    widest = min(width, WIDEST)
    if not lossless:
        yield from (side for side in WIDTHS if side < widest)
    yield widest


def _form(name: str, kind: str, side: int, width: int, height: int, lossless: bool) -> Rendition:
    return Rendition(f"{side}/{name}.{kind}", kind, side, max(1, round(height * side / width)), lossless)


@cache
def _seen(content: bytes) -> tuple[int, int, bool, bool]:
    """Return the size of a picture once upright, whether it is drawn, whether it lets what is behind be seen."""
    with Image.open(io.BytesIO(content)) as picture:
        width, height = picture.size
        if picture.getexif().get(0x0112, 1) in TURNED:
            width, height = height, width
        share = min(1.0, WIDEST / max(width, height))
        width, height = max(1, round(width * share)), max(1, round(height * share))
        clear = picture.has_transparency_data
        drawn = picture.format == "PNG" and picture.getcolors(MOST_COLOURS) is not None
    return width, height, drawn, clear


def _encoded(form: Rendition, content: bytes) -> bytes:
    with Image.open(io.BytesIO(content)) as opened:
        if form.kind == "jpg" or opened.format == "JPEG":
            opened.draft("RGB", (form.width, form.width))
        picture = _in_srgb(ImageOps.exif_transpose(opened))
    content = b""
    for share, less in _ATTEMPTS:
        size = (max(1, round(form.width * share)), max(1, round(form.height * share)))
        content = _saved(picture.resize(size, Image.Resampling.LANCZOS), form, less)
        if len(content) <= LARGEST:
            break
    return content


def _saved(picture: Image.Image, form: Rendition, less: int) -> bytes:
    picture.info = {}
    format_name, options = SAVED[form.kind]
    if form.lossless and form.kind == "webp":
        options = {"lossless": True, "method": 4}
    elif "quality" in options:
        options = {**options, "quality": options["quality"] - less}
    elif not picture.has_transparency_data:
        picture = picture.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    picture.save(buffer, format_name, **options)
    return buffer.getvalue()


def _in_srgb(picture: Image.Image) -> Image.Image:
    """Return a picture in the colours of screens: its own profile is applied, then left out."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "RGBA", "CMYK"}:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(
                picture, source, ImageCms.createProfile("sRGB"), outputMode=mode
            )
        except (ImageCms.PyCMSError, OSError):  # a damaged profile: its numbers are read as sRGB
            turned = None
        if turned is not None:
            return turned
    return picture.convert(mode)


@cache
def _tools() -> str:
    return digest(version_of("pillow"), Path(__file__).read_bytes())
