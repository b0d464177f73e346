"""Draw the acronym of the day, the same for everyone that day."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from plugins.catalog.models.acronym import Acronym


def acronym_of_the_day(acronyms: Iterable[Acronym], today: date) -> Acronym | None:
    """Return one acronym in use and checked, another each day; None when there is none.

    The deck is shuffled once for all by the digest of the slugs, so that two days in a row do not show two
    neighbours of the alphabet.
    """
    deck = sorted(
        (acronym for acronym in acronyms if acronym.is_current and not acronym.to_check),
        key=lambda acronym: sha256(acronym.slug.encode()).digest(),
    )
    return deck[today.toordinal() % len(deck)] if deck else None
