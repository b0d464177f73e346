"""What the fonts of our PDFs can print: every other sign is replaced before Typst refuses it.

PDF/A wants a glyph for every sign (ISO 19005-2, 6.2.11.8): one emoji in a title would stop a whole build.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

THEME = Path(__file__).parents[2] / "theme"
FONTS = THEME / "static" / "fonts"
FAMILY = "Atkinson Hyperlegible"
REPLACED = {
    "\u202f": "\u00a0",  # narrow no-break space
    "\u2009": "\u00a0",
    "\u2011": "-",  # no-break hyphen
    "\u2010": "-",
    "\u2212": "-",
    "→": ">",
    "⇒": ">",
    "←": "<",
    "↔": "<>",
    "♥": "cœur",
    "❤": "cœur",
}
UNKNOWN = ""
"""An emoji says nothing that the words do not: it is left out."""


def printable(text: str) -> str:
    """Return a text that every one of our fonts can print, nearest to what was written."""
    if text.isascii() and text.isprintable():
        return text
    known = _signs()
    composed = unicodedata.normalize("NFC", text)
    kept = (sign if ord(sign) in known else _nearest(sign, known) for sign in composed)
    return re.sub(" {2,}", " ", "".join(kept)).strip(" ")


def _nearest(sign: str, known: frozenset[int]) -> str:
    if sign.isspace() and sign not in REPLACED:
        return " "
    for candidate in (REPLACED.get(sign), unicodedata.normalize("NFKC", sign), _bare(sign)):
        if candidate and all(ord(part) in known for part in candidate):
            return candidate
    return UNKNOWN


def _bare(sign: str) -> str:
    parts = unicodedata.normalize("NFKD", sign)
    return "".join(part for part in parts if not unicodedata.combining(part))


@cache
def _signs() -> frozenset[int]:
    return frozenset.intersection(*(_signs_of(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _signs_of(font: bytes) -> frozenset[int]:
    """Read the signs of a font in its `cmap` table, format 4 (OpenType 1.9.1, « cmap »)."""
    table = _cmap(font)
    half = struct.unpack_from(">H", table, 6)[0]
    count = half // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + half)
    deltas = struct.unpack_from(f">{count}H", table, 16 + 2 * half)
    ranges = 16 + 3 * half
    offsets = struct.unpack_from(f">{count}H", table, ranges)
    found = set()
    for number, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, end + 1):
            where = ranges + 2 * number + offset + 2 * (code - start)
            glyph = struct.unpack_from(">H", table, where)[0] if offset else code
            if (glyph or not offset) and (glyph + delta) % 0x10000:
                found.add(code)
    return frozenset(found - {0xFFFF})


def _cmap(font: bytes) -> bytes:
    for number in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * number)
        if tag == b"cmap":
            table = font[start : start + length]
            subtables = struct.unpack_from(">H", table, 2)[0]
            for line in range(subtables):
                platform, _, place = struct.unpack_from(">HHI", table, 4 + 8 * line)
                if platform in {0, 3} and struct.unpack_from(">H", table, place)[0] == 4:
                    return table[place:]
    message = "a font without a Unicode table"
    raise ValueError(message)
