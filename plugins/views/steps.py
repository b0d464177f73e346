"""Lay a tutorial out: a section for each step, its pictures beside the words, with their size."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from plugins.catalog.models.post import Tutorial
from plugins.inspection.pictures import publishable

FOLDER = "content/tutoriels"
TYPES = frozenset({".png", ".webp", ".jpg"})
WIDEST = 390
"""How wide a picture is shown, in CSS pixels: as on a phone. Its file may be twice as fine."""

_STEP = re.compile(r"(?=<h2\b)")
_NUMBER = re.compile(r"(<h2\b[^>]*>)(\d+)\.\s*")
_PICTURE = re.compile(r'<img\b[^>]*?\bsrc="(?P<src>[^"]*)"[^>]*>')
_ALONE = re.compile(r"<p>\s*(<img\b[^>]*>)\s*</p>\n?")


@dataclass(frozen=True)
class StepPicture:
    """Hold a picture of a tutorial; its size is in pixels."""

    address: str
    content: bytes
    width: int
    height: int


def step_pictures(tutorial: Tutorial, root: Path) -> dict[str, StepPicture]:
    """Return the pictures of a tutorial's folder by their name."""
    paths = sorted(path for path in (root / FOLDER / tutorial.slug).glob("*.*") if path.suffix in TYPES)
    return {
        path.name: _picture(f"{tutorial.address}{path.name}", publishable(path.name, path.read_bytes()))
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
        return (
            found[0].replace(f'src="{found["src"]}"', f'src="{picture.address}"').rstrip("/> ") + f" {size}"
        )

    return _PICTURE.sub(complete, html)


@cache
def _picture(address: str, content: bytes) -> StepPicture:
    with Image.open(BytesIO(content)) as image:
        return StepPicture(address, content, *image.size)
