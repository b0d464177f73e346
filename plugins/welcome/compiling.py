"""Compile the home page."""

from collections.abc import Iterator

from plugins.catalog import Catalog
from plugins.resources import Page, Site
from plugins.views import Chip
from plugins.views.calendar import coming_events
from plugins.views.cards import acronym_card, post_card
from plugins.views.events import event_card
from plugins.views.series import series_cards
from plugins.welcome.daily import acronym_of_the_day
from plugins.welcome.greeting import WELCOME, greet, season_tint
from plugins.welcome.structured_data import home_data

MOST_EVENTS, MOST_SERIES, MOST_POSTS = 6, 4, 3
SHORTCUTS = (
    Chip("Aujourd’hui", "/sorties/aujourd-hui/"),
    Chip("Ce week-end", "/sorties/ce-week-end/"),
    Chip("Dans ma commune", "/communes/"),
    Chip("Sur la carte", "/carte/"),
)
"""The lists that are always there, whatever is announced."""


def compile_welcome(site: Site) -> Iterator[Page]:
    """Return the home page: a greeting, the next outings, the next yearly events, the latest posts, an acronym, counts."""
    catalog, today = site.catalog, site.today
    coming = coming_events(catalog, today)
    dated = [card for card in series_cards(catalog, today) if card.starts]
    latest = sorted(site.news, key=lambda item: (item.date, item.slug), reverse=True)
    acronym = acronym_of_the_day(catalog.acronyms.values(), today)
    yield Page(
        address="/",
        template="home",
        title="Accueil",
        description=catalog.association.mission,
        context={
            "described": home_data(catalog.association, site.url),
            "greeting": greet(catalog, today),
            "welcome": WELCOME,
            "season": season_tint(today),
            "shortcuts": SHORTCUTS,
            "events": tuple(event_card(event, catalog, today) for event in coming[:MOST_EVENTS]),
            "event_count": len(coming),
            "series": tuple(dated[:MOST_SERIES]),
            "posts": tuple(post_card(item) for item in latest[:MOST_POSTS]),
            "acronym": acronym_card(acronym) if acronym else None,
            "counts": _counts(catalog),
        },
    )


def _counts(catalog: Catalog) -> dict[str, int]:
    return {
        "acronyms": len(catalog.acronyms),
        "bodies": len(catalog.bodies),
        "places": len(catalog.places) + len(catalog.partners),
        "communes": len(catalog.communes),
    }
