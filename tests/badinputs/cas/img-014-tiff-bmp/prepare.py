from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    Image.new("RGB", (1200, 1600), (250, 10, 10)).save(root / "content/images/affiche.bmp")
