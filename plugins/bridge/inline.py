"""Spare a text the patterns of Markdown that cannot match it: most lines of a post hold no sign of Markdown at all."""

import re
from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import AtomicString, Registry

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
    """Try the inline patterns whose sign is in the text, where Markdown tries them all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own treatments, which come at the same moments."""
        inline = _QuickInline(md)
        md.treeprocessors.register(inline, "inline", 20)
        md.treeprocessors.register(_QuickUnescape(md, inline), "unescape", 0)


class _QuickInline(InlineProcessor):
    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # Markdown’s own name
        if isinstance(data, AtomicString) or (self.any_sign and not self.any_sign.search(data)):
            return data
        present = {sign for sign in self._signs if sign in data}  # a pattern that matches adds none
        for index in range(patternIndex, len(self._needed)):
            needed, pattern = self._needed[index]
            start, may_match = 0, needed is None or not needed.isdisjoint(present)
            while may_match:
                data, may_match, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]  # its name is mangled
        return data

    @cached_property
    def _needed(self) -> list[tuple[frozenset[str] | None, Pattern]]:
        needed = _needed(self.inlinePatterns)
        if None in needed:  # what such a pattern leaves may hold any sign
            needed = [None] * len(needed)
        return [*zip(needed, self.inlinePatterns, strict=True)]

    @cached_property
    def _signs(self) -> list[str]:
        return sorted({sign for signs, _ in self._needed for sign in signs or ()})

    @cached_property
    def any_sign(self) -> re.Pattern[str] | None:
        """Return what finds a sign of any pattern, None when one of them is not known."""
        if any(signs is None for signs, _ in self._needed):
            return None
        return re.compile("|".join(map(re.escape, self._signs)))


class _QuickUnescape(UnescapeTreeprocessor):
    """Look for signs that were set aside where one may have been: in a text that has a backslash."""

    def __init__(self, md: Markdown, inline: _QuickInline) -> None:
        super().__init__(md)
        self._inline = inline

    def run(self, root: Element) -> None:
        is_known = self._inline.any_sign is not None and not self.md.htmlStash.html_counter
        if not is_known or any("\\" in line for line in self.md.lines):
            super().run(root)


def _needed(patterns: Registry[Pattern]) -> list[frozenset[str] | None]:
    """Return what each pattern needs, in the order in which they are tried; None when that is not known."""
    needed: list[frozenset[str] | None] = [None] * len(patterns)
    for name, signs in SIGNS.items():
        if name in patterns and type(patterns[name]).__module__.startswith("markdown."):
            needed[patterns.get_index_for_name(name)] = frozenset(signs)
    return needed
