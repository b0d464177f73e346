from pathlib import Path

from PIL import Image


def prepare(root: Path) -> None:
    first, *others = [Image.effect_noise((400, 300), 80 + index) for index in range(20)]
    first.save(root / "content/images/anime.gif", save_all=True, append_images=others, duration=80, loop=0)
