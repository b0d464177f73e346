"""Read at once the links and the emphasis of a text that are written plainly: Markdown looks at each sign in turn."""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import LINK_RE, DelimiterProcessor, LinkInlineProcessor
from markdown.util import STX

_PLAIN_WORDS = re.compile(r"([^\[\]]*)\]")
_PLAIN_ADDRESS = re.compile(rf"\(([^\s()<>\"'{STX}]*)\)")


class QuickPhrases(Extension):
    """Find where links and emphasis end as Markdown does."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's own name
        """Take the place of Markdown's own ways, and of no one else's."""
        if type(md.inlinePatterns["link"]) is LinkInlineProcessor:
            md.inlinePatterns.register(QuickLink(LINK_RE, md), "link", 160)
        if md.delimiters is not None:
            md.delimiters.search = _search(md.delimiters)


class QuickLink(LinkInlineProcessor):
    """Find a link whose words hold no bracket, and its address neither space nor quote: the others are Markdown's."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802  # Markdown's own name
        """Return the words of a link and where its address begins."""
        found = _PLAIN_WORDS.match(data, index)
        return (found[1], found.end(), True) if found else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802  # Markdown's own name
        """Return the address of a link, its title, and where what follows begins."""
        found = _PLAIN_ADDRESS.match(data, index)
        return (found[1], None, found.end(), True) if found else super().getLink(data, index)


def _search(emphasis: DelimiterProcessor) -> Callable[[str, int], re.Match[str] | None]:
    """Return what finds the next sign that opens or ends an emphasis, as `DelimiterProcessor.search` does."""

    def search(data: str, start: int) -> re.Match[str] | None:
        for sign in emphasis.getCompiledRegExp().finditer(data, start):
            delimiter = emphasis.delimiters[sign[0]]
            found = delimiter.boundary.match(data, sign.start())
            if found and (delimiter.stack or found.lastgroup != "end"):
                return found
        return None

    return search
