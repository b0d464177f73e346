"""The alphabet of text messages: what one message can hold, and how French is written with it.

Source: 3GPP TS 23.038 (formerly GSM 03.38), clause 6.2.1, default alphabet and its extension table.
"""

import re
import unicodedata
from functools import cache

LONGEST = 160  # septets of one message
BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENSION = frozenset("\f^{}\\[~]|€")
"""Characters sent after an escape: each counts double."""
_ALPHABET = BASIC | EXTENSION

_QUOTES = re.compile(r"«\s*|\s*»")
_WRITTEN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "‑": "-",
        "…": "...",
        "œ": "oe",
        "Œ": "OE",
        "·": ".",
        "×": "x",
        "°": "o",
        "\t": " ",
    }
)


def septets(text: str) -> int | None:
    """Count the septets of a text, or return None when a character is not of the alphabet."""
    found = set(text)
    if not found <= _ALPHABET:
        return None
    return len(text) + sum(text.count(character) for character in found & EXTENSION)


def to_gsm(text: str) -> str:
    """Write a text with the alphabet: « ê » becomes « e », « ç » becomes « c »; what has no likeness is left out."""
    if _ALPHABET.issuperset(text):
        return text
    plain = _QUOTES.sub('"', text).translate(_WRITTEN)
    return "".join(map(_likeness, plain))


@cache
def _likeness(character: str) -> str:
    if character in _ALPHABET:
        return character
    if character.isspace():
        return " "
    return "".join(part for part in unicodedata.normalize("NFKD", character) if part in BASIC)
