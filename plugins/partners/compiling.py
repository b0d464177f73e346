"""Compile the pages of the places, of the partners and of the towns."""

from collections.abc import Iterator

from plugins.partners.atlas import atlas_pages
from plugins.partners.campaign import campaign_page
from plugins.partners.partner_lists import partner_list_pages
from plugins.partners.partners import partner_page
from plugins.partners.places import place_page, places_pages
from plugins.partners.territory import open_territory
from plugins.partners.towns import hub_pages, towns_pages
from plugins.resources import Page, Site


def compile_partners(site: Site) -> Iterator[Page]:
    """Return the lists, and one page for every place, partner (former ones too) and town."""
    territory = open_territory(site.catalog, site.today, site.url)
    yield from places_pages(territory)
    yield from (place_page(place, territory) for place in site.catalog.places.values())
    yield from partner_list_pages(territory)
    yield campaign_page(territory)
    yield from (partner_page(partner, territory) for partner in site.catalog.partners.values())
    yield from atlas_pages(territory)
    yield from towns_pages(territory)
    for commune in site.catalog.communes.values():
        yield from hub_pages(commune, territory)
