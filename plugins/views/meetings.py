"""A session of a meeting in a list: its day, what it links to, and how sure we are of it.

When a source gives days and towns without saying which go together, they are never shown as a pair: such a
session has its possible days, all of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.meeting import Meeting, Pairing, Session, SessionState
from plugins.french import enumerate_fr, format_date, plural

NOT_CONFIRMED = "était prévue\u00a0; rien ne dit ici si elle a eu lieu"


@dataclass(frozen=True)
class SessionLine:
    """Hold one session; `sure` is false when its day is one of several, which `date_text` then names."""

    date_text: str
    label: str
    address: str
    state: str
    sure: bool
    present: str = ""


def session_line(session: Session, meeting: Meeting, label: str, address: str, today: date) -> SessionLine:
    """Show a session: its town on the page of the meeting, its meeting on the page of the town."""
    sure = session.pairing is Pairing.WRITTEN
    return SessionLine(
        date_text=format_date(session.date, "long")
        if sure
        else f"l’un de ces jours : {unpaired_days(meeting)}",
        label=label,
        address=address,
        state=state_on(session, today),
        sure=sure,
        present=plural(session.present, "personne présente", "personnes présentes")
        if session.present
        else "",
    )


def state_on(session: Session, today: date) -> str:
    """Return where a session stands that day: one whose day has passed is not said to be coming."""
    gone = session.state is SessionState.PLANNED and session.date < today
    return NOT_CONFIRMED if gone else session.state.label


def unpaired_days(meeting: Meeting) -> str:
    """Return the days of a meeting that go with no town for sure: « les 5, 12, 14 et 15 octobre 2009 »."""
    return days_in_words(
        session.date for session in meeting.sessions if session.pairing is Pairing.HYPOTHESIS
    )


def days_in_words(days: Iterable[date]) -> str:
    """Return several days, the month said once when they share it; nothing for no day."""
    ordered = sorted(set(days))
    if len(ordered) > 1 and len({(day.year, day.month) for day in ordered}) == 1:
        firsts = [format_date(day, "medium").split("\u00a0")[0] for day in ordered[:-1]]
        return f"les {enumerate_fr([*firsts, format_date(ordered[-1], 'medium')])}"
    return enumerate_fr(f"le {format_date(day, 'medium')}" for day in ordered)
