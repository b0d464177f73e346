"""The names of the tags of HTML, by what each means for typesetting; which tags mean nothing at all for it."""

import re

from .punctuation import QUIET_WORDS

_INLINE_NAMES = """
a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q rb rp rt ruby s small span
strike strong sub sup time tt u var wbr
"""
INLINE = frozenset(_INLINE_NAMES.split())
"""Those that a line goes on through."""
OPAQUE = frozenset(
    {"code", "kbd", "samp", "svg", "math", "img", "input", "picture", "object", "canvas", "audio"}
)
"""Those that stand in a line for something unreadable."""
VERBATIM = frozenset(
    {"code", "kbd", "samp", "pre", "script", "style", "textarea", "svg", "math", "iframe", "object"}
)
"""Those whose words are left as they are written."""
FOREIGN = frozenset({"svg", "math"})
"""Those that are no HTML."""
RAW = frozenset({"script", "style", "textarea"})
"""Those whose words hold no tag."""
VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
"""Those that hold nothing."""

_NAME = rf"/?(?!(?:{'|'.join(sorted(VERBATIM))})[\s/>])[a-z][a-z0-9]*+"
_ATTRIBUTE = r" (?!(?:lang|translate|data-brut)[=\s>])[a-z][a-z:-]*+(?>(?:=\"[^\"<>]*+\")?)"
QUIET = re.compile(rf"(?>(?:<{_NAME}(?>(?:{_ATTRIBUTE})*)>{QUIET_WORDS})*)")
"""Plain words, and tags that stop or resume nothing: what most paragraphs and headings of a text are."""
