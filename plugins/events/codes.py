"""The short address of an outing: its number, said by phone, leads to its page."""

from collections.abc import Iterator

from plugins.catalog.models.number import OutingNumber
from plugins.events.calendar import Season
from plugins.resources import Page

OUTINGS = "/sorties/"
DIGITS = ("zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf")


def number_pages(season: Season) -> Iterator[Page]:
    """Return a page for each number: it leads to its outing, or to the coming ones when the outing has gone.

    An outing that is not shown yet has none: not even its number is online.
    """
    for number in season.catalog.numbers.values():
        if target := _target(number, season):
            yield Page(
                address=number.address,
                template="redirect",
                title=f"Sortie {number.number}",
                description="Ce numéro mène à la page d’une sortie.",
                context={"target": target},
                indexed=False,
            )


def spelled(number: str) -> str:
    """Say a number digit by digit, as one does by phone: « un, zéro, zéro, sept »."""
    return ", ".join(DIGITS[int(digit)] for digit in number)


def _target(number: OutingNumber, season: Season) -> str | None:
    event = season.catalog.events.get(number.outing)
    if event is None:
        return OUTINGS
    if event.is_visible(season.today):
        return event.address
    gone = not event.draft and event.withdraw_on is not None and event.withdraw_on <= season.today
    return OUTINGS if gone else None
