"""What a page may weigh: its HTML, its styles and its scripts before anything is done, compressed as they are sent."""

import re
from pathlib import Path

from tests.browser.hosting import compressed

MOST = 10_240  # bytes, gzip: 10 kB
ROUND_TRIP = 14_336  # bytes, gzip: 14 kB, what a server sends at once

HEAVIER = {
    "atlas": (12_350, "une carte dessinée dans la page, dont chaque marque est un lien"),
    "commune": (12_000, "la commune qui a le plus de lieux : vingt-trois"),
    "event": (11_350, "un QR, un message à passer, et les données que lisent les agendas et les moteurs"),
    "events": (ROUND_TRIP, "une liste de sorties : un aller-retour"),
    "home": (ROUND_TRIP, "l’accueil : un aller-retour"),
    "subscribe": (11_400, "les adresses de toutes les listes, à copier ou à suivre"),
}
"""What passes ten thousand bytes, and why: none may grow, and none may join them unseen."""

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"')
_SCRIPT = re.compile(r'<script src="([^"]+)"')


def budget(kind: str) -> int:
    """Return the most that a page of that kind may weigh, in bytes."""
    return HEAVIER[kind][0] if kind in HEAVIER else MOST


def sizes(site: Path, page: Path) -> dict[str, int]:
    """Return the compressed bytes of a page, of its styles and of its scripts."""
    html = page.read_text("utf-8")
    return {
        "document": len(compressed(page)),
        "stylesheet": sum(len(compressed(_file(site, page, address))) for address in _SHEET.findall(html)),
        "script": sum(len(compressed(_file(site, page, address))) for address in _SCRIPT.findall(html)),
    }


def _file(site: Path, page: Path, address: str) -> Path:
    return (site / address[1:] if address.startswith("/") else page.parent / address).resolve()
