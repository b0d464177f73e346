"""Which paragraphs of a text have changed, and whether they are plain: words, and signs that mean nothing else.

Markdown writes a plain paragraph as it is between `<p>` and `</p>`, whatever stands around it
(https://daringfireball.net/projects/markdown/syntax#p). No rule of `plugins.catalog.rules` has anything to say of one.
"""

import re
from typing import NamedTuple

MOST = 20
"""How many paragraphs may change at once."""

_LETTER = "A-Za-zÀÁÄÇÈ-ËÌ-ÏÑÒ-ÖÙ-Üà-öù-ÿŒœÆæ"
"""The letters of French; Â and Ã also begin what a wrong encoding leaves of an accent."""
_ROW = re.compile(rf"(?=[{_LETTER}«(])(?!.*//)[{_LETTER}0-9 ,;:.!?'’()«»%/–-]*[{_LETTER}0-9,;:.!?'’()»%]")
_TWO_CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]\w*[A-ZÀ-ÖØ-Þ]")
"""What an acronym holds, wherever it stands (`plugins.catalog.lexicon.two_capitals`)."""
_SPELLED_OUT = re.compile(r"[(\[]\s*[A-ZÀ-ÖØ-Þ]\w*[A-ZÀ-ÖØ-Þ]|[A-ZÀ-ÖØ-Þ]\w*[A-ZÀ-ÖØ-Þ][\w-]*\s*[(\[:,–—]")
"""An acronym that the words around it may spell out, which is then not explained (`lexicon.is_spelled_out`)."""
_UNSURE = re.compile(r"^\s*:|\*\[", re.MULTILINE)
"""What gives a plain paragraph another meaning, wherever it stands: a definition of its words, an abbreviation in it."""
_TO_BE_WRITTEN = "À remplir"
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
_MARKS = re.compile(r"[*_`#>]+")
_NEAR = 480
"""Characters from which words may spell an acronym out: 240 on the page, and as much for what is not seen there."""
_NEXT = 48
"""Characters from which a word may tell that an acronym is a name, a number or a part of a title: 24 on the page."""
_FIELD_WORDS = 2
"""How many words the name of a field of a header has at most (`plugins.catalog.headers.FIRST_WORDS`)."""


class Change(NamedTuple):
    """Hold the paragraphs that stood side by side in a text, and those that stand there now."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def changed_paragraphs(before: str, after: str, first_line: int) -> Change | None:
    """Return what has changed between two texts, None unless it is plain paragraphs alone.

    `first_line` is the first line below the header, which must be the same, with the header. At least one paragraph stays: what
    stands before and after them has paragraphs for neighbours, as it had.
    """
    old, new = before.split("\n"), after.split("\n")
    if old[:first_line] != new[:first_line] or _UNSURE.search(after) or "\r" in after:
        return None
    start, old_end, new_end = _region(old, new, first_line - 1)
    change = Change(_paragraphs(old[start:old_end]), _paragraphs(new[start:new_end]))
    if not all(0 < len(found) <= MOST and all(map(is_plain, found)) for found in change):
        return None
    near = (_words_of(new[first_line - 1 : start])[-_NEAR:], _words_of(new[new_end:])[:_NEAR])
    if any(map(_TWO_CAPITALS.search, (near[0][-_NEXT:], near[1][:_NEXT], *change.before, *change.after))):
        return None
    if any(map(_SPELLED_OUT.search, near)):
        return None
    opens_the_text = not any(row.strip() for row in new[first_line - 1 : start])
    return None if opens_the_text and _may_be_a_field(change.after[0]) else change


def is_plain(paragraph: str) -> bool:
    """Tell whether Markdown writes each row of a paragraph as it is."""
    return _TO_BE_WRITTEN not in paragraph and all(map(_ROW.fullmatch, paragraph.split("\n")))


def _region(old: list[str], new: list[str], head: int) -> tuple[int, int, int]:
    """Return where the paragraphs that changed begin, and where they end in both; one more when a side has none."""
    most = min(len(old), len(new))
    start = next((place for place in range(head, most) if old[place] != new[place]), most)
    tail = 0
    while tail < most - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    while start > head and old[start - 1].strip() and (_says(old, start) or _says(new, start)):
        start -= 1
    while tail and old[-tail].strip() and (_says(old, -tail - 1) or _says(new, -tail - 1)):
        tail -= 1
    if not any(map(str.strip, old[start : len(old) - tail])) or not any(
        map(str.strip, new[start : len(new) - tail])
    ):
        start, tail = _with_a_neighbour(old, start, tail, head)
    return start, len(old) - tail, len(new) - tail


def _says(rows: list[str], place: int) -> bool:
    return -len(rows) <= place < len(rows) and bool(rows[place].strip())


def _with_a_neighbour(rows: list[str], start: int, tail: int, head: int) -> tuple[int, int]:
    """Take the paragraph before too, or the one after where there is none: it is the same in both texts."""
    before = start
    while before > head and not rows[before - 1].strip():
        before -= 1
    if before > head:
        while before > head and rows[before - 1].strip():
            before -= 1
        return before, tail
    while tail and not rows[-tail].strip():
        tail -= 1
    while tail and rows[-tail].strip():
        tail -= 1
    return start, tail


def _paragraphs(rows: list[str]) -> tuple[str, ...]:
    text = "\n".join(row if row.strip() else "" for row in rows)
    return tuple(filter(None, re.split(r"\n(?:\n)+", text.strip("\n"))))


def _words_of(rows: list[str]) -> str:
    """Return about what a reader sees of some rows."""
    return _MARKS.sub("", _LINK.sub(r"\1", "\n".join(rows)))


def _may_be_a_field(paragraph: str) -> bool:
    """Tell whether the first row of a text may be taken for a field that has fallen out of its header."""
    name, colon, _ = paragraph.partition("\n")[0].partition(":")
    return bool(colon) and len(re.split(r"[\s-]+", name.strip())) <= _FIELD_WORDS
