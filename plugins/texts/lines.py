"""Spare a text what Markdown does to its lines before it reads them: most have no tab, no fence, no tag."""

from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.util import ETX, STX

Holds = Callable[[str], bool]

_SPACES = ("\t", "\r", STX, ETX)
"""The white space that Markdown writes otherwise, and the two signs that it keeps for itself."""


class QuickLines(Extension):
    """Do to the lines of a text what there is to do, where Markdown looks through all of them for each thing."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own treatments, which come at the same moments."""
        md.preprocessors.register(_QuickWhitespace(md), "normalize_whitespace", 30)
        for name, place, holds in (("fenced_code_block", 25, _a_fence), ("html_block", 20, _a_tag)):
            if name in md.preprocessors:
                md.preprocessors.register(_Where(holds, md.preprocessors[name], md), name, place)


class _QuickWhitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        """Add the two empty lines that Markdown wants at the end, and nothing else where there is no more to do."""
        source = "\n".join(lines)
        is_as_wanted = not (any(sign in source for sign in _SPACES) or any(map(str.isspace, lines)))
        return [*lines, "", ""] if is_as_wanted else super().run(lines)


class _Where(Preprocessor):
    """Do what Markdown does where the text holds what that is for."""

    def __init__(self, holds: Holds, usual: Preprocessor, md: Markdown) -> None:
        super().__init__(md)
        self._holds = holds
        self._usual = usual

    def run(self, lines: list[str]) -> list[str]:
        return self._usual.run(lines) if self._holds("\n".join(lines)) else lines


def _a_fence(text: str) -> bool:
    """Tell whether there may be three signs of a fence: one alone is sought sooner, and is rare."""
    return ("`" in text and "```" in text) or ("~" in text and "~~~" in text)


def _a_tag(text: str) -> bool:
    """Tell whether there may be a tag, or a character reference."""
    return "<" in text or "&" in text
