"""Which paragraphs of a text have changed, and whether they are plain: words, and signs that mean nothing else.

Markdown writes a plain paragraph as it is between `<p>` and `</p>`, whatever stands around it
(https://daringfireball.net/projects/markdown/syntax#p). No rule of `plugins.catalog.rules` has anything to say of one.
"""

import re

from plugins.touchup.change import LETTER, TO_BE_WRITTEN, Change, may_be_a_field, may_touch_acronyms

MOST = 20
"""How many paragraphs may change at once."""

_ROW = re.compile(rf"(?=[{LETTER}«(])(?!.*//)[{LETTER}0-9 ,;:.!?'’()«»%/–-]*[{LETTER}0-9,;:.!?'’()»%]")
UNSURE = re.compile(r"^\s*:|\*\[", re.MULTILINE)
"""What gives a plain paragraph another meaning, wherever it stands: a definition of its words, an abbreviation in it."""


def changed_paragraphs(before: str, after: str, first_line: int) -> Change | None:
    """Return what has changed between two texts, None unless it is plain paragraphs alone.

    `first_line` is the first line below the header, which must be the same, with the header. At least one paragraph
    stays: what stands before and after them has paragraphs for neighbours, as it had.
    """
    old, new = before.split("\n"), after.split("\n")
    if old[:first_line] != new[:first_line] or UNSURE.search(after) or "\r" in after:
        return None
    start, old_end, new_end = _region(old, new, first_line - 1)
    were, are = _paragraphs(old[start:old_end]), _paragraphs(new[start:new_end])
    if not all(0 < len(found) <= MOST and all(map(is_plain, found)) for found in (were, are)):
        return None
    above, below = "\n".join(new[first_line - 1 : start]), "\n".join(new[new_end:])
    if may_touch_acronyms(above, (*were, *are), below) or (not above.strip() and may_be_a_field(are[0])):
        return None
    return Change(_as_html(were), _as_html(are))


def is_plain(paragraph: str) -> bool:
    """Tell whether Markdown writes each row of a paragraph as it is."""
    return TO_BE_WRITTEN not in paragraph and all(map(_ROW.fullmatch, paragraph.split("\n")))


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


def _as_html(paragraphs: tuple[str, ...]) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
