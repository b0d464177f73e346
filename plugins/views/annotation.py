"""Explain the first use of each known acronym of a text: a button, and the note that it opens.

The note is a native popover. A browser that knows none shows it in brackets after the acronym, as paper
does (docs/decisions/0016): nothing needs a script, and the note is a link.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from plugins.catalog import Catalog
from plugins.catalog.lexicon import Lexicon, Sighting, fold, is_spelled_out, two_capitals
from plugins.views.replacements import became

if TYPE_CHECKING:
    from plugins.catalog.models.acronym import Acronym

_TAG = re.compile(
    r"<!--.*?-->|<(?P<closing>/?)(?P<name>[a-zA-Z][\w-]*)(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL
)
_TWO_CAPITALS = two_capitals(r"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_HINT = re.compile(r'<a href="sigle:([^"]*)"')
_NOTE = re.compile(
    r'<button class="sigle"[^>]*>([^<]*)</button>'
    r'<span class="sigle-note"[^>]*>( \(<a [^>]*>[^<]*</a>\))</span>'
)
_ELIDED = re.compile(r"""'(?<=\w')(?=<button class="sigle")""")  # a plain sign first: it is found sooner
_INLINE = re.compile(
    "a|abbr|b|button|cite|code|del|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var"
)
_CLOSED = re.compile("a|abbr|button|code|h[1-6]|kbd|pre|samp|script|style|summary|svg|textarea|var")


class _Piece(NamedTuple):
    """Hold a piece of text: its place in the HTML, its place in the text alone, what it is inside of."""

    at: int
    flat_at: int
    text: str
    closed: bool
    hint: str | None = None


class _Edit(NamedTuple):
    """Hold what replaces a part of the HTML."""

    start: int
    end: int
    text: str


class Annotator:
    """Explain acronyms in the texts of one catalog: what finds them is compiled once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._lexicon = Lexicon(catalog.acronyms.values())

    def annotate(
        self, html: str, year: int | None = None, chosen: Iterable[str] = (), told: Iterable[str] = ()
    ) -> str:
        """Return the HTML with the first use of each acronym explained as it was understood in a year.

        `year` is None for a text that is kept current. `chosen` holds the ids of the meanings that the
        author picked for the whole text, `told` those of the acronyms that the page explains already.
        """
        if '<a href="sigle:' not in html and not _TWO_CAPITALS.search(html):
            return html
        pieces, edits = _read(html)
        hinted = {piece.hint for piece in pieces if piece.hint}
        flat = "".join(piece.text for piece in pieces)
        sightings = tuple(self._lexicon.sightings(flat, year, {*chosen, *hinted}))
        explained = _apply(html, [*edits, *_notes(flat, pieces, sightings, self._catalog, set(told))])
        return _ELIDED.sub("’", explained.replace('&#39;<button class="sigle"', '\'<button class="sigle"'))


def without_buttons(html: str) -> str:
    """Return the HTML with every note in brackets after its acronym: what a feed reader can show."""
    return _NOTE.sub(r"\1\2", html)


def _read(html: str) -> tuple[list[_Piece], list[_Edit]]:
    """Return the pieces of text of an HTML fragment, and the edits that take the hints' tags away."""
    pieces: list[_Piece] = []
    edits: list[_Edit] = []
    closed: list[str] = []
    hint: str | None = None
    end = flat = 0
    for tag in (*_TAG.finditer(html), None):
        start = tag.start() if tag else len(html)
        if start > end:
            pieces.append(_Piece(end, flat, html[end:start], bool(closed), hint))
            flat += start - end
        if tag is None:
            break
        end = tag.end()
        name = (tag["name"] or "").lower()
        if name and not _INLINE.fullmatch(name):
            pieces.append(_Piece(end, flat, "\n\n", closed=True))
            flat += 2
        found = _HINT.match(tag[0])
        if found or (hint is not None and tag[0] == "</a>"):
            edits.append(_Edit(start, end, ""))
            hint = found[1] if found else None
        elif _CLOSED.fullmatch(name):
            _enter_or_leave(closed, name, leaving=bool(tag["closing"]))
    return pieces, edits


def _enter_or_leave(closed: list[str], name: str, *, leaving: bool) -> None:
    if not leaving:
        closed.append(name)
    elif name in closed:
        closed.remove(name)


def _notes(
    text: str, pieces: list[_Piece], sightings: tuple[Sighting, ...], catalog: Catalog, told: set[str]
) -> Iterator[_Edit]:
    """Yield a note for the first use of each acronym, hinted or seen, in the order of the text."""
    starts = [piece.flat_at for piece in pieces]
    seen = ((sighting.start, sighting) for sighting in sightings)
    hinted = ((piece.flat_at, piece) for piece in pieces if piece.hint)
    told_letters = {fold(catalog.acronyms[slug].acronym) for slug in told}
    for place, use in sorted((*seen, *hinted), key=lambda pair: pair[0]):
        piece = pieces[bisect_right(starts, place) - 1]
        if isinstance(use, _Piece):
            acronym = catalog.acronyms.get(use.hint or "")
            if acronym and acronym.id not in told and not use.closed:
                told.add(acronym.id)
                told_letters.add(fold(acronym.acronym))
                yield _Edit(use.at, use.at + len(use.text), _note(use.text, acronym, catalog))
        elif use.letters in told_letters or piece.hint is not None:
            continue
        elif is_spelled_out(text, use):
            told_letters.add(use.letters)
        elif len(use.meanings) == 1 and not piece.closed and use.end <= piece.flat_at + len(piece.text):
            told_letters.add(use.letters)
            told.add(use.meanings[0].id)
            start = piece.at + use.start - piece.flat_at
            written = piece.text[use.start - piece.flat_at : use.end - piece.flat_at]
            yield _Edit(start, start + len(written), _note(written, use.meanings[0], catalog))


def _note(written: str, acronym: Acronym, catalog: Catalog) -> str:
    anchor = f"sigle--{acronym.slug}"
    later = became(acronym, catalog)
    words = escape(f"{acronym.expansion}\u00a0; {later}" if later else acronym.expansion, quote=False)
    return (
        f'<button class="sigle" type="button" popovertarget="{anchor}">{written}</button>'
        f'<span class="sigle-note" id="{anchor}" popover> '
        f'(<a href="{acronym.address}">{words}</a>)</span>'
    )


def _apply(html: str, edits: Iterable[_Edit]) -> str:
    parts: list[str] = []
    end = 0
    for edit in sorted(edits, key=lambda edit: edit.start):
        parts += (html[end : edit.start], edit.text)
        end = edit.end
    return "".join([*parts, html[end:]])
