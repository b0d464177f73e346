"""The e-mails that a link opens ready to fill in: five outings each at most, counts only (RFC 6068)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plugins.followup.outings import Outing
from plugins.formats.mailto import mailto
from plugins.french import format_date

MOST_OUTINGS = 5
LONGEST = 1800
"""Characters of a whole link, once encoded: mail programs on old phones cut what is longer."""
SUBJECT = "Retour de présence"
_OPENING = "Bonjour,\n\nVoici notre retour : des nombres, aucun nom.\n\nStructure : \n"
_CLOSING = "\nMerci, et à bientôt."
_COUNTS = "Places réservées : \nPersonnes venues : \nNon venues : \nUn mot sur l’accueil : \n"
_BLANK = f"\nSortie, date : \n{_COUNTS}"
_TITLE_AT_MOST = 60


@dataclass(frozen=True)
class Email:
    """Hold an e-mail: its words on the page, the link, and the text for those whose link opens nothing."""

    label: str
    link: str
    subject: str
    body: str


def blank_email(to: str) -> Email:
    """Return the e-mail for one outing that the sender writes."""
    return _email(to, "pour une sortie de votre choix", SUBJECT, _BLANK)


def prefilled_emails(outings: Sequence[Outing], to: str) -> tuple[Email, ...]:
    """Return the e-mails for the outings given, each as full as its length allows."""
    return tuple(_prefilled(group, to) for group in _groups(outings, to))


def _groups(outings: Sequence[Outing], to: str) -> Iterator[tuple[Outing, ...]]:
    group: tuple[Outing, ...] = ()
    for found in outings:
        wider = (*group, found)
        if group and (len(wider) > MOST_OUTINGS or not _fits(wider, to)):
            yield group
            wider = (found,)
        group = wider
    if group:
        yield group


def _fits(group: Sequence[Outing], to: str) -> bool:
    try:
        return len(_prefilled(group, to).link) <= LONGEST
    except ValueError:
        return False


def _prefilled(group: Sequence[Outing], to: str) -> Email:
    days = [format_date(found.day, "short") for found in group]
    dates = f"du {days[0]} au {days[-1]}" if days[0] != days[-1] else f"le {days[0]}"
    body = "".join(
        f"\n{number}. {_title(found)}, {found.town}, {format_date(found.day, 'short')}\n{_COUNTS}"
        for number, found in enumerate(group, 1)
    )
    return _email(
        to,
        f"pour les sorties {dates}" if len(group) > 1 else f"pour « {_title(group[0])} », {dates}",
        f"{SUBJECT}, {dates}",
        body,
    )


def _title(found: Outing) -> str:
    title = found.title
    return title if len(title) <= _TITLE_AT_MOST else f"{title[: _TITLE_AT_MOST - 1].rstrip()}…"


def _email(to: str, label: str, subject: str, outings: str) -> Email:
    body = f"{_OPENING}{outings}{_CLOSING}"
    return Email(label, mailto(to, subject, body), subject, body)
