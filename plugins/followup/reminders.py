"""The reminders to subscribe to: a whole day, every month, every two months, every three (RFC 5545, RRULE)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plugins.formats.ics import CalendarEvent, CalendarHead, encode_calendar, encode_event
from plugins.resources import File

WRITTEN_ON = date(2026, 11, 22)
"""The day these reminders were last changed: a calendar made twice has the same bytes."""
KIT = "/referents/retours/trousse/"
SUMMARY = "Retour de présence : combien de personnes sont venues ?"
WORDS = (
    "Dites à Cultures du Cœur Drôme-Ardèche, sortie par sortie : places réservées, personnes venues, non venues, "
    "et un mot sur l’accueil du spectacle.\nDes nombres, jamais de noms."
)


@dataclass(frozen=True)
class Reminder:
    """Hold a reminder: every so many months, from its first day, always a first Monday."""

    slug: str
    label: str
    months: int
    first: date

    @property
    def address(self) -> str:
        """Return the address of its calendar."""
        return f"/referents/rappels-{self.slug}.ics"

    @property
    def rule(self) -> str:
        """Return the recurrence: the first Monday, every so many months."""
        return f"FREQ=MONTHLY;INTERVAL={self.months};BYDAY=1MO"


REMINDERS = (
    Reminder("mensuel", "Tous les mois", 1, date(2026, 12, 7)),
    Reminder("bimestriel", "Tous les deux mois", 2, date(2026, 12, 7)),
    Reminder("trimestriel", "Tous les trois mois", 3, date(2027, 1, 4)),
)


def reminder_files(url: str) -> Iterator[File]:
    """Return one calendar for each pace."""
    for reminder in REMINDERS:
        head = CalendarHead(
            name=f"Retours de présence ({reminder.label.lower()})",
            description="Un rappel le premier lundi, pour dire combien de personnes sont venues. Jamais de noms.",
            source=f"{url}{reminder.address}",
            url=f"{url}{KIT}",
        )
        event = CalendarEvent(
            uid=f"retour-de-presence-{reminder.slug}@{url.rsplit('//', maxsplit=1)[-1].strip('/')}",
            modified=WRITTEN_ON,
            sequence=0,
            summary=SUMMARY,
            start=reminder.first,
            rule=reminder.rule,
            description=WORDS,
            url=f"{url}{KIT}",
        )
        yield File(reminder.address, encode_calendar(head, [encode_event(event)]))
