"""Tell at a glance HTML that cleaning would leave as it is: what Markdown makes of nearly every paragraph of a text.

Blocks one after the other, each whole, which hold words, emphasis and links to pages: no browser reads it otherwise, and
`plugins.inspection.markup` allows all of it. What is not seen here is only read by it. Cleaning does write one thing in
its own way, how the cells of a table are aligned: `with_tidy_cells` does the same.
"""

import re

HIDDEN = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb"
"""Controls and signs that turn the reading direction around."""
_WORDS = rf"[^<>&\r{HIDDEN}]*+"
_NAME = r"[\w~+-][\w.~+-]*+"
_LABEL = r"[a-z0-9]++(?>(?:-[a-z0-9]++)*)"
_HOST = rf"https?://{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,}}"
_LINK = rf'<a href="(?:(?:{_HOST})?/(?>(?:{_NAME}/)*)(?:{_NAME})?|{_HOST})(?:#[\w-]*+)?">'
_PHRASE = rf"{_WORDS}(?>(?:(?:<em>{_WORDS}</em>|<strong>{_WORDS}</strong>|{_LINK}{_WORDS}</a>){_WORDS})*)"
_ANCHOR = r"(?!sigle--)[a-z0-9][a-z0-9_-]*+"


def _row(cell: str) -> str:
    """Return the pattern of a row of a table, of which the cells are `th` or `td` elements."""
    aligned = 'style="text-align: (?:left|center|right);"'
    return rf"<tr>\n(?>(?:<{cell}(?: {aligned})?>{_PHRASE}</{cell}>\n)+)</tr>\n"


# What captures a group is repeated by `*` alone: Python fails on some of those that are repeated possessively or are
# atomic (python/cpython#101955).
_BLOCKS = (
    rf'<(p(?=>)|h[2-6](?= ))(?: id="{_ANCHOR}")?>{_PHRASE}</\1>',
    rf"<(ul|ol)>\n(?>(?:<li>{_PHRASE}</li>\n)+)</\2>",
    rf"<table>\n<thead>\n{_row('th')}</thead>\n<tbody>\n(?>(?:{_row('td')})+)</tbody>\n</table>",
    rf"<blockquote>\n(?>(?:<p>{_PHRASE}</p>\n)+)</blockquote>",
)
_PLAIN = re.compile(rf"(?:(?:{'|'.join(_BLOCKS)})(?:\n|\Z))*")
_CELL = re.compile(r'(<t[dh] style="text-align:) (left|center|right);(?=">)')


def is_plain_markup(html: str) -> bool:
    """Tell whether HTML is nothing but plain blocks, without any hidden sign."""
    return _PLAIN.fullmatch(html) is not None


def with_tidy_cells(html: str) -> str:
    """Return plain markup as cleaning writes it: with fewer signs to align the cells of a table."""
    return _CELL.sub(r"\1\2", html) if "text-align:" in html else html
