"""Photograph a page of each kind, for people to look at: `./faire regarder`, or `./faire regarder event home`.

The site is that of a fixed day, with its labelled examples; scripts are off, and nothing is asked of the network.
"""

import io
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, sync_playwright

from plugins.commands.building import build
from plugins.commands.console import progress_bar, say, warn
from plugins.commands.reporting import failure
from plugins.french import plural
from tests.browser import chromium
from tests.browser.kinds import KINDS
from tests.browser.paper import SHEET
from tests.site.building import ROOT, TODAY

FOLDER = ".output-regarder"
CONTACT = "index.html"
WIDTHS = (320, 390, 1280)  # CSS pixels
LIGHTS = {"light": "de jour", "dark": "de nuit"}
TALLEST = 8_000  # CSS pixels: what is below in a long list is more of the same
PAPER = 1.2  # pixels of the picture for one point of the sheet
ABSENT = f"Pas de Chromium sur cet ordinateur : il fait les images. Installez l’un de ceux-ci : {', '.join(chromium.NAMES)}."
UNKNOWN = "Pas de genre de page nommé « {} ». Les genres : {}."

STYLE = """
body { margin: 1rem; font: 16px/1.4 system-ui, sans-serif; color: #222; background: #ddd; }
.kind__pictures { display: flex; gap: 1rem; align-items: flex-start; overflow-x: auto; }
.picture { margin: 0; flex: none; }
.picture__image { max-height: 90vh; width: auto; height: auto; border: 1px solid #888; background: #fff; }
"""


@dataclass(frozen=True)
class Picture:
    """Hold one picture: the kind of page, how it is looked at, in French, and its file."""

    kind: str
    seen: str
    file: str


def main(asked: Sequence[str]) -> int:
    """Build the site, photograph the kinds that are asked for, or all; return 0 when there is something to look at."""
    if unknown := [kind for kind in asked if kind not in KINDS]:
        warn(UNKNOWN.format(unknown[0], ", ".join(sorted(KINDS))))
        return 1
    path = next((found for found in map(shutil.which, chromium.NAMES) if found), None)
    if path is None:
        warn(ABSENT)
        return 1
    folder = ROOT / FOLDER
    result = build(ROOT, output=folder / "site", examples=True, day=date.fromisoformat(TODAY))
    if not result.is_good:
        warn(failure(result))
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        pictures = photograph(browser, folder / "site", asked or sorted(KINDS), folder / "images")
        browser.close()
    (folder / CONTACT).write_text(contact_sheet(pictures), encoding="utf-8")
    say(f"{plural(len(pictures), 'image')} à regarder : ouvrez {FOLDER}/{CONTACT} dans un navigateur.")
    return 0


def photograph(browser: Browser, site: Path, kinds: Sequence[str], folder: Path) -> list[Picture]:
    """Write the pictures of the kinds that the site has; those of a former time go away."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    there = [kind for kind in kinds if (site / KINDS[kind]).is_file()]
    for kind in sorted({*kinds} - {*there}):
        warn(f"Pas d’image du genre {kind} : ce site n’a pas la page {KINDS[kind]}.")
    pictures = []
    with progress_bar("Images") as advance:
        for light, by in LIGHTS.items():
            context = browser.new_context(
                java_script_enabled=False, color_scheme=light, reduced_motion="reduce", locale="fr-FR"
            )
            page = context.new_page()
            for number, kind in enumerate(there):
                advance(number, len(there), f"{kind}, {by}")
                page.goto((site / KINDS[kind]).as_uri())
                pictures += _screens(page, kind, light, folder)
                if light == "light":
                    pictures.append(_sheet(page, kind, folder))
            context.close()
    return sorted(pictures, key=lambda picture: there.index(picture.kind))


def contact_sheet(pictures: Iterable[Picture]) -> str:
    """Return a page that shows all pictures, those of one kind side by side."""
    by_kind: dict[str, list[Picture]] = {}
    for picture in pictures:
        by_kind.setdefault(picture.kind, []).append(picture)
    kinds = "\n".join(_section(kind, found) for kind, found in by_kind.items())
    return (
        '<!DOCTYPE html>\n<html lang="fr">\n<meta charset="utf-8">\n<title>Chaque genre de page</title>\n'
        f"<style>{STYLE}</style>\n<h1>Chaque genre de page</h1>\n{kinds}\n</html>\n"
    )


def _section(kind: str, pictures: Iterable[Picture]) -> str:
    figures = "\n".join(
        f'<figure class="picture"><figcaption>{escape(kind)}, {escape(picture.seen)}</figcaption>'
        f'<a href="{escape(picture.file)}"><img class="picture__image" loading="lazy" alt="" src="{escape(picture.file)}"></a></figure>'
        for picture in pictures
    )
    return f'<h2 id="{escape(kind)}">{escape(kind)} · {escape(KINDS[kind])}</h2>\n<div class="kind__pictures">\n{figures}\n</div>'


def _screens(page: Page, kind: str, light: str, folder: Path) -> Iterator[Picture]:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
        name = f"{kind}-{width}-{light}.png"
        whole = {"x": 0, "y": 0, "width": width, "height": height}
        page.screenshot(path=folder / name, full_page=True, clip=whole)
        yield Picture(kind, f"{width} points de large, {LIGHTS[light]}", f"{folder.name}/{name}")


def _sheet(page: Page, kind: str, folder: Path) -> Picture:
    """Photograph the first A4 sheet of the page as it is printed; say how many there are."""
    name = f"{kind}-papier.png"
    with pypdfium2.PdfDocument(io.BytesIO(page.pdf(**SHEET))) as document:
        document[0].render(scale=PAPER).to_pil().save(folder / name)
        number = len(document)
    return Picture(kind, f"sur papier, 1 de {plural(number, 'feuille')}", f"{folder.name}/{name}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
