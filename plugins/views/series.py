"""The card of a recurring event: its next edition, and how its date is known.

A date that a rule gives is never shown as sure: its state travels with it, in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from plugins.catalog import Catalog
from plugins.catalog.models.series import Edition, EditionState, EventSeries, RuleCertainty
from plugins.catalog.recurrence import next_days
from plugins.french import format_date, format_range
from plugins.views.cards import SeriesCard
from plugins.views.towns import town_label

EVERYWHERE = "Partout en France"

_SUREST_FIRST = (
    EditionState.CONFIRMED,
    EditionState.REMEMBERED,
    EditionState.DOUBTFUL,
    EditionState.UNKNOWN,
    EditionState.COMPUTED,
)


@dataclass(frozen=True)
class NextEdition:
    """Hold the next edition of a series: its days when they are known, its year otherwise."""

    state: EditionState
    start: date | None = None
    end: date | None = None
    year: int | None = None
    likely: date | None = None
    theme: str | None = None
    note: str | None = None


def series_card(series: EventSeries, catalog: Catalog, today: date) -> SeriesCard:
    """Show a recurring event with its next edition."""
    following = next_edition(series, today)
    commune = catalog.communes[series.commune] if series.commune else None
    return SeriesCard(
        address=series.address,
        name=series.name,
        when=when_in_words(following),
        state=following.state.value,
        state_label=following.state.label,
        free=series.free.label,
        disciplines=series.disciplines,
        where=town_label(commune, catalog) if commune else EVERYWHERE,
        starts=following.start.isoformat() if following.start else "",
        ends=following.end.isoformat() if following.end else "",
    )


def series_cards(catalog: Catalog, today: date) -> tuple[SeriesCard, ...]:
    """Show all recurring events, the soonest first and those without a day last."""
    cards = [series_card(series, catalog, today) for series in catalog.series.values()]
    return tuple(sorted(cards, key=lambda card: (not card.starts, card.starts, card.when, card.address)))


def next_edition(series: EventSeries, today: date) -> NextEdition:
    """Return the first edition that is not over.

    What is written about a year (for a monthly event, about a month) replaces what the rule gives for it:
    a moved, past or unknown edition is not shown a second time at the computed day.
    """
    written = written_editions(series)
    coming = [edition for edition in written if not is_over(edition, today)]
    known = {_period(edition, series) for edition in written if edition.state is not EditionState.COMPUTED}
    computed = [edition for edition in _computed(series, today) if _period(edition, series) not in known]
    candidates = sorted([*coming, *computed], key=_order)
    periods = [_period(edition, series) for edition in candidates]
    surest = [edition for edition, period in zip(candidates, periods, strict=True) if period == periods[0]]
    if not surest:
        return NextEdition(EditionState.UNKNOWN)
    return min(surest, key=lambda edition: _SUREST_FIRST.index(edition.state))


def written_editions(series: EventSeries) -> tuple[NextEdition, ...]:
    """Return the editions written in the file, each with its last day."""
    return tuple(_written(edition, series) for edition in series.editions)


def when_in_words(edition: NextEdition) -> str:
    """Return the days of an edition, or its year, or that nobody knows yet."""
    if edition.start:
        days = format_range(edition.start, edition.end or edition.start)
        return f"peut-être {days}" if edition.state is EditionState.DOUBTFUL else days
    if edition.likely:
        return f"en {edition.likely.year}, peut-être le {format_date(edition.likely, 'day_month')}"
    return (
        f"en {edition.year}, jour pas encore connu"
        if edition.year
        else "prochaine édition pas encore annoncée"
    )


def _last_day(edition: Edition, series: EventSeries) -> date | None:
    if edition.start is None or edition.end is not None:
        return edition.end
    return edition.start + timedelta(days=(series.days or 1) - 1)


def is_over(edition: NextEdition, today: date) -> bool:
    """Tell whether an edition is over; without a day, it is over with its year."""
    if edition.end is not None:
        return edition.end < today
    return edition.year is None or edition.year < today.year


def _written(edition: Edition, series: EventSeries) -> NextEdition:
    return NextEdition(
        state=edition.state,
        start=edition.start,
        end=_last_day(edition, series),
        year=edition.year or (edition.likely.year if edition.likely else None),
        likely=edition.likely,
        theme=edition.theme,
        note=edition.note,
    )


def _computed(series: EventSeries, today: date) -> Iterator[NextEdition]:
    if series.recurrence is None or series.certainty is RuleCertainty.NONE:
        return
    length = timedelta(days=(series.days or 1) - 1)
    for day in next_days(series.recurrence, today - length - timedelta(days=1), 15):
        yield NextEdition(EditionState.COMPUTED, start=day, end=day + length, year=day.year)


def _period(edition: NextEdition, series: EventSeries) -> tuple[int, int]:
    monthly = "FREQ=MONTHLY" in (series.recurrence or "")
    if edition.start is None:
        return edition.year or 0, 0
    return edition.start.year, edition.start.month if monthly else 0


def _order(edition: NextEdition) -> tuple[date, int]:
    day = edition.start or date(edition.year or date.max.year, 12, 31)
    return day, _SUREST_FIRST.index(edition.state)
