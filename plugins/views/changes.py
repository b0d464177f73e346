"""The next day on which a page would read differently although nobody has touched a file.

Three things change every day and are left out: the day a list says it was made, the date that « Aujourd’hui » has
in its title, and the acronym of the day.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from plugins.catalog import Catalog
from plugins.catalog.freshness import expires_on
from plugins.catalog.recurrence import expand

if TYPE_CHECKING:
    from plugins.catalog.models.event import Event, Occurrence
    from plugins.catalog.models.place import Place
    from plugins.catalog.models.series import EventSeries

ONE_DAY = timedelta(days=1)


def next_change(catalog: Catalog, today: date) -> date:
    """Return the first day after `today` on which a date written in a file changes what a page says.

    It is at most a week away: on Monday « ce week-end » is another one.
    """
    soonest, tomorrow = date.max, today + ONE_DAY
    for day in _turning_days(catalog, today):
        if today < day < soonest:
            soonest = day
        if soonest == tomorrow:  # nothing comes before
            break
    return soonest


def _turning_days(catalog: Catalog, today: date) -> Iterator[date]:
    yield today + timedelta(days=7 - today.weekday())
    for event in catalog.events.values():
        if not event.draft and event.is_proven:
            yield from _outing(event)
    for post in catalog.posts.values():
        if not post.draft:
            yield post.publish_on or post.date
            yield from _known(post.withdraw_on)
            yield _birthday(post.date, today)
    for series in catalog.series.values():
        yield from _series(series, today)
    for banner in catalog.banners:
        yield from (banner.start, banner.end + ONE_DAY)
    for partner in catalog.partners.values():
        yield from _day_after(partner.partnership.until)
        yield from _expiry(partner, "partners")
    for place in catalog.places.values():
        yield from _expiry(place, "places")
    for tutorial in catalog.tutorials.values():
        if not tutorial.draft:
            yield expires_on(tutorial.verified_on, "tutorials")
    yield from _network(catalog)
    yield _season_turn(today)
    yield from _greetings(catalog, today)


def _greetings(catalog: Catalog, today: date) -> Iterator[date]:
    """Yield when the home page greets otherwise: on a Friday that has outings, and with the colour of a season."""
    friday = today + timedelta(days=4 - today.weekday())
    coming = [event for event in catalog.events.values() if event.is_visible(friday) and event.is_open]
    dates = [occurrence for event in coming for occurrence in expand(event)]
    if any(found.first_day <= friday + 2 * ONE_DAY and found.last_day >= friday for found in dates):
        yield friday
    months = [date(today.year, month, 1) for month in (3, 6, 9, 12)]
    yield next((day for day in months if day > today), date(today.year + 1, 3, 1))


def _birthday(written_on: date, today: date) -> date:
    """Return the next day on which a post is one year older; one of a 29 February waits for the first of March."""
    year = max(today.year, written_on.year + 1)
    return next(
        day for day in (_anniversary(written_on, year), _anniversary(written_on, year + 1)) if day > today
    )


def _anniversary(day: date, year: int) -> date:
    leaps = (day.month, day.day) == (2, 29)
    return date(year, 3, 1) if leaps and not isleap(year) else day.replace(year=year)


def _season_turn(today: date) -> date:
    """Return the next first of May: from then on the letter to partners speaks of the season to come."""
    turn = date(today.year, 5, 1)
    return turn if turn > today else date(today.year + 1, 5, 1)


def _outing(event: Event) -> Iterator[date]:
    """Yield when it appears, is withdrawn, takes place, has begun (and goes on), is over."""
    yield from _known(event.publish_on)
    yield from _known(event.withdraw_on)
    for occurrence in expand(event):
        yield from (occurrence.first_day, occurrence.last_day + ONE_DAY)
        if occurrence.last_day > occurrence.first_day:
            yield occurrence.first_day + ONE_DAY
            yield from _months_begun(occurrence)


def _months_begun(occurrence: Occurrence) -> Iterator[date]:
    """Yield the first day of each month that begins meanwhile: the month before leaves the choices."""
    month = (occurrence.first_day.replace(day=1) + timedelta(days=31)).replace(day=1)
    while month <= occurrence.last_day:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def _series(series: EventSeries, today: date) -> Iterator[date]:
    """Yield the day after each edition; one whose days are not known is over with its year."""
    from plugins.views.series import next_edition, written_editions  # noqa: PLC0415  # few projects have a series

    for edition in (*written_editions(series), next_edition(series, today)):
        if edition.end is None and edition.year is not None:
            yield date(edition.year + 1, 1, 1)
        yield from _day_after(edition.end)


def _expiry(place: Place, kind: str) -> Iterator[date]:
    """Yield when a record begins to say that nobody has verified it for long."""
    if place.verified_on and not place.closed:
        yield expires_on(place.verified_on, kind)


def _network(catalog: Catalog) -> Iterator[date]:
    """Yield when a session or a day of training is behind us, when an enrolment closes, a convention ends."""
    for meeting in catalog.meetings.values():
        yield from (session.date + ONE_DAY for session in meeting.sessions)
    for convention in catalog.conventions.values():
        yield from _day_after(convention.ends_on)
    for training in catalog.trainings.values():
        for cycle in training.cycles:
            yield from (day + ONE_DAY for day in cycle.dates)
            yield from _day_after(cycle.enrolment.until)


def _known(day: date | None) -> Iterator[date]:
    if day is not None:
        yield day


def _day_after(day: date | None) -> Iterator[date]:
    if day is not None:
        yield day + ONE_DAY
