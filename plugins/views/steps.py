"""Lay a tutorial out: a section for each step, its pictures beside the words, with their size."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from plugins import formats, inspection
from plugins.catalog.models.post import Tutorial
from plugins.catalog.rules.steps import FOLDER
from plugins.views.pictures import TYPES, srcset_of

if TYPE_CHECKING:
    from plugins.formats.renditions import Rendition

SUFFIXES = frozenset({".png", ".webp", ".jpg"})
WIDEST = 390
"""How wide a picture is shown, in CSS pixels: as on a phone. Its file may be twice as fine."""

_STEP = re.compile(r"(?=<h2\b)")
_NUMBER = re.compile(r"(<h2\b[^>]*>)(\d+)\.\s*")
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="(?P<src>[^"]*)"[^>]*>')
_ALONE = re.compile(r"<p>\s*(<picture>.*?</picture>|<img\b[^>]*>)\s*</p>\n?", re.DOTALL)


@dataclass(frozen=True)
class StepPicture:
    """Hold a picture of a tutorial; its size is in pixels, its forms are the lighter files offered before it."""

    address: str
    content: bytes
    width: int
    height: int
    forms: "tuple[Rendition, ...]" = ()

    def address_of(self, form: "Rendition") -> str:
        """Return the address of one of its forms."""
        folder, _, _ = self.address.rpartition("/")
        return f"{folder}/{form.name}"


def step_pictures(tutorial: Tutorial, root: Path) -> dict[str, StepPicture]:
    """Return the pictures of a tutorial's folder by their name."""
    paths = sorted(path for path in (root / FOLDER / tutorial.slug).glob("*.*") if path.suffix in SUFFIXES)
    return {
        path.name: _picture(
            f"{tutorial.address}{path.name}", inspection.pictures.publishable(path.name, path.read_bytes())
        )
        for path in paths
    }


def lay_out_steps(html: str, pictures: Mapping[str, StepPicture]) -> str:
    """Return the HTML of a tutorial with one `<section>` for each second-level heading, its number apart.

    A page does not move while its pictures come: each has its size, and waits until it is about to be seen.
    """
    before, *steps = _STEP.split(html)
    opening = f'<div class="prose">{_sized(before, pictures).strip()}</div>\n' if before.strip() else ""
    return "".join([opening, *(_section(_sized(step, pictures)) for step in steps)])


def _section(html: str) -> str:
    shown = "".join(_shown(picture) for picture in _ALONE.findall(html))
    numbered = _NUMBER.sub(r'\1<span class="step__number">\2<span class="hidden">.</span></span> ', html)
    words = f'<div class="prose">{_ALONE.sub("", numbered).strip()}</div>'
    inside = f'<div class="grid">{words}<div>{shown}</div></div>' if shown else words
    return f'<section class="step">{inside}</section>\n'


def _shown(picture: str) -> str:
    """Say beside a picture that what it shows is invented: its words are read by few."""
    said = '<p class="rows__note">Sur l’image, un exemple.</p>' if 'alt="Exemple' in picture else ""
    return f"{picture}{said}"


def _sized(html: str, pictures: Mapping[str, StepPicture]) -> str:
    def complete(found: re.Match[str]) -> str:
        picture = pictures.get(found["src"])
        if picture is None:
            return found[0]
        width = min(picture.width, WIDEST)
        height = round(picture.height * width / picture.width)
        size = f'width="{width}" height="{height}" loading="lazy">'
        shown = found[0].replace(f'src="{found["src"]}"', f'src="{picture.address}"').rstrip("/> ")
        return _offered(f"{shown} {size}", picture)

    return _PICTURE.sub(complete, html)


def _offered(shown: str, picture: StepPicture) -> str:
    """Offer the lighter forms of a picture before the one that every browser reads."""
    kinds = dict.fromkeys(form.kind for form in picture.forms)
    sources = (srcset_of(picture.forms, kind, picture.address_of) for kind in kinds)
    offered = "".join(
        f'<source type="{TYPES[kind]}" srcset="{srcset}" sizes="{WIDEST}px">'
        for kind, srcset in zip(kinds, sources, strict=True)
    )
    return f"<picture>{offered}{shown}</picture>" if offered else shown


@cache
def _picture(address: str, content: bytes) -> StepPicture:
    size = formats.renditions.written_size(content)
    forms = formats.renditions.renditions(address.rpartition("/")[2], content)
    lighter = tuple(form for form in forms if form.kind in TYPES)
    return StepPicture(address, content, *size, forms=lighter)
