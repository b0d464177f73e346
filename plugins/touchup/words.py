"""Which words of one row have changed, whatever stands around them: a list, a quotation, a link further on.

Only words between other words change, far enough from any sign of Markdown that it reads the row as it did. They are
looked for with a word on each side: between two words, no rule of French typography looks further
(`plugins.french.punctuation`).
"""

import re

from plugins.touchup.change import LETTER, TO_BE_WRITTEN, Change, may_be_a_field, may_touch_acronyms
from plugins.touchup.prose import UNSURE

_PLAIN = re.compile(rf"(?!.*//)[{LETTER}0-9 ,;:.!?'’()«»%/–-]*")
_UNSURE_TEXT = re.compile(r"```|~~~|<|`")
"""Code, or HTML, where words are not those of a text."""
_UNSURE_ROW = re.compile(r"^(?:\[| {4}|\t)|[#=|{}\"\\]|!\[")
"""A heading has an address; a definition, a table, attributes, a picture, code are not only words."""
_UNDERLINE = re.compile(r"[>\s]*[-=]+\s*")
"""What makes a heading of the row above."""
_LINK = re.compile(r"!?\[[^\]]*\](?:\([^)]*\)|\[[^\]]*\])")
_LEFT = re.compile(rf".*(?<![{LETTER}0-9'’.°-])[{LETTER}]{{3,}} (?=[{LETTER}]{{3,}} )")
"""All that stands before the last word but one that is followed by another."""
_RIGHT = re.compile(rf" [{LETTER}]{{3,}}(?= [{LETTER}]{{3,}}(?![{LETTER}0-9'’.-]))")
"""A word that another follows: the piece ends with it."""


def changed_words(before: str, after: str, first_line: int) -> Change | None:
    """Return the words that have changed in one row, with a word on each side; None when more has changed.

    `first_line` is the first line below the header.
    """
    old, new = before.split("\n"), after.split("\n")
    places = [place for place, (was, now) in enumerate(zip(old, new, strict=False)) if was != now]
    if len(old) != len(new) or len(places) != 1 or places[0] < first_line:
        return None
    (place,) = places
    if (
        UNSURE.search(after)
        or _UNSURE_TEXT.search(after)
        or not _is_prose(old, place)
        or not _is_prose(new, place)
    ):
        return None
    piece = _piece(old[place], new[place])
    if piece is None:
        return None
    start, change = piece
    above = "\n".join((*new[first_line - 1 : place], new[place][:start]))
    below = "\n".join((new[place][start + len(change.after) :], *new[place + 1 :]))
    opens_the_text = not any(row.strip() for row in new[first_line - 1 : place])
    if may_touch_acronyms(above, change, below) or (opens_the_text and may_be_a_field(new[place])):
        return None
    return change


def _is_prose(rows: list[str], place: int) -> bool:
    below = rows[place + 1] if place + 1 < len(rows) else ""
    row = rows[place]
    return not (_UNSURE_ROW.search(row) or _UNDERLINE.fullmatch(below) or TO_BE_WRITTEN in row)


def _piece(old: str, new: str) -> tuple[int, Change] | None:
    """Return where the words begin that must be looked for, and what they were and are."""
    most = min(len(old), len(new))
    same = next((place for place in range(most) if old[place] != new[place]), most)
    tail = 0
    while tail < most - same and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    left, right = _LEFT.match(old, 0, same), _RIGHT.search(old, len(old) - tail)
    if left is None or right is None:
        return None
    start, rest = left.end(), len(old) - right.end()
    ends = (len(old) - rest, len(new) - rest)
    if any(_is_in_a_link(row, start, end) for row, end in zip((old, new), ends, strict=True)):
        return None
    change = Change(old[start : ends[0]], new[start : ends[1]])
    return (start, change) if all(map(_PLAIN.fullmatch, change)) else None


def _is_in_a_link(row: str, start: int, end: int) -> bool:
    return any(found.start() < end and found.end() > start for found in _LINK.finditer(row))
