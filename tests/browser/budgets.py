"""What a page may weigh: its HTML, its styles and its scripts before anything is done, compressed as they are sent."""

import gzip
import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from tests.browser.hosting import compressed
from tests.site.building import ROOT

MOST = 10_240  # bytes, gzip: 10 kB
ROUND_TRIP = 14_336  # bytes, gzip: 14 kB, what a server sends at once
AROUND = (
    8_704  # bytes, gzip: 8.5 kB, for all that stands around the text of an author, who may write at length
)

IN_ONE_ROUND_TRIP = {
    "events": "une liste de sorties, avec leurs dates, leurs lieux, leurs publics",
    "home": "l’accueil, qui montre un peu de tout",
}
"""The two kinds that may pass ten thousand bytes, and why: no other may join them."""

_LIST = re.compile(
    r"(?:sorties/(?:(?:aujourd-hui|ce-week-end|passees|\d{4}/\d{2}|(?:a|pour|acces|genre)/[^/]+)/)?)?index\.html"
)
_ARTICLE = re.compile(r"(?:actualites/\d{4}/\d{2}|tutoriels)/[^/]+/index\.html")
_WRITTEN = "//*[contains(concat(' ', @class, ' '), ' prose ') or @class = 'step']"
_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r'<script src="([^"]+)"')


def budget(kind: str) -> int:
    """Return the most that a page of that kind may weigh, in bytes."""
    return ROUND_TRIP if kind in IN_ONE_ROUND_TRIP else MOST


def too_heavy(site: Path) -> Iterator[tuple[str, int]]:
    """Yield the path and the weight of each page of a site that weighs more than it may, whatever its kind."""
    for page in sorted(site.rglob("*.html")):
        path = page.relative_to(site).as_posix()
        most = ROUND_TRIP if _LIST.fullmatch(path) else MOST
        weight = sum(sizes(site, page).values())
        if weight > most and (not _is_of_an_author(path) or _without_its_text(site, page) > AROUND):
            yield path, weight


def sizes(site: Path, page: Path) -> dict[str, int]:
    """Return the compressed bytes of a page, of its styles and of its scripts."""
    text = page.read_text("utf-8")
    return {
        "document": len(compressed(page)),
        "stylesheet": sum(len(compressed(_file(site, page, address))) for address in _SHEET.findall(text)),
        "script": sum(len(compressed(_file(site, page, address))) for address in _SCRIPT.findall(text)),
    }


def _is_of_an_author(path: str) -> bool:
    """Tell whether a page is a post, a tutorial, or one of the texts of content/pages."""
    folder = ROOT / "content" / "pages" / path.removesuffix("/index.html")
    return (
        bool(_ARTICLE.fullmatch(path))
        or folder.with_suffix(".md").is_file()
        or (folder / "index.md").is_file()
    )


def _without_its_text(site: Path, page: Path) -> int:
    tree = html.parse(str(page))
    for text in tree.xpath(_WRITTEN):
        text.clear()
    document = len(gzip.compress(html.tostring(tree, encoding="utf-8"), 9, mtime=0))
    return sum((sizes(site, page) | {"document": document}).values())


def _file(site: Path, page: Path, address: str) -> Path:
    return (site / address[1:] if address.startswith("/") else page.parent / address).resolve()
