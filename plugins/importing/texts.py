"""Texts of elsewhere made plain: no HTML, no Markdown marks, no line end in a title."""

import html
import re
import unicodedata

from plugins.catalog.source import INVISIBLE

_HIDDEN = re.compile(r"<(script|style|head)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z!][^<>]*>?")
_MARKS = re.compile(r"(\*\*|__|^#{1,6} |^> |`)", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_SENTENCE = re.compile(r".+?[.!?…](?=\s|$)", re.DOTALL)


def plain(text: str, what: str, notes: list[str]) -> str:
    """Return a text without markup; say what was taken away."""
    stripped = _TAG.sub("", _BREAK.sub("\n", _HIDDEN.sub("", text)))
    unescaped = html.unescape(stripped)
    if stripped != text or unescaped != stripped:
        notes.append(f"{what} contenait du HTML : il n’en reste que le texte")
    unescaped = _TAG.sub("", unescaped)  # a tag that was written &lt;b&gt;
    seen = INVISIBLE.sub("", unicodedata.normalize("NFC", unescaped))
    if seen != unicodedata.normalize("NFC", unescaped):
        notes.append(f"{what} contenait des caractères invisibles : ils sont retirés")
    lines = (" ".join(line.split()) for line in _MARKS.sub("", _LINK.sub(r"\1", seen)).splitlines())
    return "\n".join(line for line in lines if line)


def one_line(text: str, what: str, notes: list[str]) -> str:
    """Return a text on one line, without a comma at its end; say it when it had several lines."""
    if "\n" in text.strip():
        notes.append(f"{what} était sur plusieurs lignes : il est sur une seule")
    return " ".join(text.split()).rstrip(" ,")


def shortened(text: str, limit: int, what: str, notes: list[str]) -> str:
    """Cut a text at the end of a sentence, or of a word, below a number of signs; say it."""
    if len(text) <= limit:
        return text
    notes.append(f"{what} avait {len(text)} signes : il est coupé à {limit} au plus")
    kept = ""
    for sentence in _SENTENCE.findall(text[: limit + 2]):
        if len(kept + sentence) > limit:
            break
        kept += sentence
    return kept.strip() or text[: limit - 1].rpartition(" ")[0].rstrip(" ,;:") + "…"
