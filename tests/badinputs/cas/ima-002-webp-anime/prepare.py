"""Write a moving picture of two thousand views."""

from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    views = [
        Image.new("RGB", (64, 64), (number % 256, number // 8 % 256, number % 7)) for number in range(2000)
    ]
    path = root / "content/images/bouge.webp"
    views[0].save(path, save_all=True, append_images=views[1:], duration=20, loop=0, quality=10, method=0)
