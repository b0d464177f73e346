"""Give each heading its anchor, as Markdown's « toc » does, without the list of them that no page shows."""

import html
import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.extensions.toc import (
    TocExtension,
    TocTreeprocessor,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unique,
)
from markdown.util import STX

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_PLAIN = re.compile(f"[&<>{STX}]")


class _Headings(TocTreeprocessor):
    def run(self, doc: Element) -> None:
        """Name the headings, each by an anchor of its own; a text that asks for more has all that « toc » does."""
        elements = list(doc.iter())
        headings = [element for element in elements if element.tag in _HEADINGS]
        if self._have_more(headings) or self.marker in "".join(doc.itertext()):
            super().run(doc)
            return
        used = {element.attrib["id"] for element in elements if "id" in element.attrib}
        counters: dict[str, int] = {}
        for heading in headings:
            self.set_level(heading)
            if "id" not in heading.attrib:
                anchor = self.slugify(html.unescape(self._words(heading)), self.sep)
                heading.attrib["id"] = unique(anchor, used, counters)

    def _have_more(self, headings: Sequence[Element]) -> bool:
        """Tell whether headings have anything but an anchor."""
        is_linked = bool(self.use_anchors) or self.use_permalinks not in (False, None)
        return is_linked or any("data-toc-label" in heading.attrib for heading in headings)

    def _words(self, heading: Element) -> str:
        if heading.text and not len(heading) and not _NOT_PLAIN.search(heading.text):
            return " ".join(heading.text.split())
        return strip_tags(render_inner_html(remove_fnrefs(heading), self.md))


class QuickHeadings(TocExtension):
    """Take the place of « toc », with its settings."""

    TreeProcessorClass = _Headings
