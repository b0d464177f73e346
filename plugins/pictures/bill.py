"""Draw the picture that goes with a shared link: a small theatre bill with the title of the page.

1200 × 630 points is what messaging and social programs show (https://ogp.me/, « og:image »). Sixteen colours
and flat shapes: a bill weighs less than a photograph's thumbnail.
"""

import io
from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageColor, ImageDraw, ImageFont

from plugins.formats import raster
from plugins.formats.brand import drawn_mark
from plugins.formats.colours import theme_colours
from plugins.formats.fonts import FONTS, printable
from plugins.formats.kept import digest, kept_picture
from plugins.formats.versions import version_of
from plugins.views.drawings import SIDE

WIDTH, HEIGHT = 1200, 630
MARGIN = 84
BAND = 118
"""In pixels, the height of the band that says whose site it is."""
FLAG = 60
SIZES = (92, 80, 70, 60, 52, 46)
"""In pixels, the sizes that a title may have, the largest first."""
LINE = 1.16
"""The height of a line, for letters of one."""
TOP, ROOM = 134, 360
"""In pixels, where the title may begin and how high it may be."""
HEART = 72
LARGE = 400
"""In pixels, the side of the drawing that stands behind the title, on the right."""

Colour = tuple[int, int, int]


@dataclass(frozen=True)
class Bill:
    """Hold what a bill says: a few words above, the title; its tint is a name of the theme's tokens.

    `drawing` is the path of a drawing of ours (`plugins.views.drawings`), or nothing.
    """

    above: str
    title: str
    tint: str
    signature: str
    drawing: str = ""


def draw_bill(bill: Bill) -> bytes:
    """Return the PNG of a bill, kept from one build to the next; the same bytes every time."""
    return kept_picture(digest(_tools(), *astuple(bill)), lambda: _drawn(bill))


def _drawn(bill: Bill) -> bytes:
    colours = _colours(bill.tint)
    picture = Image.new("RGB", (WIDTH, HEIGHT), colours["ground"])
    draw = ImageDraw.Draw(picture)
    if bill.drawing:
        behind = _stroked(bill.drawing, _mixed(colours["ground"], colours["paper"], 0.25))
        picture.paste(behind, (WIDTH - LARGE - MARGIN // 2, HEIGHT - BAND - LARGE - 20), behind)
    _garland(draw, colours)
    draw.text((MARGIN, 112), printable(bill.above), colours["accent"], _font("Regular", 40), anchor="ls")
    size, lines = fitted(printable(bill.title))
    top = TOP + (ROOM - len(lines) * size * LINE) / 2
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + number * size * LINE), line, colours["paper"], _font("Bold", size))
    _signature(picture, draw, printable(bill.signature), colours)
    return _light(picture, colours)


def fitted(title: str) -> tuple[int, list[str]]:
    """Return the size in pixels and the lines of a title; what does not fit at the smallest size ends with « … »."""
    for size in SIZES:
        lines = list(_lines(title, size))
        if len(lines) * size * LINE <= ROOM and all(
            _width(line, size) <= WIDTH - 2 * MARGIN for line in lines
        ):
            return size, lines
    size = SIZES[-1]
    lines = list(_lines(title, size))[: int(ROOM / size / LINE)]
    while _width(f"{lines[-1]}…", size) > WIDTH - 2 * MARGIN:
        lines[-1] = lines[-1][:-1].rstrip()
    return size, [*lines[:-1], f"{lines[-1]}…"]


def _lines(title: str, size: int) -> Iterator[str]:
    line = ""
    for word in title.split(" "):
        longer = f"{line} {word}".strip()
        if line and _width(longer, size) > WIDTH - 2 * MARGIN:
            yield line
            line = word
        else:
            line = longer
    yield line


def _width(line: str, size: int) -> float:
    return _font("Bold", size).getlength(line)


def _garland(draw: ImageDraw.ImageDraw, colours: Mapping[str, Colour]) -> None:
    draw.rectangle((0, 0, WIDTH, 5), colours["paper"])
    for number in range(WIDTH // FLAG):
        left = number * FLAG
        corners = ((left + 7, 6), (left + FLAG - 7, 6), (left + FLAG // 2, 48))
        draw.polygon(corners, colours[f"flag-{number % 5 + 1}"], outline=colours["paper"])


def _signature(
    picture: Image.Image, draw: ImageDraw.ImageDraw, words: str, colours: Mapping[str, Colour]
) -> None:
    top = HEIGHT - BAND
    draw.rectangle((0, top, WIDTH, HEIGHT), colours["paper"])
    heart = _heart()
    picture.paste(heart, (MARGIN, top + (BAND - HEART) // 2), heart)
    middle = top + BAND // 2
    draw.text((MARGIN + HEART + 28, middle), words, colours["ink"], _font("Bold", 42), anchor="lm")


def _colours(tint: str) -> dict[str, Colour]:
    theme = theme_colours()
    names = {"ground": f"{tint}-fill", "paper": "paper", "ink": "ink", "accent": "on-curtain-accent"}
    names |= {f"flag-{number}": f"flag-{number}" for number in range(1, 6)}
    return {name: ImageColor.getrgb(theme[token])[:3] for name, token in names.items()}


def _light(picture: Image.Image, colours: Mapping[str, Colour]) -> bytes:
    """Encode a bill in sixteen colours: its own, and steps between them for smooth letters."""
    palette = Image.new("P", (1, 1))
    palette.putpalette([level for colour in _steps(colours) for level in colour])
    buffer = io.BytesIO()
    picture.quantize(palette=palette, dither=Image.Dither.NONE).save(buffer, "PNG", bits=4)
    return buffer.getvalue()


def _steps(colours: Mapping[str, Colour]) -> list[Colour]:
    ground, paper, ink = colours["ground"], colours["paper"], colours["ink"]
    between = [_mixed(ground, paper, share / 4) for share in (1, 2, 3)]
    return [*colours.values(), *between, *(_mixed(ink, paper, share / 3) for share in (1, 2)), ground, ground]


def _mixed(first: Colour, second: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    path = FONTS / f"AtkinsonHyperlegible-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _heart() -> Image.Image:
    with Image.open(io.BytesIO(raster.drawn(drawn_mark().encode(), HEART, HEART))) as picture:
        return picture.convert("RGBA")


@cache
def _stroked(line: str, colour: Colour) -> Image.Image:
    red, green, blue = colour
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}"><path fill="none" d="{line}" '
        f'stroke="#{red:02x}{green:02x}{blue:02x}" stroke-width="1.5" stroke-linecap="round" '
        'stroke-linejoin="round"/></svg>'
    )
    with Image.open(io.BytesIO(raster.drawn(drawing.encode(), LARGE, LARGE))) as picture:
        return picture.convert("RGBA")


@cache
def _tools() -> str:
    """Return the digest of all that makes a bill but its words."""
    colours = "".join(f"{name}{value}" for name, value in sorted(theme_colours().items()))
    files = [Path(__file__), Path(raster.__file__), *sorted(FONTS.glob("*.ttf"))]
    return digest(
        version_of("pillow"),
        version_of("typst"),
        colours,
        drawn_mark(),
        *(path.read_bytes() for path in files),
    )
