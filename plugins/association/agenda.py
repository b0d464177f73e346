"""The calendar of the network: coming meetings and trainings, apart from the outings that anyone may attend.

A session whose day is only a hypothesis is never in it. What is cancelled stays, and says so.
"""

from dataclasses import dataclass
from datetime import date
from itertools import chain
from urllib.parse import urlsplit

from plugins.catalog.models.meeting import Meeting, Pairing, Session, SessionState
from plugins.catalog.models.training import Cycle, Training
from plugins.formats.ics import CalendarEvent, CalendarHead, encode_calendar, encode_event
from plugins.french import format_date, typeset_text
from plugins.resources import File, Site
from plugins.views.towns import town_label

AGENDA = "/rencontres/agenda.ics"
BEGINNING = date(2020, 1, 1)
"""The last change of what nobody has dated: a calendar made twice has the same bytes."""


@dataclass(frozen=True)
class NetworkDay:
    """Hold one coming day of the network, as its list and its calendar need it."""

    uid: str
    day: date
    title: str
    words: str
    place: str
    address: str
    verified_on: date | None
    cancelled: bool

    @property
    def date_text(self) -> str:
        """Return the day in words."""
        return format_date(self.day)


def coming_days(site: Site) -> tuple[NetworkDay, ...]:
    """Return the coming sessions and the coming days of trainings, in order."""
    sessions = (
        _session_day(session, meeting, site)
        for meeting in site.catalog.meetings.values()
        for session in meeting.sessions
        if session.date >= site.today and session.pairing is Pairing.WRITTEN
    )
    trainings = (training_days(training, site) for training in site.catalog.trainings.values())
    return tuple(
        sorted((*sessions, *chain.from_iterable(trainings)), key=lambda found: (found.day, found.uid))
    )


def training_days(training: Training, site: Site) -> tuple[NetworkDay, ...]:
    """Return the coming days of a training, in order."""
    days = {
        day: _cycle_day(day, cycle, training, site)
        for cycle in training.cycles
        for day in cycle.dates
        if day >= site.today
    }
    return tuple(days[day] for day in sorted(days))


def network_agenda(site: Site) -> File:
    """Return the calendar of the whole network."""
    name = f"Rencontres et formations – {site.catalog.association.name}"
    description = "Les rencontres du réseau et les formations, à part des sorties."
    return encode_agenda(site, AGENDA, (name, description, "/rencontres/"), coming_days(site))


def encode_agenda(
    site: Site, address: str, words: tuple[str, str, str], days: tuple[NetworkDay, ...]
) -> File:
    """Return a calendar; `words` are its name, its description, and the page that shows the same.

    With nothing coming it stays valid, for those who have subscribed.
    """
    name, description, page = words
    head = CalendarHead(
        name=typeset_text(name),
        description=typeset_text(description),
        source=f"{site.url}{address}",
        url=f"{site.url}{page}",
    )
    return File(address, encode_calendar(head, (encode_event(_event(day, site)) for day in days)))


def _session_day(session: Session, meeting: Meeting, site: Site) -> NetworkDay:
    return NetworkDay(
        uid=f"rencontre-{meeting.slug}-{session.date:%Y%m%d}-{session.commune}",
        day=session.date,
        title=meeting.title,
        words="\n".join((meeting.summary, *meeting.agenda)),
        place=_town(session.commune, site),
        address=meeting.address,
        verified_on=meeting.verified_on,
        cancelled=session.state is SessionState.CANCELLED,
    )


def _cycle_day(day: date, cycle: Cycle, training: Training, site: Site) -> NetworkDay:
    place = (cycle.place, _town(cycle.commune, site) if cycle.commune else None)
    return NetworkDay(
        uid=f"formation-{training.slug}-{day:%Y%m%d}",
        day=day,
        title=f"Formation {training.title}",
        words="\n".join(part for part in (cycle.hours, *cycle.programme) if part),
        place=", ".join(part for part in place if part),
        address=training.address,
        verified_on=training.verified_on,
        cancelled=cycle.cancelled,
    )


def _event(found: NetworkDay, site: Site) -> CalendarEvent:
    changed = found.verified_on or BEGINNING
    page = f"{site.url}{found.address}"
    return CalendarEvent(
        uid=f"{found.uid}@{urlsplit(site.url).hostname}",
        modified=changed,
        sequence=max((changed - BEGINNING).days, 0) * 2 + found.cancelled,
        summary=typeset_text(f"ANNULÉ – {found.title}" if found.cancelled else found.title),
        start=found.day,
        cancelled=found.cancelled,
        description="\n".join(part for part in (typeset_text(found.words), page) if part),
        location=typeset_text(found.place),
        url=page,
    )


def _town(insee: str, site: Site) -> str:
    return town_label(site.catalog.communes[insee], site.catalog)
