"""The mark of the association, from its one file: `theme/templates/brand/mark.svg` (docs/marque.md)."""

import re
from functools import cache

from plugins.formats.colours import theme_colours
from plugins.formats.fonts import THEME

MARK = THEME / "templates" / "brand" / "mark.svg"
"""Pages include it as it is: there, its colours are those of the style sheet, light or dark."""

_COLOUR = re.compile(r"var\(--([\w-]+)\)")
_FOR_PAGES = re.compile(r' (?:class|width|height|aria-hidden|focusable)="[^"]*"')


@cache
def drawn_mark() -> str:
    """Return the mark as a drawing that stands alone, in the colours of the light theme.

    Raises `KeyError` when it names a colour that `tokens.css` does not hold.
    """
    colours = theme_colours()
    alone = _FOR_PAGES.sub("", MARK.read_text(encoding="utf-8"))
    return _COLOUR.sub(lambda found: colours[found[1]], alone).strip() + "\n"
