"""Photograph our own pages for the tutorials, in a real Chromium, so that no picture shows what is not there.

The site is built for a fixed day with its labelled examples; scripts are off, and nothing is asked of the network.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from plugins.catalog.rules.steps import FOLDER, HEAVIEST
from plugins.catalog.yaml_source import read_yaml
from plugins.commands.building import build
from plugins.commands.console import say, warn
from plugins.commands.reporting import failure
from plugins.french import plural
from plugins.resources import output_path

MANIFEST = f"{FOLDER}/captures.yaml"
DAY = date(2026, 11, 22)
"""The day on every picture: it changes only when the pictures are all made again."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What keeps Chromium from asking anything for itself."""

STILL = ("--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND")
"""The same letters on any computer, and no network."""

PHONE = 390  # CSS pixels
SHARPNESS = 2  # pixels of the picture for one of the page
MARGIN = 12  # CSS pixels around what is framed
EDGE = "#8a7a6c"
"""A line around each picture: it has the colours of the page it is laid on, and would pass for a part of it."""
COLOURS = (64, 32, 16)


class CaptureError(Exception):
    """Say in French why a picture was not made."""


@dataclass(frozen=True)
class Shot:
    """Describe a picture: its file below the tutorials, the page, the first and the last element shown."""

    image: str
    page: str
    frame: tuple[str, ...]


def capture(
    root: Path, shoot: Callable[[Path, list[Shot]], Iterator[tuple[Shot, bytes]]] | None = None
) -> int:
    """Make every picture of the manifest; say what is new, and what tutorials and manifest do not share."""
    try:
        shots = read_manifest(root)
        with tempfile.TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            with _held_places(root, shots):
                result = build(root, output=site, examples=True, day=DAY)
            if not result.is_good:
                warn(failure(result))
                return 1
            made = (shoot or photograph)(site, shots)
            changed = [shot.image for shot, picture in made if _write(root, shot, picture)]
    except CaptureError as error:
        warn(str(error))
        return 1
    say(
        f"{plural(len(shots), 'image')} de tutoriels, dont {len(changed)} à regarder, car nouvelles ou changées."
    )
    for name in changed:
        say(f"  · {FOLDER}/{name}")
    quarrels = list(disagreements(root, shots))
    for sentence in quarrels:
        warn(sentence)
    return 1 if quarrels else 0


def read_manifest(root: Path) -> list[Shot]:
    """Return the pictures to make; raise `CaptureError` when one is not wholly described."""
    tree = read_yaml((root / MANIFEST).read_text(encoding="utf-8"), MANIFEST)
    if tree.faults:
        raise CaptureError(f"{MANIFEST}, ligne {tree.faults[0].line} : {tree.faults[0].message}")
    return [_shot(number, item) for number, item in enumerate(tree.data or [], 1)]


def disagreements(root: Path, shots: list[Shot]) -> Iterator[str]:
    """Tell the pictures in the folders of the tutorials that no line of the manifest makes again."""
    made = {shot.image for shot in shots}
    for path in sorted((root / FOLDER).glob("*/*.png")):
        name = path.relative_to(root / FOLDER).as_posix()
        if name not in made:
            yield f"{FOLDER}/{name} : aucune ligne de {MANIFEST} ne refait cette image. Ajoutez-la, ou retirez l’image."


def photograph(site: Path, shots: list[Shot]) -> Iterator[tuple[Shot, bytes]]:
    """Open each page of a built site and yield its picture; raise `CaptureError` without a browser."""
    with _browser() as browser:
        for shot in shots:
            file = site / output_path(shot.page)
            if not file.is_file():
                raise CaptureError(f"{shot.image} : la page {shot.page} n’existe pas. Corrigez {MANIFEST}.")
            context = browser.new_context(
                viewport={"width": PHONE, "height": 900},
                device_scale_factor=SHARPNESS,
                java_script_enabled=False,
                color_scheme="light",
                reduced_motion="reduce",
                locale="fr-FR",
            )
            page = context.new_page()
            page.goto(file.as_uri())
            yield shot, lighten(page.screenshot(full_page=True, clip=_clip(page, shot)), shot.image)
            context.close()


def lighten(picture: bytes, name: str) -> bytes:
    """Return an edged PNG of at most 40 kB, with as many colours as fit; raise `CaptureError` when none does."""
    with Image.open(BytesIO(picture)) as opened:
        image = opened.convert("RGB")
    ImageDraw.Draw(image).rectangle((0, 0, image.width - 1, image.height - 1), outline=EDGE, width=SHARPNESS)
    for colours in COLOURS:
        buffer = BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= HEAVIEST:
            return buffer.getvalue()
    raise CaptureError(
        f"{name} : l’image dépasse {HEAVIEST // 1000} ko. Resserrez son cadre dans {MANIFEST}."
    )


def _shot(number: int, item: Any) -> Shot:
    written = item if isinstance(item, dict) else {}
    missing = [key for key in ("image", "page", "cadre") if not written.get(key)]
    if missing:
        raise CaptureError(f"{MANIFEST}, image n° {number} : il manque « {missing[0]} ».")
    frame = written["cadre"] if isinstance(written["cadre"], list) else [written["cadre"]]
    return Shot(written["image"], written["page"], tuple(frame))


@contextmanager
def _browser() -> Iterator[Any]:
    path = next((found for found in map(shutil.which, BROWSERS) if found), None)
    if path is None:
        raise CaptureError(
            f"Pas de Chromium sur cet ordinateur : il fait les images. Installez l’un de ceux-ci : {', '.join(BROWSERS)}."
        )
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  # a tool of the tests: absent from a plain build
    except ImportError:
        raise CaptureError(
            "Il manque l’outil qui conduit le navigateur (playwright). Lancez cette commande par ./faire : il s’installe."
        ) from None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=(*QUIET, *STILL))
        yield browser
        browser.close()


def _clip(page: Any, shot: Shot) -> dict[str, float]:
    boxes = []
    for selector in shot.frame:
        found = page.locator(selector)
        box = found.first.bounding_box() if found.count() else None
        if box is None:
            raise CaptureError(
                f"{shot.image} : « {selector} » n’est pas sur la page {shot.page}. Corrigez {MANIFEST}."
            )
        boxes.append(box)
    top = max(0, min(box["y"] for box in boxes) - MARGIN)
    bottom = max(box["y"] + box["height"] for box in boxes) + MARGIN
    return {"x": 0, "y": round(top), "width": page.viewport_size["width"], "height": round(bottom - top)}


@contextmanager
def _held_places(root: Path, shots: list[Shot]) -> Iterator[None]:
    """Put an empty picture where one is not made yet: the site is not built while a step names nothing."""
    missing = [path for shot in shots if not (path := root / FOLDER / shot.image).exists()]
    for path in missing:
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.new("P", (1, 1)).save(path, "PNG")
    try:
        yield
    finally:
        for path in missing:
            path.unlink()


def _write(root: Path, shot: Shot, picture: bytes) -> bool:
    path = root / FOLDER / shot.image
    if path.exists() and path.read_bytes() == picture:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(picture)
    return True
