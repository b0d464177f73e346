"""Spare a text the patterns of Markdown that cannot match it: most lines of a post hold no sign of Markdown at all."""

from xml.etree.ElementTree import Element

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
    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        self._needed = _needed(self.inlinePatterns)
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803  # its name
        absent: set[str] = set()
        for index in range(patternIndex, len(self._needed)):
            signs = self._needed[index]
            if signs is None or any(sign not in absent and sign in data for sign in signs):
                handled: str = super()._InlineProcessor__handleInline(data, index)  # type: ignore[misc]  # private
                return handled
            absent.update(signs)
        return data


def _needed(patterns: Registry[Pattern]) -> list[tuple[str, ...] | None]:
    """Return what each pattern needs, in the order in which they are tried; None when that is not known."""
    needed: list[tuple[str, ...] | None] = [None] * len(patterns)
    for name, signs in SIGNS.items():
        if name in patterns and type(patterns[name]).__module__.startswith("markdown."):
            needed[patterns.get_index_for_name(name)] = signs
    return needed
