"""Persons in a table: a name in one column, and in another what they did or receive."""

import re
from collections.abc import Iterable, Iterator, Sequence

from plugins.privacy.first_names import FIRST_NAMES
from plugins.privacy.leak import Kind, Leak
from plugins.privacy.people import STAGE, names_in
from plugins.privacy.words import plain
from plugins.regexes import Late

_CAME = Late(
    r"\b(?:pr[ée]sen(?:ce|te?)|absen(?:ce|te?)|excus[ée]e?|venue?|[ée]margement|signature|inscrite?|inscription|r[ée]serv[ée]e?|r[ée]servation"
    r"|particip(?:e|ation)|places?|invitations?)s?\b",
    re.IGNORECASE,
)
_WHO = Late(
    r"\b(?:nom|pr[ée]nom|personne|participante?|b[ée]n[ée]ficiaire|allocataire|famille|adh[ée]rente?|usag[eè]re?)s?\b",
    re.IGNORECASE,
)
_DID = Late(r"^\W*(?:pr[ée]sente?|absente?|excus[ée]e?|venue?|inscrite?|annul[ée]e?)s?\W*$", re.IGNORECASE)
_ONE_WORD = Late(r"^[A-ZÀ-ÖØ-Ý][\w’'-]+$")


def private_rows(rows: Iterable[Sequence[str]]) -> Iterator[tuple[int, Leak]]:
    """Yield the place, from 0, of each row that says what a person did or receives, with what is written there.

    The row above that names the columns is read with it; the column of an author names no beneficiary.
    """
    heads: Sequence[str] = ()
    for place, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        who = _person(cells, heads)
        if not who and sum(bool(_CAME.search(cell) or _WHO.search(cell)) for cell in cells) > 1:
            heads = cells
        elif who and any(
            _tells(cell, _head(heads, column)) for column, cell in enumerate(cells) if column not in who
        ):
            written = " ; ".join(filter(None, cells))
            yield place, Leak(Kind.LIST, 0, len(written), written)


def _person(cells: Sequence[str], heads: Sequence[str]) -> frozenset[int]:
    """Return the columns that name a person: one cell, or a name and a first name side by side."""
    for column, cell in enumerate(cells):
        if STAGE.search(_head(heads, column)):
            continue
        if any(found.start() == 0 for found in names_in(cell)):
            return frozenset([column])
        pair = cells[column : column + 2]
        if (
            len(pair) == 2
            and all(map(_ONE_WORD.match, pair))
            and {plain(word.split("-")[0]) for word in pair} & FIRST_NAMES
        ):
            return frozenset([column, column + 1])
    return frozenset()


def _tells(cell: str, head: str) -> bool:
    return bool(_DID.match(cell) or (cell and _CAME.search(head)))


def _head(heads: Sequence[str], column: int) -> str:
    return heads[column] if column < len(heads) else ""
