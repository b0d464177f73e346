from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    notes = Image.Exif()
    notes[0x0112] = 6
    Image.new("RGB", (800, 400), (20, 120, 60)).save(root / "content/images/tournee.jpg", exif=notes)
