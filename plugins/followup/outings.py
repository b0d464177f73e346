"""The outings that référents speak of: those of the last weeks, to tell who came; those of the next, to offer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, EventStatus
from plugins.french import format_date, format_time
from plugins.views.calendar import Showing, coming_showings, showings, visible_events
from plugins.views.events import occurrence_card
from plugins.views.towns import event_town, town_label

TWO_MONTHS, MONTH = timedelta(days=62), timedelta(days=30)
MOST_RETURNED = 10
"""What one sheet of paper holds."""


@dataclass(frozen=True)
class Outing:
    """Hold one date of an outing, in words."""

    event: Event
    day: date
    title: str
    place: str
    town: str
    hour: str
    free: str
    booking: str
    status: str

    @property
    def where(self) -> str:
        """Return « Théâtre de la Ville, Valence »."""
        return f"{self.place}, {self.town}"


def last_outings(catalog: Catalog, today: date) -> tuple[Outing, ...]:
    """Return the last ten dates of the last two months, in order of time; what was cancelled had nobody."""
    found = [
        showing
        for showing in showings(visible_events(catalog, today))
        if today - TWO_MONTHS <= showing.occurrence.last_day < today
        and showing.event.status is not EventStatus.CANCELLED
    ]
    return tuple(_outing(showing, catalog) for showing in found[-MOST_RETURNED:])


def next_outings(catalog: Catalog, today: date) -> tuple[Outing, ...]:
    """Return the dates of the next thirty days, in order of time; what was cancelled is not offered."""
    found = (
        showing
        for showing in coming_showings(visible_events(catalog, today), today)
        if showing.occurrence.first_day <= today + MONTH and showing.event.status is not EventStatus.CANCELLED
    )
    return tuple(_outing(showing, catalog) for showing in found)


def _outing(showing: Showing, catalog: Catalog) -> Outing:
    event, occurrence = showing.event, showing.occurrence
    card = occurrence_card(event, occurrence, catalog)
    start = occurrence.start
    return Outing(
        event=event,
        day=occurrence.first_day,
        title=f"{event.title} (exemple inventé)" if event.example else event.title,
        place=card.place,
        town=town_label(event_town(event, catalog), catalog),
        hour=format_time(start) if isinstance(start, datetime) else "",
        free=card.free,
        booking=_booking(event),
        status=card.status,
    )


def _booking(event: Event) -> str:
    booking = event.booking
    if booking is None:
        return ""
    how = booking.phone or booking.email or "sur sa page"
    before = f", avant le {format_date(booking.before, 'day_month')}" if booking.before else ""
    return f"{how}{before}"
