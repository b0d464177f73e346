"""The pages of the section, compiled from a catalog made by hand."""

from datetime import date

from plugins.catalog import Catalog
from plugins.events.compiling import compile_events
from plugins.resources import Page
from tests.association.samples import site
from tests.views.samples import SUNDAY


def compiled(catalog: Catalog, today: date = SUNDAY, production: bool = True) -> dict[str, Page]:
    """Return the pages by address; two pages of one address are refused."""
    pages = list(compile_events(site(catalog, today=today, production=production)))
    addresses = [page.address for page in pages]
    assert sorted(set(addresses)) == sorted(addresses)
    return {page.address: page for page in pages}


def titles(page: Page) -> list[str]:
    """Return the titles of a list, in order."""
    return [card.title for group in page.context["groups"] for card in group.events]


def labels(page: Page) -> list[str]:
    """Return the labels of the groups of a list."""
    return [group.label for group in page.context["groups"]]
