"""The colours of the site's light theme, for what is drawn outside of its pages."""

import re
from functools import cache

from plugins.formats.fonts import THEME


@cache
def theme_colours() -> dict[str, str]:
    """Read the colours of the light theme (`#rrggbb`) by their name, so that paper and screen stay alike."""
    sheet = (THEME / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    colours: dict[str, str] = {}
    for name, colour in re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet):
        colours.setdefault(name, colour)
    return colours
