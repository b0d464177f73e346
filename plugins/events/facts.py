"""The rows of an outing's page: how it is free, for whom, how to book, how to come and get back."""

from collections.abc import Iterator
from datetime import datetime

from plugins.catalog.models.event import Booking, Event, FreeAdmission, Travel
from plugins.french import format_date, format_datetime, format_price
from plugins.views.cards import Fact, fact
from plugins.views.events import age_in_words, free_in_words


def outing_facts(event: Event) -> tuple[Fact, ...]:
    """Return the rows of an outing, in the order a visitor asks."""
    return tuple(_facts(event))


def _facts(event: Event) -> Iterator[Fact]:
    yield from _price(event.free)
    yield fact("Pour qui", ", ".join(audience.label for audience in event.audiences).capitalize())
    if age := age_in_words(event.age):
        yield fact("Âge", age)
    yield fact("Genre", event.genre.label)
    if event.booking:
        yield from _booking(event.booking)
    if event.travel:
        yield from _travel(event.travel)
    if event.organiser:
        yield fact("Organisé par", event.organiser)
    if event.modified_on:
        yield fact("Page mise à jour le", format_date(event.modified_on))


def _price(free: FreeAdmission) -> Iterator[Fact]:
    yield fact("Prix", free_in_words(free))
    if free.remaining_cost is not None:
        yield fact("Reste à payer", format_price(free.remaining_cost) if free.remaining_cost else "Rien")
    if free.proof:
        address = free.proof if free.proof.startswith(("https://", "http://")) else None
        yield fact("Ce qui le prouve", "la page de l’organisateur" if address else free.proof, address)
    if free.verified_on:
        yield fact("Gratuité vérifiée le", format_date(free.verified_on))


def _booking(booking: Booking) -> Iterator[Fact]:
    if booking.phone:
        yield fact("Réserver par téléphone", booking.phone, f"tel:{booking.phone.replace(' ', '')}")
    if booking.email:
        yield fact("Réserver par courriel", booking.email, f"mailto:{booking.email}")
    if booking.link:
        yield fact("Réserver en ligne", "la page de réservation", booking.link)
    if booking.before:
        before = booking.before
        words = format_datetime(before) if isinstance(before, datetime) else format_date(before)
        yield fact("Réserver avant le", words)


def _travel(travel: Travel) -> Iterator[Fact]:
    rows = (
        ("Venir en bus", travel.bus),
        ("Dernier retour", travel.last_return),
        ("Se garer", travel.parking),
    )
    yield from (fact(label, value) for label, value in rows if value)
