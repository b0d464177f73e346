"""Spare a text the patterns of Markdown that cannot match it: most lines of a post hold no sign of Markdown at all."""

import re
from functools import cached_property

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

SIGNS = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("[",),
    "image_reference": ("[",),
    "short_reference": ("[",),
    "short_image_ref": ("[",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What each inline pattern of Markdown and of its « extra » needs; one that is not here is always tried."""


class QuickInline(Extension):
    """Begin with the first inline pattern whose sign is in the text, where Markdown tries them all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own treatment, which comes at the same moment."""
        md.treeprocessors.register(_QuickInline(md), "inline", 20)


class _QuickInline(InlineProcessor):
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # Markdown’s own name
        if self._any_sign and not self._any_sign.search(data):
            return data
        for index in range(patternIndex, len(self._needed)):
            signs = self._needed[index]
            if signs is None or any(sign in data for sign in signs):
                handled: str = super()._InlineProcessor__handleInline(data, index)  # type: ignore[misc]  # its name is mangled
                return handled
        return data

    @cached_property
    def _needed(self) -> list[tuple[str, ...] | None]:
        return _needed(self.inlinePatterns)

    @cached_property
    def _any_sign(self) -> re.Pattern[str] | None:
        """Return what finds a sign of any pattern, None when one of them is not known."""
        if None in self._needed:
            return None
        signs = {sign for signs in self._needed for sign in signs or ()}
        return re.compile("|".join(map(re.escape, sorted(signs))))


def _needed(patterns: Registry[Pattern]) -> list[tuple[str, ...] | None]:
    """Return what each pattern needs, in the order in which they are tried; None when that is not known."""
    needed: list[tuple[str, ...] | None] = [None] * len(patterns)
    for name, signs in SIGNS.items():
        if name in patterns and type(patterns[name]).__module__.startswith("markdown."):
            needed[patterns.get_index_for_name(name)] = signs
    return needed
