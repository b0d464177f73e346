"""Tell at a glance HTML that cleaning would leave as it is: what Markdown makes of nearly every paragraph of a text.

Blocks one after the other, each whole, which hold words, emphasis and links to pages: no browser reads it otherwise, and
`plugins.inspection.markup` allows all of it. What is not seen here is only read by it.
"""

import re

_WORDS = r"[^<>&\r]*+"
_NAME = r"[\w~+-][\w.~+-]*+"
_LABEL = r"[a-z0-9]++(?:-[a-z0-9]++)*+"
_HOST = rf"https?://{_LABEL}(?:\.{_LABEL})*\.[a-z]{{2,}}"
_LINK = rf'<a href="(?:(?:{_HOST})?/(?:{_NAME}/)*+(?:{_NAME})?|{_HOST})(?:#[\w-]*+)?">'
_PHRASE = rf"{_WORDS}(?:(?:<em>{_WORDS}</em>|<strong>{_WORDS}</strong>|{_LINK}{_WORDS}</a>){_WORDS})*+"
_ANCHOR = r"(?!sigle--)[a-z0-9][a-z0-9_-]*+"
_BLOCKS = (
    rf"<p>{_PHRASE}</p>",
    *(rf'<h{level} id="{_ANCHOR}">{_PHRASE}</h{level}>' for level in range(2, 7)),
    *(rf"<{kind}>\n(?:<li>{_PHRASE}</li>\n)++</{kind}>" for kind in ("ul", "ol")),
    rf"<blockquote>\n(?:<p>{_PHRASE}</p>\n)++</blockquote>",
)
_PLAIN = re.compile(rf"(?:(?:{'|'.join(_BLOCKS)})(?:\n|\Z))*+")


def is_plain_markup(html: str) -> bool:
    """Tell whether HTML without any hidden sign is nothing but plain blocks."""
    return _PLAIN.fullmatch(html) is not None
