from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    Image.new("RGB", (800, 600), (200, 120, 60)).save(root / "content/images/Été à Romans 2.jpg")
