"""The pages of the section, compiled from a catalog made by hand."""

from datetime import date

from plugins.catalog import Catalog
from plugins.events.compiling import compile_events
from plugins.resources import File, Page, Resource
from tests.association.samples import site
from tests.views.samples import SUNDAY


def compiled(catalog: Catalog, today: date = SUNDAY, production: bool = True) -> dict[str, Page]:
    """Return the pages by address."""
    found = resources(catalog, today, production)
    return {address: page for address, page in found.items() if isinstance(page, Page)}


def files(catalog: Catalog, today: date = SUNDAY) -> dict[str, bytes]:
    """Return the contents of the files by address."""
    found = resources(catalog, today)
    return {address: file.content for address, file in found.items() if isinstance(file, File)}


def resources(catalog: Catalog, today: date = SUNDAY, production: bool = True) -> dict[str, Resource]:
    """Return all that the section gives, by address; two resources of one address are refused."""
    found = list(compile_events(site(catalog, today=today, production=production)))
    addresses = [resource.address for resource in found]
    assert sorted(set(addresses)) == sorted(addresses)
    return {resource.address: resource for resource in found}


def titles(page: Page) -> list[str]:
    """Return the titles of a list, in order."""
    return [card.title for group in page.context["groups"] for card in group.events]


def labels(page: Page) -> list[str]:
    """Return the labels of the groups of a list."""
    return [group.label for group in page.context["groups"]]
