"""Which files are pictures, and how heavy a file may be: what is to be known before any of them is opened."""

from plugins.inspection.findings import Finding
from plugins.inspection.signatures import said_kind

PICTURE_KINDS = ("jpg", "png", "webp", "avif", "gif", "svg")
"""What every browser of the last years shows."""
LARGEST_SOURCE = 40_000_000
"""The most bytes that a picture to lighten weighs."""
LARGEST_DOCUMENT = 10_000_000
"""The most bytes that a document weighs: half a minute on a telephone in the hills (3 Mbit/s)."""


def is_picture(name: str) -> bool:
    """Tell whether a name is that of a picture."""
    return said_kind(name) in PICTURE_KINDS


def too_heavy(size: int, most: int = LARGEST_DOCUMENT) -> Finding:
    """Refuse a file heavier than `most` bytes."""
    return Finding(
        "fichier-trop-lourd",
        f"ce fichier pèse {size // 1_000_000} Mo : {most // 1_000_000} Mo au plus, pour les téléphones et les petits forfaits.",
        "enregistrez-le en « taille réduite », avec des images plus petites, ou coupez-le en deux documents",
    )
