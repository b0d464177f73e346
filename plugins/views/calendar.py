"""What is coming and what is over, on a day that is given: the one place that decides it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, Occurrence
from plugins.catalog.recurrence import expand


@dataclass(frozen=True)
class Showing:
    """Hold one date of one outing."""

    event: Event
    occurrence: Occurrence


def visible_events(catalog: Catalog, today: date) -> tuple[Event, ...]:
    """Return the outings that have a page that day: published, proven free, not withdrawn; over or not."""
    return tuple(event for event in catalog.events.values() if event.is_visible(today))


def showings(events: Iterable[Event]) -> tuple[Showing, ...]:
    """Return every date of outings, in order of time."""
    found = [Showing(event, occurrence) for event in events for occurrence in expand(event)]
    return tuple(sorted(found, key=_order))


def coming_showings(events: Iterable[Event], today: date) -> tuple[Showing, ...]:
    """Return the dates that are not over, in order of time; what goes on counts as coming."""
    return tuple(showing for showing in showings(events) if not is_past(showing.occurrence, today))


def next_showings(events: Iterable[Event], today: date) -> tuple[Showing, ...]:
    """Return the next date of each outing that is not over, in order of time."""
    return first_of_each(coming_showings(events, today))


def first_of_each(dates: Iterable[Showing]) -> tuple[Showing, ...]:
    """Return the first date of each outing, in the order given."""
    firsts: dict[str, Showing] = {}
    for showing in dates:
        firsts.setdefault(showing.event.slug, showing)
    return tuple(firsts.values())


def coming_events(catalog: Catalog, today: date) -> tuple[Event, ...]:
    """Return the outings that are visible and not over, by next date."""
    return tuple(showing.event for showing in next_showings(visible_events(catalog, today), today))


def is_past(occurrence: Occurrence, today: date) -> bool:
    """Tell whether a date is over that day: the evening that ends after midnight belongs to its evening."""
    return occurrence.last_day < today


def shown_occurrence(event: Event, today: date) -> Occurrence:
    """Return the next date of an outing, or its last one when all is over."""
    dates = expand(event)
    return next((found for found in dates if not is_past(found, today)), dates[-1])


def _order(showing: Showing) -> tuple[date, str, str]:
    start = showing.occurrence.start
    hour = start.isoformat()[11:16] if isinstance(start, datetime) else ""
    return showing.occurrence.first_day, hour, showing.event.slug
