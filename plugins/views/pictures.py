"""Show a picture at the size of the screen that asks, with its words, its author and its licence.

Its width and height are said, so that nothing moves when it comes; what is below the first screen waits.
"""

import html as escaping
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from plugins import formats
from plugins.catalog.models.picture import Picture
from plugins.catalog.rules.documents import PICTURES

if TYPE_CHECKING:
    from plugins.formats.renditions import Rendition

ADDRESS = "/images/"
TYPES = {"avif": "image/avif", "webp": "image/webp"}
USUAL = 960
"""In pixels, the width given to a browser that does not choose."""
COLUMN = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture is shown: the column of a text, or the whole of a phone."""

_PICTURE = re.compile(r"<img\b[^>]*>")
_ALONE = re.compile(r"<p>\s*(?P<picture><img\b[^>]*>)\s*</p>")
_ATTRIBUTE = re.compile(r'\b(?P<name>src|alt|title)="(?P<value>[^"]*)"')
_SOURCE = re.compile(r"<source\b[^>]*>")


@dataclass(frozen=True)
class PictureSource:
    """Hold the sizes of one format, as `<source>` says them."""

    type: str
    srcset: str


@dataclass(frozen=True)
class Figure:
    """Hold a picture, ready to show; `width` and `height` are in pixels, 0 when they are not known."""

    address: str
    alt: str
    width: int
    height: int
    sources: tuple[PictureSource, ...] = ()
    srcset: str = ""
    sizes: str = COLUMN
    caption: str = ""


def figure(picture: Picture | None, root: Path) -> Figure | None:
    """Show the picture of a record, with its author and its licence."""
    if picture is None:
        return None
    caption = f"Image : {picture.credit}, {picture.licence}."
    return shown(picture.file, picture.alt, caption, root)


def shown(name: str, alt: str, caption: str, root: Path) -> Figure | None:
    """Show a file of content/images, or nothing when it is not there."""
    path = root / PICTURES / name
    if not path.is_file():
        return None
    content = path.read_bytes()
    forms = formats.renditions.renditions(name, content)
    if not forms:
        width, height = formats.renditions.shown_size(content)
        return Figure(f"{ADDRESS}{quote(name)}", alt, width, height, caption=caption)
    kinds = list(dict.fromkeys(form.kind for form in forms))
    sources = tuple(PictureSource(TYPES[kind], _srcset(forms, kind)) for kind in kinds[:-1])
    last = [form for form in forms if form.kind == kinds[-1]]
    usual = next((form for form in last if form.width >= USUAL), last[-1])
    largest = last[-1]
    srcset = _srcset(forms, kinds[-1]) if len(last) > 1 else ""
    return Figure(_address(usual), alt, largest.width, largest.height, sources, srcset, caption=caption)


def lay_out_pictures(html: str, root: Path) -> str:
    """Give each picture of a text its sizes; alone in its paragraph, it is a figure with its credit below."""

    def alone(found: re.Match[str]) -> str:
        figured = _figure_of(found["picture"], root)
        return (
            f"<figure{_name(figured)}>{_drawn(figured)}{_caption(figured)}</figure>" if figured else found[0]
        )

    def among_words(found: re.Match[str]) -> str:
        figured = _figure_of(found[0], root)
        return f"{_drawn(figured)}{_credit(figured)}" if figured else found[0]

    if f'src="{ADDRESS}' not in html:
        return html
    return _PICTURE.sub(among_words, _ALONE.sub(alone, html))


def named_pictures(html: str) -> set[str]:
    """Return the names of the files that `lay_out_pictures` looks for."""
    if f'src="{ADDRESS}' not in html:
        return set()
    return {name for tag in _PICTURE.findall(html) if (name := _named(_said(tag)))}


def plain_pictures(html: str) -> str:
    """Return a text for readers of feeds: one address for each picture, no choice."""
    return re.sub(r'\s(?:srcset|sizes)="[^"]*"', "", _SOURCE.sub("", html))


def _figure_of(tag: str, root: Path) -> Figure | None:
    said = _said(tag)
    name = _named(said)
    if not name or "loading=" in tag:
        return None
    return shown(name, said.get("alt", ""), said.get("title", ""), root)


def _said(tag: str) -> dict[str, str]:
    return {found["name"]: escaping.unescape(found["value"]) for found in _ATTRIBUTE.finditer(tag)}


def _named(said: dict[str, str]) -> str:
    address = said.get("src", "")
    name = unquote(address.removeprefix(ADDRESS)) if address.startswith(ADDRESS) else ""
    return name if ".." not in name else ""


def _drawn(figured: Figure) -> str:
    sizes = f' sizes="{figured.sizes}"'
    sources = "".join(
        f'<source type="{source.type}" srcset="{source.srcset}"{sizes}>' for source in figured.sources
    )
    choice = f' srcset="{figured.srcset}"{sizes}' if figured.srcset else ""
    size = f' width="{figured.width}" height="{figured.height}"' if figured.width else ""
    alt = escaping.escape(figured.alt)
    return (
        f'<picture>{sources}<img src="{figured.address}"{choice} alt="{alt}"{size}'
        ' loading="lazy" decoding="async"></picture>'
    )


def _name(figured: Figure) -> str:
    """Name a figure after its caption, word for word (RGAA 4.1.2, criterion 1.9)."""
    return f' aria-label="{escaping.escape(figured.caption)}"' if figured.caption else ""


def _caption(figured: Figure) -> str:
    words = escaping.escape(figured.caption, quote=False)
    return f"<figcaption>{words}</figcaption>" if words else ""


def _credit(figured: Figure) -> str:
    words = escaping.escape(figured.caption, quote=False)
    return f" <small>({words})</small>" if words else ""


def srcset_of(forms: "Iterable[Rendition]", kind: str, address_of: "Callable[[Rendition], str]") -> str:
    """Return the forms of one kind as `srcset` says them: address and width."""
    return ", ".join(f"{address_of(form)} {form.width}w" for form in forms if form.kind == kind)


def _srcset(forms: "tuple[Rendition, ...]", kind: str) -> str:
    return srcset_of(forms, kind, _address)


def _address(form: "Rendition") -> str:
    return f"{ADDRESS}{quote(form.name)}"
