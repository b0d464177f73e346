"""The pages of the section, compiled from a catalog made by hand."""

from datetime import date

from plugins.catalog import Catalog
from plugins.partners.compiling import compile_partners
from plugins.resources import Page
from tests.association.samples import site
from tests.views.samples import SUNDAY


def compiled(catalog: Catalog, today: date = SUNDAY) -> dict[str, Page]:
    """Return the pages by address; two pages of one address are refused."""
    pages = list(compile_partners(site(catalog, today=today)))
    addresses = [page.address for page in pages]
    assert sorted(set(addresses)) == sorted(addresses)
    return {page.address: page for page in pages}
