"""Show what is known of the association, and say kindly what is not known yet."""

import re
from collections.abc import Iterator

from plugins.catalog.models.association import Association
from plugins.views.cards import Fact

TO_COMPLETE = "à compléter"


def known(label: str, value: str | None, address: str | None = None, *, preview: bool) -> Iterator[Fact]:
    """Return the fact when it is known; otherwise « à compléter » in the preview, and nothing once published."""
    if value:
        yield Fact(label, value, address)
    elif preview:
        yield Fact(label, TO_COMPLETE)


def seat_facts(association: Association, *, preview: bool) -> Iterator[Fact]:
    """Return the address of the seat, its gaps shown in the preview."""
    seat = association.seat
    town = " ".join(part for part in (seat.postcode, seat.town) if part)
    words = ", ".join(part for part in (seat.street, town) if part)
    if words and preview and not (seat.street and seat.postcode and seat.town):
        words += f" ({TO_COMPLETE})"
    return known("Siège", words, preview=preview)


def phone_facts(association: Association, *, preview: bool) -> Iterator[Fact]:
    """Return the association's public number, as a link to dial."""
    return known("Téléphone", association.phone, dial(association.phone), preview=preview)


def email_facts(association: Association, *, preview: bool) -> Iterator[Fact]:
    """Return the association's address of function, as a link to write."""
    address = f"mailto:{association.email}" if association.email else None
    return known("Courriel", association.email, address, preview=preview)


def dial(phone: str | None) -> str | None:
    """Return the `tel:` link of a French number (RFC 3966): ten digits become international."""
    if phone is None:
        return None
    digits = re.sub(r"\D", "", phone)
    return f"tel:+33{digits[1:]}" if len(digits) == 10 else f"tel:{digits}"
