"""Compile the pages of the outings and of the rendezvous."""

from collections.abc import Iterator

from plugins.events.calendar import open_season
from plugins.events.channels import channel_files, open_press
from plugins.events.codes import number_pages
from plugins.events.list_pages import list_pages
from plugins.events.lists import all_lists, past_list, quiet_lists
from plugins.events.pages import draft_page, outing_page
from plugins.events.series import series_index_page, series_page
from plugins.events.subscribing import subscription_pages
from plugins.resources import Resource, Site


def compile_events(site: Site) -> Iterator[Resource]:
    """Return the lists in all their forms, the page of every visible outing (those over too), and the rendezvous.

    Outside of production, what is not shown yet has a page too, apart from every list.
    """
    season = open_season(site.catalog, site.today)
    lists = all_lists(season)
    pages = tuple(list_pages(season, lists))
    yield from pages
    yield from subscription_pages(lists, site.url)
    press = open_press(season, site.url, site.catalog.association.name)
    yield from channel_files(press, (*lists, past_list(season), *quiet_lists(season, lists)), pages)
    yield from (outing_page(event, season, site.url) for event in season.events)
    if not site.production:
        hidden = (event for event in site.catalog.events.values() if not event.is_visible(site.today))
        yield from (draft_page(event, season, site.url) for event in hidden)
    yield from number_pages(season)
    yield series_index_page(season, site.url)
    yield from (series_page(series, season, site.url) for series in site.catalog.series.values())
