"""What is arranged for each need, one column a need."""

from collections.abc import Callable
from functools import partial

from plugins.catalog.models.place import Access
from plugins.opendata.writing import Column, Row
from plugins.views.access import NEEDS, Need, answer


def access_columns(access_of: Callable[[Row], Access]) -> tuple[Column[Row], ...]:
    """Return a column for each need: oui or non, with its words, or nothing when nobody has said."""
    return tuple(
        Column(
            need.slug, f"{need.label} : oui, non, ou vide.", partial(_said, need=need, access_of=access_of)
        )
        for need in NEEDS
    )


def _said(row: Row, need: Need, access_of: Callable[[Row], Access]) -> str | None:
    found = answer(access_of(row), need)
    if found is None:
        return None
    word = "oui" if found.possible else "non"
    return f"{word} : {found.note}" if found.note else word
