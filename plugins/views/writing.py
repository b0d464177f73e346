"""How a reader writes to the association from a page: a prefilled e-mail, or the contact page.

While the association's address is not known, a prefilled e-mail would go nowhere: the link then leads to
the page that says how to reach it.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from plugins.catalog.models.association import Association
from plugins.formats.mailto import mailto

CONTACT = "/association/contact/"


@dataclass(frozen=True)
class Invitation:
    """Hold an invitation to write: a question, a sentence, the words and the address of its link."""

    title: str
    text: str
    label: str
    address: str


def write_to(association: Association, subject: str, body: str) -> str:
    """Return where a link « écrivez-nous » leads; raise `ValueError` when the e-mail would be too long."""
    return mailto(association.email, subject, body) if association.email else CONTACT


def write_rows(association: Association, subject: str, before: str, rows: Sequence[str], after: str) -> str:
    """Return such a link with as many rows as fit in it, the last ones left out: a long record still has its e-mail."""
    for count in range(len(rows), -1, -1):
        with suppress(ValueError):
            return write_to(association, subject, "\n".join((before, *rows[:count], after)))
    return write_to(association, subject, "")
