"""Typeset French text and HTML: the markup is set aside, `punctuation` works on the words, the markup comes back.

A page is turned into one string where each tag is one mark, so that a rule reads through `<em>mot</em> ?`; the
tags themselves, with their attributes, are never rewritten. What is typeset stays the same when it is typeset
again, as long as no bare `<` opens a false tag. The menu and the foot of a site come back on page after page:
a page is cut where no rule can see across, and a piece already met is not typeset again. Its cost:
`python tests/french/time_typography.py`.
"""

import functools
import html as html_entities
import re
from dataclasses import dataclass, field
from itertools import pairwise

from .punctuation import ATOM, EDGE, MARKS, TAG, punctuate
from .tags import FOREIGN, INLINE, OPAQUE, QUIET, RAW, VERBATIM, VOID

_ATTRIBUTES = r"(?>(?:[^<>\"']++|\"[^\"]*+\"|'[^']*+')*)>"
_RAW_ELEMENTS = "|".join(rf"(?i:{name})(?=[\s/>]){_ATTRIBUTES}.*?</(?i:{name})\s*+>" for name in sorted(RAW))
_DRAWING = (
    rf"(?i:svg)(?=[\s/>]){_ATTRIBUTES}(?<!/>)[^<]*+(?>(?:<(?!!|/?(?i:svg)[\s/>])[^<]*+)*)</(?i:svg)\s*+>"
)
"""A whole drawing, without comment nor other drawing: nothing in one is read, and most pages have several."""
# Each choice begins with < or &: Python then looks for these two signs alone between tokens.
_TOKEN = re.compile(
    rf"(<(?=[sStT])(?:{_RAW_ELEMENTS}|{_DRAWING})|</?[a-zA-Z]{_ATTRIBUTES}|<!--.*?(?:-->|\Z)|<[!?][^<>]*+>"
    r"|&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);)",
    re.DOTALL,
)
_SEAM = re.compile(
    r"<(?:header|main|section|aside|footer|article|nav|dl|dt|dd|ul|li|p|h[1-6]|script|title|pre)[ >]"
)
"""Where a page may be cut: before a tag that is the end of a line for every rule (`EDGE`).

The shorter the pieces, the more of them come back on other pages."""
_COMMENT = re.compile(r"<!--.*-->", re.DOTALL)
_LONGEST_REMEMBERED = 4000  # characters: a longer piece is the text of one page
_OF_LISTS = ("<article", "<h3")  # how the pieces of a card begin
_MOST_REMEMBERED = 12_288

_WHOLE, _WHOLE_ELEMENT = RAW | {"svg"}, re.compile(f"<(?:{_RAW_ELEMENTS}|{_DRAWING})", re.DOTALL)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_SPECIAL = re.compile("lang|data-brut|translate")
_ATTRIBUTE = re.compile(r"([^\s=>\"'/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
_MARK = re.compile(f"[{''.join(MARKS)}]")

# Only signs of typography: other references stay as they are written, an e-mail hidden in them too.
_READ_REFERENCES = frozenset("\u00a0\u2009\u202f'\"«»‘’“”…€°–—")


def typeset_text(text: str) -> str:
    """Return a plain text with French spaces, quotes, apostrophes and ellipses; lines stay apart.

    Not for HTML, where `typeset_html` knows tags and character references.
    """
    return _lines(text)


@functools.lru_cache(maxsize=4096)  # feeds, calendars and plain lists tell the same outings
def _lines(text: str) -> str:
    if any(mark in text for mark in MARKS):
        return text
    return punctuate(text.replace("\n", EDGE)).replace(EDGE, "\n")


def typeset_html(html: str) -> str:
    """Return a page or a piece of HTML with its text nodes typeset, tags and attributes untouched.

    Left as written: script, style, code, pre, kbd, samp, textarea, svg, math, iframe and object, any element
    with `data-brut` or `translate="no"`, any element whose `lang` is not French, unless one inside it says
    `lang="fr"`. Elements must be closed, as every generator does: an unclosed foreign `<li>` would hide its
    next siblings from the rules, never harm them.
    """
    if any(mark in html for mark in MARKS):
        return html
    pieces = _pieces(html)
    done = [_known.get(piece) for piece in pieces]
    for place in [place for place, known in enumerate(done) if known is None]:
        typeset = done[place] = _typeset(pieces[place])
        if typeset is None:
            return "".join((*done[:place], _whole("".join(pieces[place:]))))
    return "".join(done)


def _pieces(html: str) -> list[str]:
    """Cut a page; its menu and its foot stay whole, as they are those of many pages."""
    menu, main, foot = html.find("<header"), html.find("<main"), html.rfind("<footer")
    whole = 0 <= menu < main < foot
    return [*_cut(html[:menu]), html[menu:main], *_cut(html[main:foot]), html[foot:]] if whole else _cut(html)


def _cut(html: str) -> list[str]:
    seams = [0, *[found.start() for found in _SEAM.finditer(html)], len(html)]
    return [html[start:end] for start, end in pairwise(seams)]


def _whole(html: str) -> str:
    page = _Page()
    page.read(_TOKEN.split(html))
    return page.filled(punctuate("".join(page.words)))


def _typeset(html: str) -> str | None:
    """Return a piece typeset; it is kept from the second time on, as most pieces but cards are met once only."""
    if QUIET.fullmatch(html):
        return html
    typeset = _piece(html)
    if typeset is not None and len(html) < _LONGEST_REMEMBERED:
        mark = hash(html)
        if mark in _met or html.startswith(_OF_LISTS):
            _known[html] = typeset
        _met.add(mark)
        if len(_known) > _MOST_REMEMBERED or len(_met) > 20 * _MOST_REMEMBERED:
            _known.clear()
            _met.clear()
    return typeset


_known: dict[str, str] = {}
_met: set[int] = set()


def _piece(html: str) -> str | None:
    """Return a piece typeset, or None when something it opens, a tag or an island, runs on after it."""
    if html.startswith("<script"):
        source, end, rest = html.partition("</script>")
        if end and "<" not in source[1:]:  # data: nothing in it is to be looked for
            after = _known.get(rest) or _typeset(rest)
            return None if after is None else f"{source}{end}{after}"
    parts = _TOKEN.split(html)
    last = parts[-2] if len(parts) > 1 else ""
    if (last.startswith("<!--") and not _COMMENT.fullmatch(last)) or "<" in "".join(parts[::2]):
        return None
    page = _Page()
    page.read(parts)
    if page.islands:
        return None
    words = "".join(page.words)
    typeset = punctuate(words)
    return html if typeset == words and "&" not in html else page.filled(typeset)


@dataclass(frozen=True, slots=True)
class _Token:
    """What a tag, a comment or a character reference means for typesetting."""

    mark: str
    sign: str = ""
    opens: str = ""
    closes: str = ""
    verbatim: bool | None = None
    final: bool = False


@dataclass(slots=True)
class _Island:
    """An element where typesetting stops or, in French again inside another language, resumes."""

    name: str
    verbatim: bool
    final: bool
    depth: int = 1


@dataclass(slots=True)
class _Page:
    """What is read so far: words and marks on one side, what the marks stand for on the other."""

    words: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    islands: list[_Island] = field(default_factory=list)

    def read(self, pieces: list[str]) -> None:
        """Read texts and sources in turn: in one go outside of islands, one by one inside."""
        sources = pieces[1::2]
        tokens = [_token(source) if len(source) < 500 else _token.__wrapped__(source) for source in sources]
        done = 0
        for place in [place for place, token in enumerate(tokens) if token.verbatim is not None]:
            if place < done:
                continue
            self._add_plain(pieces[2 * done : 2 * place], tokens[done:place])
            done = place
            while done == place or (self.islands and done < len(tokens)):
                self._add_text(pieces[2 * done])
                self._add_token(sources[done], tokens[done])
                done += 1
        self._add_plain(pieces[2 * done : -1], tokens[done:])
        self._add_text(pieces[-1])

    def _add_plain(self, pieces: list[str], tokens: list[_Token]) -> None:
        """Add what stands outside of islands, where a token is its sign or its mark."""
        pairs = zip(pieces[1::2], tokens, strict=True)
        self.hidden += [source for source, token in pairs if not token.sign]
        pieces[1::2] = [token.sign or token.mark for token in tokens]
        self.words += pieces

    def _add_text(self, text: str) -> None:
        if text and self.islands and self.islands[-1].verbatim:
            self.words.append(ATOM)
            self.hidden.append(text)
        else:
            self.words.append(text)

    def _add_token(self, source: str, token: _Token) -> None:
        if token.sign and not (self.islands and self.islands[-1].verbatim):
            self.words.append(token.sign)
            return
        self.words.append(token.mark)
        self.hidden.append(source)
        if self.islands or token.verbatim is not None:
            self._move(token)

    def filled(self, words: str) -> str:
        """Return typeset words with what their marks stand for."""
        texts = _MARK.split(words)
        whole = [""] * (2 * len(texts) - 1)
        whole[::2], whole[1::2] = texts, self.hidden
        return "".join(whole)

    def _move(self, token: _Token) -> None:
        """Enter an island, leave one, or count the elements of the same name in between."""
        inner = self.islands[-1] if self.islands else None
        if token.verbatim is not None and not (inner and inner.final):
            changes = token.verbatim != (inner is not None and inner.verbatim)
            if changes or token.final:
                self.islands.append(_Island(token.opens, token.verbatim, token.final))
                return
        if inner and inner.name == token.opens:
            inner.depth += 1
        elif inner and inner.name == token.closes:
            inner.depth -= 1
            if not inner.depth:
                self.islands.pop()


@functools.lru_cache(maxsize=4096)
def _token(source: str) -> _Token:
    if source.startswith("&"):
        char = html_entities.unescape(source)
        return _Token(ATOM, sign=char if char in _READ_REFERENCES else "")
    named = _NAME.match(source)
    if named is None:
        return _Token(TAG if source.startswith("<!--") else EDGE)
    name = named[1].lower()
    if source.startswith("</"):
        return _closing(name)
    is_whole = name in _WHOLE and "</" in source and _WHOLE_ELEMENT.fullmatch(source)
    if is_whole or name in VOID or (name in FOREIGN and source.endswith("/>")):
        return _alone(name)
    attributes = source[named.end() :].lower()
    return _opening(name, attributes if _SPECIAL.search(attributes) else "")


@functools.cache
def _closing(name: str) -> _Token:
    return _Token(_mark(name), closes=name)


@functools.cache
def _alone(name: str) -> _Token:
    return _Token(_mark(name))


@functools.lru_cache(maxsize=4096)
def _opening(name: str, attributes: str) -> _Token:
    verbatim, final = _island(name, attributes)
    return _Token(_mark(name), opens=name, verbatim=verbatim, final=final)


def _mark(name: str) -> str:
    return TAG if name in INLINE else ATOM if name in OPAQUE else EDGE


def _island(name: str, attributes: str) -> tuple[bool | None, bool]:
    """Return whether an element stops (True) or resumes (False) typesetting, and whether that is final."""
    if name in VERBATIM:
        return True, True
    if not attributes:
        return None, False
    found = _ATTRIBUTE.findall(attributes)
    values = {key: double or single or bare for key, double, single, bare in found}
    if "data-brut" in values or values.get("translate") == "no":
        return True, True
    language = values.get("lang")
    return (None, False) if language is None else (language.split("-")[0] != "fr", False)
