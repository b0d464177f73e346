"""The page of an outing. It stays when the outing is over: its address may be printed on a poster."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache

from plugins.catalog.models.event import Event, Occurrence
from plugins.catalog.recurrence import expand
from plugins.events.calendar import Season
from plugins.events.facts import outing_facts
from plugins.events.sharing import share
from plugins.french import format_date, format_datetime, format_range
from plugins.resources import Crumb, Page
from plugins.views.access import access_facts, event_access
from plugins.views.calendar import is_past, shown_occurrence
from plugins.views.cards import EventCard, PlaceCard, place_card
from plugins.views.events import event_card, free_in_words, status_in_words
from plugins.views.pictures import figure
from plugins.views.towns import address_lines, event_town, event_venue, town_label

OUTINGS = Crumb("Sorties", "/sorties/")


@dataclass(frozen=True)
class DateLine:
    """Hold one date of an outing, ready to print."""

    text: str
    starts: str
    ends: str
    past: bool


def draft_page(event: Event, season: Season, url: str) -> Page:
    """Return the page of an outing that is not online, as a volunteer sees it, with the reason."""
    page = outing_page(event, season, url, event.hidden_because(season.today) or "")
    return replace(page, address=f"/brouillons/sortie-{event.slug}/", breadcrumbs=(), indexed=False)


def outing_page(event: Event, season: Season, url: str, hidden_because: str = "") -> Page:
    """Return the page of an outing; `url` is the address of the site. What is not online is not passed on."""
    dates = expand(event)
    return Page(
        address=event.address,
        template="event",
        title=event.title,
        description=_description(event, season),
        context={
            "event": event,
            "card": _card(event, season),
            "picture": figure(event.picture, season.catalog.root),
            "occurrences": date_lines(dates, season.today),
            "facts": outing_facts(event),
            "access": access_facts(event_access(event, season.catalog)),
            "place": _place(event, season),
            "address_lines": address_lines(event_venue(event, season.catalog), season.catalog),
            "hidden_because": hidden_because,
            "calendar": "" if hidden_because else f"{event.address}sortie.ics",
            "sharing": None if hidden_because else share(event, season, url),
            "is_over": all(is_past(occurrence, season.today) for occurrence in dates),
        },
        breadcrumbs=_crumbs(event, season),
        modified=event.modified_on,
    )


def date_lines(dates: tuple[Occurrence, ...], today: date) -> tuple[DateLine, ...]:
    """Tell every date of an outing: those to come first, then those that are over."""
    lines = [
        DateLine(
            when_in_words(found),
            found.start.isoformat(),
            found.finish.isoformat() if found.finish else "",
            is_past(found, today),
        )
        for found in dates
    ]
    return tuple(sorted(lines, key=lambda line: line.past))


def when_in_words(occurrence: Occurrence) -> str:
    """Return « jeudi 12 novembre 2026, de 20 h à 22 h 30 », or the days when hours are not known."""
    start, finish = occurrence.start, occurrence.finish
    if finish is None:
        return format_datetime(start) if isinstance(start, datetime) else format_date(start)
    if isinstance(start, datetime) is isinstance(finish, datetime):
        return format_range(start, finish)
    return format_range(occurrence.first_day, occurrence.last_day)


def _description(event: Event, season: Season) -> str:
    """Say what a reader needs before opening the page: it is all that a search or a shared link shows."""
    status = status_in_words(event.status)
    when = when_in_words(shown_occurrence(event, season.today))
    where = f"{event_venue(event, season.catalog).name}, {town_label(event_town(event, season.catalog), season.catalog)}"
    told = (status, f"{when[:1].upper()}{when[1:]}, {where}", free_in_words(event.free), event.summary)
    return " ".join(part if part.endswith((".", "!", "?", "…")) else f"{part}." for part in told if part)


def _card(event: Event, season: Season) -> EventCard:
    card = season.cards.get(event.slug) or event_card(event, season.catalog, season.today)
    status = status_in_words(event.status)  # that it is over is told by `is_over`
    return card if card.status == status else replace(card, status=status)


def _place(event: Event, season: Season) -> PlaceCard | None:
    if not event.place:
        return None
    if event.place not in season.place_cards:
        season.place_cards[event.place] = place_card(season.catalog.venue(event.place), season.catalog)
    return season.place_cards[event.place]


def _crumbs(event: Event, season: Season) -> tuple[Crumb, ...]:
    town = event_town(event, season.catalog)
    return (
        (OUTINGS, _crumb(town_label(town, season.catalog), f"/sorties/a/{town.slug}/"))
        if town.insee in season.by_town
        else (OUTINGS,)
    )


@lru_cache(maxsize=1024)
def _crumb(label: str, address: str) -> Crumb:
    """Return the crumb of a town, the same one for all its outings."""
    return Crumb(label, address)
