"""A convention on its list and on the page of its town: where it stands, who signed it, its document."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.catalog import Catalog
from plugins.catalog.models.convention import Convention
from plugins.french import enumerate_fr, format_date
from plugins.views.cards import Fact
from plugins.views.towns import town_label


@dataclass(frozen=True)
class ConventionCard:
    """Hold a convention with a town."""

    town: str
    address: str
    summary: str
    facts: tuple[Fact, ...]
    to_check: str
    example: bool = False


def convention_card(convention: Convention, catalog: Catalog, today: date) -> ConventionCard:
    """Show a convention as it stands that day."""
    commune = catalog.communes[convention.commune]
    return ConventionCard(
        town=town_label(commune, catalog),
        address=commune.address,
        summary=convention.summary,
        facts=tuple(_facts(convention, catalog, today)),
        to_check=convention.to_check or "",
        example=convention.example,
    )


def _facts(convention: Convention, catalog: Catalog, today: date) -> Iterator[Fact]:
    yield Fact("Où elle en est", convention.state_on(today).label)
    if convention.signed_on:
        yield Fact("Signée le", format_date(convention.signed_on, "medium"))
    elif convention.year:
        yield Fact("Année", str(convention.year))
    if convention.ends_on:
        yield Fact("Jusqu’au", format_date(convention.ends_on, "medium"))
    if convention.parties:
        yield Fact("Qui signe", enumerate_fr(convention.parties))
    document = catalog.documents.get(convention.document or "")
    if document and not document.draft:
        yield Fact("Document", document.title, document.address)
