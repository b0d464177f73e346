"""Make at once the links and the emphasis of phrases that are written plainly: nearly all are.

Words, links to an address without space or bracket, and words between one star or two: Markdown, which tries its
patterns one after the other on the whole of a text, finds nothing else in these.
"""

import re
from itertools import pairwise
from xml.etree.ElementTree import Element, SubElement

from markdown.inlinepatterns import DelimiterProcessor, LinkInlineProcessor, Pattern
from markdown.util import STX, AtomicString, Registry

_WORD = rf"[^`\\\[\]<&*_{STX}]"
_LINK = rf"(?<!!)\[(?P<words>(?!\^){_WORD}++)\]\((?P<address>[^\s()\[\]<>\"'`\\{STX}]*+)\)"
_STRESS = rf"(?<!\*)(?P<stars>\*\*?)(?P<stressed>(?!\s){_WORD}++(?<!\s))(?P=stars)(?!\*)"
_MARKED = re.compile(f"{_LINK}|{_STRESS}")
_PLAIN = re.compile(f"{_WORD}*+(?>(?:(?:{_LINK}|{_STRESS}){_WORD}*+)+)")
_BREAK = "  \n"
"""What Markdown makes a new line of."""


def are_usual(patterns: Registry[Pattern]) -> bool:
    """Tell whether the links and the emphasis of a text are those of Markdown."""
    if "link" not in patterns or "em_strong" not in patterns:
        return False
    link, stress = patterns["link"], patterns["em_strong"]
    are_those = type(link) is LinkInlineProcessor and type(stress) is DelimiterProcessor
    return are_those and stress.delimiters["*"].tags == ("strong", "em")


def make_phrase(element: Element) -> None:
    """Make the links and the emphasis of an element that holds nothing but a plain phrase; leave any other as it is."""
    text = element.text
    if (
        not text
        or len(element)
        or isinstance(text, AtomicString)
        or _BREAK in text
        or not _PLAIN.fullmatch(text)
    ):
        return
    found = [*_MARKED.finditer(text)]
    element.text = text[: found[0].start()]
    for one, following in pairwise([*found, None]):
        made = _made(element, one)
        made.tail = text[one.end() : following.start() if following else None]


def _made(parent: Element, found: re.Match[str]) -> Element:
    """Add to an element the link or the emphasis that was found."""
    if found["stars"]:
        made = SubElement(parent, "strong" if len(found["stars"]) > 1 else "em")
        made.text = found["stressed"]
    else:
        made = SubElement(parent, "a", href=found["address"])
        made.text = found["words"]
    return made
