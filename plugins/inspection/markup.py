"""Clean the HTML of a text by a list of what is allowed, and tell what had to be taken away.

What is allowed is what our own Markdown makes, and the harmless inline elements that a volunteer may type.
Nothing else has a class, an id or an address of its own. nh3 reads as browsers do (WHATWG HTML, parsing): a
text cannot mean one thing to it and another to them. Source: OWASP, « Cross Site Scripting Prevention ».
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import count
from typing import NamedTuple

import nh3

from plugins.inspection.plain_markup import HIDDEN, is_plain_markup, with_tidy_cells

_HEADINGS = {"h2", "h3", "h4", "h5", "h6"}
_PROSE = """
a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure hr i img ins kbd li mark
ol p pre q s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var
"""
_TAGS = _HEADINGS | set(_PROSE.split())
_NO_PROSE = """
applet embed frame frameset iframe math noembed noframes noscript object plaintext script select style svg template
textarea title xmp
"""
_EMPTIED = set(_NO_PROSE.split())
"""Elements whose content goes with them: it is no prose."""
_ATTRIBUTES = {
    "*": {"lang"},
    "a": {"href", "title", "class"},
    "abbr": {"title"},
    "code": {"class"},
    "details": {"open"},
    "div": {"class"},
    "img": {"src", "alt", "title", "width", "height"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"style", "colspan", "rowspan"},
    "th": {"style", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
    **{heading: {"id"} for heading in _HEADINGS},
}
_SCHEMES = {"http", "https", "mailto", "tel", "sigle"}

_NAME = r"[\w%~+-][\w.%~+-]*"
_PLACE = rf"(?:{_NAME}/)*(?:{_NAME})?(?:\?[\w=&%+.,:;-]*)?(?:#[\w%:.-]*)?"
_LINK = re.compile(
    rf"https?://[^\s\\@/?#]+(?:[/?#][^\s\\]*)?|mailto:[^\s\\<>]+|tel:[+\d() .-]+|sigle:[a-z0-9-]*|(?:\{{filename\}})?/?{_PLACE}"
)
_PICTURE = re.compile(rf"/?(?:{_NAME}/)*{_NAME}")
_VALUES = {
    ("a", "class"): re.compile(r"footnote-(?:back)?ref"),
    ("div", "class"): re.compile("footnote"),
    ("code", "class"): re.compile(r"language-[\w+#-]+"),
    ("a", "href"): _LINK,
    ("img", "src"): _PICTURE,
    ("li", "id"): re.compile(r"fn:[\w-]+"),
    ("sup", "id"): re.compile(r"fnref\d*:[\w-]+"),
    **{(heading, "id"): re.compile(r"(?!sigle--)[a-z0-9][a-z0-9_-]*") for heading in _HEADINGS},
}
_CLIMBS = re.compile(r"(?:^|/)(?:\.|%2e){2}(?:/|$)|%2f|%5c|%00", re.IGNORECASE)
_ALIGNED = re.compile(r'style="text-align: (left|center|right);"')
"""How Markdown aligns the cells of a table; nh3 writes the same with fewer signs."""
_HIDDEN = re.compile(f"[{HIDDEN}]")
"""What an entity can write too."""

_FEW = 64
"""Texts that are cleaned sooner than Python compiles the pattern of plain markup."""
_asked = count()


class Removed(NamedTuple):
    """Hold one thing taken away: an element, one of its attributes, or a sign (`tag` is then empty)."""

    tag: str
    attribute: str = ""
    value: str = ""

    @property
    def written(self) -> str:
        """Return what was written, about as it was written."""
        if not self.tag:
            return f"&#x{ord(self.value):x};"
        return f'{self.attribute}="{self.value}"' if self.attribute else f"<{self.tag}>"


class Cleaned(NamedTuple):
    """Hold HTML without danger, and what it lost, in the order of the text."""

    html: str
    removed: tuple[Removed, ...] = ()


def clean_markup(html: str) -> Cleaned:
    """Return the HTML of a text as it may be published, and what had to be taken away."""
    if next(_asked) >= _FEW and is_plain_markup(html):
        return Cleaned(with_tidy_cells(html))
    hidden = _HIDDEN.findall(html)
    cleaned = _cleaner.clean(_HIDDEN.sub("", html) if hidden else html).replace("&nbsp;", "\u00a0")
    if "&" in html:  # a character reference may have written one more
        hidden += _HIDDEN.findall(cleaned)
    if hidden:
        cleaned = _HIDDEN.sub("", cleaned)
    removed = [Removed("", value=sign) for sign in dict.fromkeys(hidden)]
    if cleaned != _ALIGNED.sub(r'style="text-align:\1"', html):
        left = Counter(_things(cleaned))
        for thing in _things(html):
            left[thing] -= 1
            if left[thing] < 0:
                removed.append(thing)
    return Cleaned(cleaned, tuple(dict.fromkeys(removed)))


def _value(tag: str, attribute: str, value: str) -> str | None:
    """Keep a value when its form is one that is known."""
    form = _VALUES.get((tag, attribute))
    if form is None:
        return value
    if attribute in {"href", "src"} and _CLIMBS.search(value):
        return None
    return value if form.fullmatch(value) else None


_cleaner = nh3.Cleaner(
    tags=_TAGS,
    clean_content_tags=_EMPTIED,
    attributes=_ATTRIBUTES,
    attribute_filter=_value,
    url_schemes=_SCHEMES,
    filter_style_properties={"text-align"},
    link_rel=None,
)


def _things(html: str) -> Iterator[Removed]:
    """Yield the elements and attributes of HTML, as the simplest of readers sees them."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    yield from reader.things


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.things: list[Removed] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.things.append(Removed(tag))
        for name, value in attrs:
            written = _HIDDEN.sub("", value or "")
            tidy = re.sub(r"\s*([:;])\s*", r"\1", written).strip(";") if name == "style" else written
            self.things.append(Removed(tag, name, tidy))

    def handle_comment(self, data: str) -> None:
        """Note a comment that a browser ends before its end: what follows is no comment for it."""
        if data.startswith((">", "->")) or "--!>" in data:
            self.things.append(Removed("!--"))

    def handle_decl(self, decl: str) -> None:
        self.things.append(Removed(f"!{decl}"))

    def unknown_decl(self, data: str) -> None:
        self.things.append(Removed(f"![{data}"))

    def handle_pi(self, data: str) -> None:
        self.things.append(Removed(f"?{data}"))
