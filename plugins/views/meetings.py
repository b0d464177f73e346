"""A session of a meeting in a list: its day, what it links to, and how sure we are of it."""

from dataclasses import dataclass
from datetime import date

from plugins.catalog.models.association import Pairing, Session, SessionState
from plugins.french import format_date

NOT_CONFIRMED = "était prévue\u00a0; rien ne dit ici si elle a eu lieu"


@dataclass(frozen=True)
class SessionLine:
    """Hold one session; `sure` is false when its date and its town were put together by hypothesis."""

    date_text: str
    label: str
    address: str
    state: str
    sure: bool


def session_line(session: Session, label: str, address: str, today: date) -> SessionLine:
    """Show a session: its town on the page of the meeting, its meeting on the page of the town."""
    gone = session.state is SessionState.PLANNED and session.date < today
    return SessionLine(
        date_text=format_date(session.date, "long"),
        label=label,
        address=address,
        state=NOT_CONFIRMED if gone else session.state.label,
        sure=session.pairing is Pairing.WRITTEN,
    )
