"""The card of an outing: when, where, how it is free, and first of all whether it takes place."""

from dataclasses import replace
from datetime import date, datetime

from plugins.catalog import Catalog
from plugins.catalog.models.event import (
    AgeRange,
    Event,
    EventStatus,
    FreeAdmission,
    Genre,
    Gratuity,
    Occurrence,
)
from plugins.catalog.recurrence import expand
from plugins.french import format_date, format_datetime, format_price, format_time
from plugins.views.access import event_access, needs_met
from plugins.views.calendar import is_past, shown_occurrence
from plugins.views.cards import EventCard
from plugins.views.drawings import OUTINGS
from plugins.views.towns import event_town, event_venue, town_label

TINTS = {
    Genre.THEATRE: "rouge",
    Genre.DANCE: "lavande",
    Genre.MUSIC: "lavande",
    Genre.CIRCUS: "rouge",
    Genre.STREET_ARTS: "rouge",
    Genre.TALES: "abricot",
    Genre.PUPPETS: "abricot",
    Genre.CINEMA: "rhone",
    Genre.EXHIBITION: "chataigne",
    Genre.VISIT: "pin",
    Genre.WORKSHOP: "abricot",
    Genre.READING: "chataigne",
    Genre.HERITAGE: "pin",
    Genre.TALK: "rhone",
    Genre.PARTY: "abricot",
    Genre.FESTIVAL: "rouge",
    Genre.OTHER: "rhone",
}
OVER = "Terminé"


def event_card(event: Event, catalog: Catalog, today: date) -> EventCard:
    """Show an outing at its next date, or at its last one when all is over."""
    occurrence = shown_occurrence(event, today)
    dates = expand(event)
    others = sum(not is_past(other, today) for other in dates) - 1
    card = occurrence_card(
        event, occurrence, catalog, is_over=is_past(occurrence, today), others=max(others, 0)
    )
    return replace(card, last=(dates[-1].finish or dates[-1].start).isoformat()) if others > 0 else card


def occurrence_card(
    event: Event, occurrence: Occurrence, catalog: Catalog, *, is_over: bool = False, others: int = 0
) -> EventCard:
    """Show one date of an outing; `others` counts the other dates still to come."""
    weekday, day, month = _stub(occurrence.first_day)
    return EventCard(
        address=event.address,
        title=event.title,
        summary=event.summary,
        genre=event.genre.label,
        tint=TINTS[event.genre],
        weekday=weekday,
        day=day,
        month=month,
        hour=format_time(occurrence.start) if isinstance(occurrence.start, datetime) else "",
        until=_until(occurrence),
        starts=occurrence.start.isoformat(),
        ends=occurrence.finish.isoformat() if occurrence.finish else "",
        place=event_venue(event, catalog).name,
        commune=town_label(event_town(event, catalog), catalog),
        free=free_in_words(event.free),
        chips=_chips(event, catalog, others),
        status=status_in_words(event.status, is_over=is_over),
        former=former_in_words(event),
        example=event.example,
        drawing=OUTINGS[event.genre],
    )


def status_in_words(status: EventStatus, *, is_over: bool = False) -> str:
    """Say what a reader must know first: cancelled, postponed, moved, full, over; nothing when all is as announced."""
    if status is EventStatus.CANCELLED:
        return status.label
    if is_over:
        return OVER
    return "" if status is EventStatus.SCHEDULED else status.label


def former_in_words(event: Event) -> str:
    """Return « était prévu le jeudi 12 novembre à 20 h 30 », or nothing."""
    former = event.former_start
    if former is None:
        return ""
    if isinstance(former, datetime):
        return f"était prévu le {format_datetime(former, 'day_month')}"
    return f"était prévu le {format_date(former, 'day_month')}"


def free_in_words(free: FreeAdmission) -> str:
    """Say how an outing is free, for whom, and what remains to pay."""
    words = free.type.label
    if free.condition:
        words += f" : {free.condition}"
    if free.type is Gratuity.PAY_WHAT_YOU_CAN:
        words += " : vous donnez ce que vous voulez, même rien"
    if free.remaining_cost:
        words += f" (reste à payer : {format_price(free.remaining_cost)})"
    return words


def age_in_words(age: AgeRange | None) -> str:
    """Return « Dès 6 ans », « De 6 à 12 ans », « Jusqu’à 12 ans », or nothing."""
    if age is None or (age.minimum is None and age.maximum is None):
        return ""
    if age.maximum is None:
        return f"Dès {_years(age.minimum or 0)}" if age.minimum else "Dès la naissance"
    if not age.minimum:
        return f"Jusqu’à {_years(age.maximum)}"
    return f"De {age.minimum} à {_years(age.maximum)}"


def _years(number: int) -> str:
    return f"{number}\u00a0an" if number == 1 else f"{number}\u00a0ans"


def _stub(day: date) -> tuple[str, str, str]:
    weekday, _, rest = format_date(day, "day").partition(" ")
    number, _, month = rest.partition("\u00a0")
    return weekday, number, month


def _until(occurrence: Occurrence) -> str:
    if occurrence.last_day == occurrence.first_day:
        return ""
    _, day, month = _stub(occurrence.last_day)
    return f"jusqu’au {day}\u00a0{month}"


def _chips(event: Event, catalog: Catalog, others: int) -> tuple[str, ...]:
    chips = [audience.label for audience in event.audiences]
    chips.append(age_in_words(event.age))
    chips += [need.chip for need in needs_met(event_access(event, catalog))]
    if others:
        chips.append(f"{others}\u00a0autre{'s' if others > 1 else ''} date{'s' if others > 1 else ''}")
    return tuple(chip for chip in chips if chip)
