"""How far colours stand apart (WCAG 2.2, « contrast ratio »), as the page computes them or as the eye sees them."""

import io
from collections import Counter
from collections.abc import Iterable

from PIL import Image

Colour = tuple[float, ...]

# The colour of each text of the main part, and the plain colour behind it.
TEXTS = """() => {
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (style.backgroundImage !== "none") return null;
      if (!/^rgba\\(.*, 0\\)$/.test(style.backgroundColor)) return style.backgroundColor;
    }
  };
  const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const pairs = [];
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const behind = texts.currentNode.data.trim() && ground(element);
    if (behind) pairs.push([texts.currentNode.data.trim(), getComputedStyle(element).color, behind]);
  }
  return pairs;
}"""


def parse(css: str) -> Colour:
    """Read `rgb(1, 2, 3)`, as a page computes a colour that nothing shows through."""
    return tuple(float(number) for number in css.removeprefix("rgb(").removesuffix(")").split(","))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def pixels_that_stand_out(before: Image.Image, after: Image.Image, enough: float) -> int:
    """Count the pixels whose colour changed at least that much from one picture to the other."""
    pairs = Counter(zip(_pixels(before), _pixels(after), strict=True))
    return sum(
        count for (one, other), count in pairs.items() if one != other and contrast(one, other) >= enough
    )


def picture(screenshot: bytes) -> Image.Image:
    """Read a screenshot."""
    return Image.open(io.BytesIO(screenshot)).convert("RGB")


def _pixels(image: Image.Image) -> Iterable[Colour]:
    channels = iter(image.tobytes())
    return zip(channels, channels, channels, strict=True)


def _luminance(colour: Colour) -> float:
    parts = [channel / 255 for channel in colour]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
