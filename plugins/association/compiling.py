"""Compile the pages of the association."""

from collections.abc import Iterator

from plugins.association.contact import contact_page
from plugins.association.legal import legal_page
from plugins.association.meetings import meeting_pages
from plugins.catalog import Catalog
from plugins.resources import Crumb, Page, Site


def compile_association(site: Site) -> Iterator[Page]:
    """Return the meetings, the contact page and the legal notice."""
    way = _way(site.catalog)
    yield from meeting_pages(site, way)
    yield contact_page(site, way)
    yield legal_page(site)


def _way(catalog: Catalog) -> tuple[Crumb, ...]:
    """Lead through the association's own page, once it has been written."""
    written = any(page.address == "/association/" and not page.draft for page in catalog.pages.values())
    return (Crumb("L’association", "/association/"),) if written else ()
