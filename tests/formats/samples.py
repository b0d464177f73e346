"""Calendars made by hand: a right one, and what to change in it to break one rule."""

from datetime import date, datetime
from typing import Any

from plugins.formats.ics import CalendarEvent, CalendarHead, encode_calendar, encode_event
from plugins.french import PARIS

HEAD = CalendarHead(
    "Sorties gratuites",
    "Sorties gratuites en Drôme et en Ardèche.",
    "https://www.exemple.fr/sorties/agenda.ics",
    "https://www.exemple.fr/sorties/",
)
CONCERT = CalendarEvent(
    uid="2026-11-27-concert@exemple.fr",
    modified=date(2026, 11, 20),
    sequence=25160,
    summary="Concert, entrée libre",
    start=datetime(2026, 11, 27, 20, 30, tzinfo=PARIS),
    end=datetime(2026, 11, 27, 22, 0, tzinfo=PARIS),
    description="Une heure de musique ; venez.\nPrix : Entrée libre",
    location="Théâtre de la Ville, 26000 Valence",
    position=(44.93, 4.89),
    url="https://www.exemple.fr/sorties/2026/11/27-concert/",
    categories=("Musique", "Conférence, débat"),
)


def calendar(*events: CalendarEvent) -> bytes:
    return encode_calendar(HEAD, [encode_event(event) for event in events])


def lines(content: bytes) -> list[str]:
    """Return the lines of a calendar as they are read, folds undone."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def at(*moment: int, **fields: Any) -> datetime:
    return datetime(*moment, tzinfo=PARIS, **fields)
