from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    picture = Image.effect_noise((2000, 1500), 90).convert("RGB").resize((8000, 6000))
    picture.save(root / "content/images/geante.jpg", quality=92)
