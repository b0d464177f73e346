"""Compile the pages of the outings and of the rendezvous."""

from collections.abc import Iterator

from plugins.events.calendar import open_season
from plugins.events.list_pages import list_pages
from plugins.events.pages import outing_page
from plugins.events.series import series_index_page, series_page
from plugins.resources import Page, Site


def compile_events(site: Site) -> Iterator[Page]:
    """Return the lists, the page of every visible outing (those over too), and the rendezvous."""
    season = open_season(site.catalog, site.today)
    yield from list_pages(season)
    yield from (outing_page(event, season) for event in season.events)
    yield series_index_page(season)
    yield from (series_page(series, season) for series in site.catalog.series.values())
