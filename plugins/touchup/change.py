"""What has changed in a text, and what may make the same words mean something else."""

import re
from collections.abc import Iterable
from typing import NamedTuple

LETTER = "A-Za-zÀÁÄÇÈ-ËÌ-ÏÑÒ-ÖÙ-Üà-öù-ÿŒœÆæ"
"""The letters of French; Â and Ã also begin what a wrong encoding leaves of an accent."""
TO_BE_WRITTEN = "À remplir"
"""What `plugins.catalog.rules.unfinished` stops."""
_CAPITAL = "A-ZÀ-ÖØ-Þ"
_ACRONYM = rf"[{_CAPITAL}]\w*[{_CAPITAL}]"
_TWO_CAPITALS = re.compile(_ACRONYM)
"""What an acronym holds, wherever it stands (`plugins.catalog.lexicon.two_capitals`)."""
_SPELLED_OUT = re.compile(rf"[(\[]\s*{_ACRONYM}|{_ACRONYM}[\w-]*\s*[(\[:,–—]")
"""An acronym that the words around it may spell out, which is then not explained (`lexicon.is_spelled_out`)."""
_LINK = re.compile(r"\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])?")
_MARKS = re.compile(r"[*_`#>]+")
_NEAR = 480
"""Characters from which words may spell an acronym out: 240 on the page, and as much for what is not seen there."""
_NEXT = 48
"""Characters from which a word may tell that an acronym is a name, a number or a part of a title: 24 on the page."""
_FIELD_WORDS = 2
"""How many words the name of a field of a header has at most (`plugins.catalog.headers.FIRST_WORDS`)."""


class Change(NamedTuple):
    """Hold a piece of a text, as Markdown writes it in HTML, and what stands there now."""

    before: str
    after: str


def may_touch_acronyms(above: str, pieces: Iterable[str], below: str) -> bool:
    """Tell whether words that change may decide whether an acronym is explained, theirs or one near them."""
    left, right = _seen(above)[-_NEAR:], _seen(below)[:_NEAR]
    return any(map(_TWO_CAPITALS.search, (left[-_NEXT:], right[:_NEXT], *pieces))) or any(
        map(_SPELLED_OUT.search, (left, right))
    )


def may_be_a_field(row: str) -> bool:
    """Tell whether the first row of a text may be taken for a field that has fallen out of its header."""
    name, colon, _ = row.partition(":")
    return bool(colon) and len(re.split(r"[\s-]+", name.strip())) <= _FIELD_WORDS


def _seen(text: str) -> str:
    """Return about what a reader sees of a text."""
    return _MARKS.sub("", _LINK.sub(r"\1", text))
