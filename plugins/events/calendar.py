"""What is coming on a given day: the season, its week-end, its months, its lists cut into groups.

« Ce week-end » is the Saturday and the Sunday of the current week (on a Sunday, still that one), and the
outings of the Friday that begin at 18 h or later.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, Occurrence
from plugins.french import format_date, format_month
from plugins.views.calendar import Showing, first_of_each, is_past, showings, visible_events
from plugins.views.cards import EventCard, PlaceCard
from plugins.views.events import event_card, occurrence_card

FRIDAY_EVENING = time(18)
BEGUN = "Déjà commencé"


@dataclass(frozen=True)
class Season:
    """Hold what every list reads: the visible outings, all their dates, the next date of each."""

    catalog: Catalog
    today: date
    events: tuple[Event, ...]
    all: tuple[Showing, ...]
    coming: tuple[Showing, ...]
    nexts: tuple[Showing, ...]

    @cached_property
    def cards(self) -> dict[str, EventCard]:
        """Return the card of each outing at its next date, made once for all the lists."""
        return {event.slug: event_card(event, self.catalog, self.today) for event in self.events}

    @cached_property
    def dated_cards(self) -> dict[int, EventCard]:
        """Hold the card of each date that a list has shown, by the `id` of its occurrence: other lists show it too."""
        return {}

    @cached_property
    def place_cards(self) -> dict[str, PlaceCard]:
        """Hold the card of each place that the page of an outing has shown."""
        return {}

    @cached_property
    def by_town(self) -> dict[str, tuple[Showing, ...]]:
        """Return the outings that are coming, each at its next date, by the INSEE code of their town."""
        towns: dict[str, list[Showing]] = {}
        for showing in self.nexts:
            towns.setdefault(self.catalog.venue_town(showing.event), []).append(showing)
        return {insee: tuple(dates) for insee, dates in towns.items()}

    @cached_property
    def all_places(self) -> dict[str, list[int]]:
        """Return where the dates of each outing are in `all`."""
        return _places(self.all)

    @cached_property
    def coming_places(self) -> dict[str, list[int]]:
        """Return where the dates of each outing are in `coming`."""
        return _places(self.coming)

    @cached_property
    def over(self) -> tuple[Showing, ...]:
        """Return the last date of the outings that are over, the latest first."""
        alive = {showing.event.slug for showing in self.nexts}
        lasts = {showing.event.slug: showing for showing in self.all if showing.event.slug not in alive}
        return tuple(
            sorted(
                lasts.values(), key=lambda last: (last.occurrence.first_day, last.event.slug), reverse=True
            )
        )


@dataclass(frozen=True)
class Group:
    """Hold the cards that a list shows under one label."""

    label: str
    events: tuple[EventCard, ...]


@dataclass(frozen=True)
class Weekend:
    """Hold the two days of a week-end, and know what belongs to it."""

    saturday: date

    @property
    def friday(self) -> date:
        """Return the day before."""
        return self.saturday - timedelta(days=1)

    @property
    def sunday(self) -> date:
        """Return the last day."""
        return self.saturday + timedelta(days=1)

    def holds(self, occurrence: Occurrence) -> bool:
        """Tell whether an outing takes place during the week-end, Friday evening included."""
        if occurrence.first_day <= self.sunday and occurrence.last_day >= self.saturday:
            return True
        start = occurrence.start
        return isinstance(start, datetime) and start.date() == self.friday and start.time() >= FRIDAY_EVENING


def open_season(catalog: Catalog, today: date) -> Season:
    """Gather once what all the lists of that day read."""
    events = visible_events(catalog, today)
    every = showings(events)
    coming = tuple(showing for showing in every if not is_past(showing.occurrence, today))
    return Season(catalog, today, events, every, coming, first_of_each(coming))


def weekend_of(today: date) -> Weekend:
    """Return the week-end of the current week; on a Sunday, the one that is ending."""
    return Weekend(today + timedelta(days=5 - today.weekday()))


def by_month(dates: Iterable[Showing]) -> dict[date, tuple[Showing, ...]]:
    """File dates under the first day of each month they touch."""
    months: dict[date, list[Showing]] = {}
    for showing in dates:
        month = showing.occurrence.first_day.replace(day=1)
        while month <= showing.occurrence.last_day:
            months.setdefault(month, []).append(showing)
            month = (month + timedelta(days=31)).replace(day=1)
    return {month: tuple(months[month]) for month in sorted(months)}


def group_by_day(dates: Iterable[Showing], season: Season, since: date) -> tuple[Group, ...]:
    """Show dates day by day; what has begun before `since` and goes on comes first, under its own label."""
    return _grouped(
        dates,
        lambda showing: BEGUN if _first(showing) < since else format_date(_first(showing)),
        lambda showing: date_card(showing, season),
    )


def group_nexts_by_day(dates: Iterable[Showing], season: Season) -> tuple[Group, ...]:
    """Show each outing once, under the day of its next date."""
    return _grouped(
        dates,
        lambda showing: BEGUN if _first(showing) < season.today else format_date(_first(showing)),
        lambda showing: season.cards[showing.event.slug],
    )


def group_by_month(dates: Iterable[Showing], season: Season) -> tuple[Group, ...]:
    """Show dates month by month, in the order given."""
    return _grouped(
        dates,
        lambda showing: format_month(_first(showing)).capitalize(),
        lambda showing: date_card(showing, season),
    )


def date_card(showing: Showing, season: Season) -> EventCard:
    """Show one date of an outing as it stands that day."""
    place = id(showing.occurrence)  # `expand` gives the same occurrences as long as their outing lives
    if place not in season.dated_cards:
        over = is_past(showing.occurrence, season.today)
        card = occurrence_card(showing.event, showing.occurrence, season.catalog, is_over=over)
        season.dated_cards[place] = card
    return season.dated_cards[place]


def count_events(dates: Iterable[Showing]) -> int:
    """Count outings, not dates."""
    return len({showing.event.slug for showing in dates})


def _places(dates: Iterable[Showing]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, showing in enumerate(dates):
        places.setdefault(showing.event.slug, []).append(place)
    return places


def _first(showing: Showing) -> date:
    return showing.occurrence.first_day


def _grouped(
    dates: Iterable[Showing],
    label: Callable[[Showing], str],
    card: Callable[[Showing], EventCard],
) -> tuple[Group, ...]:
    return tuple(
        Group(words, tuple(card(found) for found in group)) for words, group in groupby(dates, label)
    )
