"""The rules of French microtypography, on a text where markup is already replaced by marks.

A rule acts only where its reading is certain; a doubtful text is left as it was written. Two spaces are used:
U+202F before ; ! ? and inside « », U+00A0 before : and between a number and its unit.
Source: Lexique des règles typographiques en usage à l'Imprimerie nationale, « ponctuation » and « unités ».
"""

import re
from collections.abc import Callable

from .vocabulary import NARROW_SPACE
from .vocabulary import NO_BREAK_SPACE as NBSP

TAG = "\x00"
"""A tag inside a line: the text goes on through it."""
ATOM = "\x01"
"""Something unreadable inside a line: code, a picture, `&amp;`."""
EDGE = "\x02"
"""The end of a block or of a line: no rule looks beyond it."""
MARKS = (TAG, ATOM, EDGE)

_SPACES = " \t\n\r\u00a0\u2009\u202f"
_GAP = _SPACES + TAG
_ENDS = _SPACES + EDGE
_OPENERS = "([{“‘«"

_QUOTE_OPENS_AFTER = _ENDS + "([’'—–"
_QUOTE_CLOSES_BEFORE = _ENDS + ".,;!?…)]—–"

_ELLIPSIS = re.compile(r"\.\.\.(?<![./\\]\.\.\.)(?![.\w/\\])")
_APOSTROPHE = re.compile(rf"'(?={TAG}*(?:[^\W_]|[«{ATOM}]))")
_OPENING = re.compile(rf"«([{_GAP}]*)(?=[^{_GAP}{EDGE}»])")
_CLOSING = re.compile("»")
_PUNCTUATION = re.compile("[;:!?]+")
_REST_OF_WORD = re.compile(rf"[^{_ENDS}]*+")
_DIGIT_NEXT = re.compile(rf"[{_GAP}]*[0-9]")
_CLOSED = re.compile(rf"[{TAG})\]”\"….,»]*(?:[{_ENDS}]|\Z)")

_UNITS = (
    "€|%|‰|°C|km/h|km²|km|m²|m³|m|cm|mm|ha|kg|g|l|L|cl|ml|ko|Mo|Go|k€|M€|"
    "heures?|h|minutes?|min|secondes?|s|jours?|semaines?|mois|ans?|euros?"
)
_SPACED_UNIT = re.compile(rf"([0-9]{TAG}*)[{_SPACES}]+({TAG}*(?:{_UNITS})(?![\w'’²³]))")
_SPACED_MINUTES = re.compile(rf"({NBSP}{TAG}*h{TAG}*)[{_SPACES}]+({TAG}*[0-5][0-9](?!\w))")
_GLUED_UNIT = re.compile(rf"([0-9]{TAG}*)(?=[€%](?![\w%]))")
_NUMERO = re.compile(rf"[nN]°[{_SPACES}]+(?=[0-9])")
_TITLE = re.compile(rf"(M(?<!\wM)(?:\.|M\.|me|mes|lle))[{_SPACES}]+(?={TAG}*[A-ZÀ-ÖØ-Þ])")

_UNTOUCHED = r"[^\"'«»;:!?0-9M.&<]*+"
QUIET_WORDS = rf"{_UNTOUCHED}(?>(?:\.(?!\.\.){_UNTOUCHED})*)"
"""The pattern of plain words: there is none of the signs that a rule looks for."""

# What an address, a file name or a line of code contains, and a French word does not.
_CODE = re.compile(r"://|www\.|[@\\=_`{}<>]|\w\.(?:[a-z][a-z0-9]{1,4}|[A-Z][A-Z0-9]{2,4})(?!\w)")
_PLAIN_NUMBER = re.compile(r"[-–+±(~]*[0-9][-–0-9.,\u202f]*")
_PLAIN_WORD = re.compile(r"[(\[“«]*(?:[^\W_]|[-’'«»…%€°)])+")
_SCHEMES = frozenset({"http", "https", "ftp", "mailto", "tel", "webcal", "data", "urn", "sms"})


_SpaceOf = Callable[[str, int, re.Match[str]], str]


def punctuate(text: str) -> str:
    """Return the marked text with French spaces, quotes, apostrophes and ellipses; every mark is kept, in order."""
    if '"' in text:
        text = EDGE.join(_guillemets(line) if '"' in line else line for line in text.split(EDGE))
    if "..." in text:
        text = _ELLIPSIS.sub("…", text)
    if "«" in text:
        text = _OPENING.sub(lambda match: f"«{NARROW_SPACE}{_tags(match[1])}", text)
    if "»" in text:
        text = _space_before_each(_CLOSING, text, _closing_space)
    text = _space_numbers(text)
    text = _space_before_each(_PUNCTUATION, text, _punctuation_space)
    return _APOSTROPHE.sub(_apostrophe, text) if "'" in text else text


def _guillemets(line: str) -> str:
    """Turn straight quotes into « » when every pair of the line reads in one way only; inches and code do not."""
    places = [place for place, char in enumerate(line) if char == '"']
    if len(places) % 2 or any(char in line for char in "«»“”"):
        return line
    pairs = list(zip(places[::2], places[1::2], strict=True))
    if not all(_opens(line, opening) and _closes(line, closing) for opening, closing in pairs):
        return line
    chars = list(line)
    for opening, closing in pairs:
        chars[opening], chars[closing] = f"«{NARROW_SPACE}", f"{NARROW_SPACE}»"
    return "".join(chars)


def _opens(line: str, place: int) -> bool:
    before = _before(line, place)
    call = before == "(" and _before(line, line.rindex("(", 0, place)).isalnum()
    return before in _QUOTE_OPENS_AFTER and not call and _after(line, place + 1) not in _ENDS


def _closes(line: str, place: int) -> bool:
    return _before(line, place) not in _ENDS and _after(line, place + 1) in _QUOTE_CLOSES_BEFORE


def _space_numbers(text: str) -> str:
    text = _SPACED_UNIT.sub(_with_no_break_space, text)
    if f"{NBSP}h" in text or f"{NBSP}{TAG}h" in text:
        text = _SPACED_MINUTES.sub(_with_no_break_space, text)
    if "%" in text or "€" in text:
        text = _GLUED_UNIT.sub(_unit_gap, text)
    if "°" in text:
        text = _NUMERO.sub(lambda match: f"{match[0].rstrip()}{NBSP}", text)
    return _TITLE.sub(lambda match: f"{match[1]}{NBSP}", text) if "M" in text else text


def _with_no_break_space(match: re.Match[str]) -> str:
    return f"{match[1]}{NBSP}{match[2]}"


def _unit_gap(match: re.Match[str]) -> str:
    return match[1] + NBSP if _PLAIN_NUMBER.fullmatch(_word(match.string, match.end())) else match[1]


def _space_before_each(pattern: re.Pattern[str], text: str, space_of: _SpaceOf) -> str:
    """Put the space that `space_of` names before each sign, in the place of the spaces written there."""
    parts: list[str] = []
    done = 0
    for match in pattern.finditer(text):
        place = start = match.start()
        while start > done and text[start - 1] in _GAP:
            start -= 1
        if space := space_of(text, start, match):
            parts += text[done:start], _tags(text[start:place]), space, match[0]
            done = match.end()
    parts.append(text[done:])
    return "".join(parts)


def _closing_space(text: str, start: int, _: re.Match[str]) -> str:
    before = _before(text, start)
    return "" if before == EDGE or before in _OPENERS else NARROW_SPACE


def _punctuation_space(text: str, start: int, match: re.Match[str]) -> str:
    """Return the space wanted between `start` and the sign, or nothing when the text must stay as it is."""
    sign, before = match[0], _before(text, start)
    if before == EDGE or before in _OPENERS:
        return ""
    if sign in {":", ";"}:
        alone = _after(text, match.end()) in _ENDS
    else:
        alone = set(sign) <= {"!", "?"} and _CLOSED.match(text, match.end()) is not None
    if not alone:
        return ""
    space = NBSP if sign == ":" else NARROW_SPACE
    if text[start : match.start()].strip(TAG):
        digits = sign == ":" and before.isdigit() and _DIGIT_NEXT.match(text, match.end())
        return "" if digits else space
    return space if _ends_plain_word(text, start, sign) else ""


def _ends_plain_word(text: str, end: int, sign: str) -> bool:
    before = _before(text, end)
    if not (before.isalnum() or before in ")»”…%€") or (sign == ";" and before == ")"):
        return False
    word = _word(text, end)
    if sign == ":" and (before.isdigit() or len(word) < 2 or word.lower() in _SCHEMES):
        return False
    return _PLAIN_WORD.fullmatch(word) is not None


def _apostrophe(match: re.Match[str]) -> str:
    text = match.string
    if not _before(text, match.start()).isalpha():
        return "'"
    end = _REST_OF_WORD.match(text, match.end()).end()
    return "'" if _CODE.search(_word(text, match.start()) + text[match.start() : end]) else "’"


def _word(text: str, end: int) -> str:
    """Return what stands before `end`, back to the nearest space or edge, without tags."""
    start = end
    while start and text[start - 1] not in _ENDS:
        start -= 1
    return text[start:end].replace(TAG, "")


def _before(text: str, place: int) -> str:
    while place and text[place - 1] == TAG:
        place -= 1
    return text[place - 1] if place else EDGE


def _after(text: str, place: int) -> str:
    while text.startswith(TAG, place):
        place += 1
    return text[place : place + 1] or EDGE


def _tags(gap: str) -> str:
    return TAG * gap.count(TAG)
