"""Compile the pages of the association."""

from collections.abc import Iterator

from plugins.association.accessibility import accessibility_pages
from plugins.association.contact import contact_page
from plugins.association.conventions import conventions_page
from plugins.association.legal import legal_page
from plugins.association.meetings import meeting_pages
from plugins.association.sympathisers import college_pages
from plugins.association.team import team_page
from plugins.association.trainings import training_pages
from plugins.catalog import Catalog
from plugins.resources import Crumb, Resource, Site


def compile_association(site: Site) -> Iterator[Resource]:
    """Return the life of the network, who works for it, how to reach it, and the legal notice."""
    way = _way(site.catalog)
    yield from meeting_pages(site, way)
    yield from training_pages(site, way)
    yield conventions_page(site, way)
    yield from college_pages(site, way)
    yield team_page(site, way)
    yield contact_page(site, way)
    yield legal_page(site)
    yield from accessibility_pages(site)


def _way(catalog: Catalog) -> tuple[Crumb, ...]:
    """Lead through the association's own page, once it has been written."""
    written = any(page.address == "/association/" and not page.draft for page in catalog.pages.values())
    return (Crumb("L’association", "/association/"),) if written else ()
