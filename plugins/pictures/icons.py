"""The icons of the site, all made from one drawing: the mark of the association."""

import io
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PIL import Image

from plugins.formats import raster
from plugins.formats.brand import drawn_mark
from plugins.formats.colours import theme_colours
from plugins.formats.kept import digest, kept_picture
from plugins.formats.versions import version_of
from plugins.resources import File, Site

ICO_SIDES = (48, 32)
"""In pixels: a tab on a fine screen, a tab on another."""
HOME_SCREEN = 180
"""In pixels: the icon of a home screen, which rounds its corners and wants no transparency."""
MARGIN = 0.12
SAFE_MARGIN = 0.22
"""A maskable icon keeps what matters in a circle of 80 % of its side (W3C Web App Manifest, « safe zone »)."""


def site_icons(site: Site) -> Iterator[File]:
    """Return the icons, and the manifest that phones read when the site is put on their home screen."""
    yield File("/theme/images/favicon.svg", drawn_mark().encode())
    yield File("/favicon.ico", kept_picture(digest(_tools(), "ico"), _ico))
    yield File("/theme/images/icone-180.png", icon(HOME_SCREEN, MARGIN, opaque=True))
    yield File("/theme/images/icone-192.png", icon(192, MARGIN, opaque=False))
    yield File("/theme/images/icone-512.png", icon(512, MARGIN, opaque=False))
    yield File("/theme/images/icone-512-masque.png", icon(512, SAFE_MARGIN, opaque=True))
    yield File(
        "/site.webmanifest",
        manifest(site.catalog.association.name, site.catalog.association.usual_name).encode(),
    )


def icon(side: int, margin: float, *, opaque: bool) -> bytes:
    """Return a square PNG of the drawing; `side` is in pixels, `margin` the share left empty on each side."""
    ground = theme_colours()["paper"] if opaque else None
    key = digest(_tools(), str(side), str(margin), str(ground))
    return kept_picture(key, lambda: raster.drawn(drawn_mark().encode(), side, side, margin, ground))


def manifest(name: str, usual: str) -> str:
    """Return the web app manifest (https://www.w3.org/TR/appmanifest/)."""
    colours = theme_colours()
    described = {
        "name": name,
        "short_name": usual,
        "lang": "fr",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": colours["paper"],
        "theme_color": colours["curtain"],
        "icons": [
            _entry("favicon.svg", "any", "image/svg+xml"),
            _entry("icone-192.png", "192x192"),
            _entry("icone-512.png", "512x512"),
            {**_entry("icone-512-masque.png", "512x512"), "purpose": "maskable"},
        ],
        "shortcuts": [
            {"name": "Les sorties de ce week-end", "url": "/sorties/ce-week-end/"},
            {"name": "Les sigles expliqués", "url": "/sigles/"},
        ],
    }
    return json.dumps(described, ensure_ascii=False, indent=1) + "\n"


def _entry(name: str, sizes: str, kind: str = "image/png") -> dict[str, str]:
    return {"src": f"/theme/images/{name}", "sizes": sizes, "type": kind}


def _ico() -> bytes:
    """Return an icon of several sizes for browsers that read no SVG."""
    from PIL.IcoImagePlugin import IcoImageFile  # noqa: PLC0415  # else Pillow loads its forty formats to find it

    pictures = []
    for side in ICO_SIDES:
        with Image.open(io.BytesIO(raster.drawn(drawn_mark().encode(), side, side))) as picture:
            pictures.append(picture.convert("RGBA"))
    buffer = io.BytesIO()
    largest, *others = pictures
    largest.save(
        buffer, IcoImageFile.format, sizes=[(side, side) for side in ICO_SIDES], append_images=others
    )
    return buffer.getvalue()


@cache
def _tools() -> str:
    """Return the digest of all that makes an icon: this program, the drawing, the libraries."""
    files = (Path(__file__), Path(raster.__file__))
    return digest(
        version_of("typst"), version_of("pillow"), drawn_mark(), *(path.read_bytes() for path in files)
    )
