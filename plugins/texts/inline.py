"""Spare a text the patterns of Markdown that cannot match it: most lines of a post hold no sign of Markdown at all."""

from functools import cached_property
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor, UnescapeTreeprocessor
from markdown.util import STX, AtomicString, Registry

from plugins.texts.phrases import are_usual, make_phrase

SIGNS = {
    "backtick": ("`", "\\"),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("[",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "em_strong": ("*", "_"),
}
"""What each inline pattern of Markdown and of its « extra » needs; one that is not here is always tried."""


NEED_A_REFERENCE = frozenset({"reference", "short_reference", "image_reference", "short_image_ref"})
"""Those that change nothing in a text which defines no link."""


class QuickInline(Extension):
    """Try the inline patterns whose sign is in the text, where Markdown tries them all."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own treatments, which come at the same moments."""
        inline = _QuickInline(md)
        md.treeprocessors.register(inline, "inline", 20)
        md.treeprocessors.register(_QuickUnescape(md, inline), "unescape", 0)


class _QuickInline(InlineProcessor):
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Look at the blocks that hold a sign; the words of the others stay where they are."""
        if not self.is_known or any(block.tail for block in tree):  # what stands between blocks would move
            return super().run(tree, ancestors)
        signed = list(filter(self._is_signed, tree))
        if self._has_phrases:
            for element in [element for block in signed for element in block.iter()]:
                make_phrase(element)
            signed = list(filter(self._is_signed, signed))
        if signed:
            holder = Element(tree.tag)
            holder.extend(signed)
            super().run(holder, ancestors)
        return tree

    def _is_signed(self, block: Element) -> bool:
        text = "".join(block.itertext())
        for sign in self._least_signs:  # a loop is quicker here than a generator
            if sign in text:
                return True
        return STX in text

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # Markdown’s own name
        if isinstance(data, AtomicString):
            return data
        held = (bool(self.md.references), *[sign in data for sign in self._signs])  # a match adds no sign
        patterns = self._asked.get(held)
        for index, pattern in self._to_ask(held) if patterns is None else patterns:
            start, may_match = 0, index >= patternIndex
            while may_match:
                data, may_match, start = self._InlineProcessor__applyPattern(pattern, data, index, start)  # type: ignore[attr-defined]  # its name is mangled
        return data

    def _to_ask(self, held: tuple[bool, ...]) -> list[tuple[int, Pattern]]:
        """Return the patterns that may match a text which holds these signs, with their places."""
        signs = {sign for sign, is_held in zip(self._signs, held[1:], strict=True) if is_held}
        needed = zip(_needed(self.inlinePatterns, held[0]), self.inlinePatterns, strict=True)
        asked = [
            (index, pattern)
            for index, (needs, pattern) in enumerate(needed)
            if not self.is_known or needs is None or not needs.isdisjoint(signs)
        ]
        self._asked[held] = asked
        return asked

    @cached_property
    def _asked(self) -> dict[tuple[bool, ...], list[tuple[int, Pattern]]]:
        return {}

    @cached_property
    def _signs(self) -> list[str]:
        return sorted({sign for signs in _needed(self.inlinePatterns) for sign in signs or ()})

    @cached_property
    def _least_signs(self) -> list[str]:
        """Return the signs that hold no other one: a text without these has none."""
        return [
            sign for sign in self._signs if not any(other in sign for other in self._signs if other != sign)
        ]

    @cached_property
    def _has_phrases(self) -> bool:
        return are_usual(self.inlinePatterns)

    @cached_property
    def is_known(self) -> bool:
        """Tell whether the signs of all patterns are known: what another one leaves may hold any sign."""
        return None not in _needed(self.inlinePatterns)


class _QuickUnescape(UnescapeTreeprocessor):
    """Look for signs that were set aside where one may have been: in a text that has a backslash."""

    def __init__(self, md: Markdown, inline: _QuickInline) -> None:
        super().__init__(md)
        self._inline = inline

    def run(self, root: Element) -> None:
        is_known = self._inline.is_known and not self.md.htmlStash.html_counter
        if not is_known or "\\" in "".join(self.md.lines):
            super().run(root)


def _needed(patterns: Registry[Pattern], defines_links: bool = True) -> list[frozenset[str] | None]:
    """Return what each pattern needs, in the order in which they are tried; None when that is not known.

    Nothing is enough for one that looks for the links which a text has defined, when it has defined none.
    """
    needed: list[frozenset[str] | None] = [None] * len(patterns)
    for name, signs in SIGNS.items():
        if name in patterns and type(patterns[name]).__module__.startswith("markdown."):
            is_vain = name in NEED_A_REFERENCE and not defines_links
            needed[patterns.get_index_for_name(name)] = frozenset(() if is_vain else signs)
    return needed
