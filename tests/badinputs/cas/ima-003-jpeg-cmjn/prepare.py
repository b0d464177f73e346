"""Write a photo in the four inks of a printer, wider than what is published."""

from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    Image.new("CMYK", (2400, 1200), (20, 90, 60, 5)).save(root / "content/images/imprimeur.jpg")
