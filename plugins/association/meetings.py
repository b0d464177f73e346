"""Show the meetings of the network: dates, towns, how sure we are of them, counts and never names."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import Catalog
from plugins.catalog.models.association import Meeting, Pairing, Session, SessionState
from plugins.french import format_date, format_number, format_range
from plugins.resources import Crumb, Page, Site
from plugins.views.cards import Fact, PostCard, post_card
from plugins.views.meetings import SessionLine, session_line
from plugins.views.towns import town_label

MEETINGS = Crumb("Rencontres", "/rencontres/")
UNSURE = (
    "La source donne les dates et les communes, sans dire lesquelles vont ensemble\u00a0: "
    "elles ont été rapprochées par hypothèse."
)


@dataclass(frozen=True)
class MeetingLink:
    """Hold a meeting in the list."""

    address: str
    title: str
    date_text: str
    summary: str


def meeting_pages(site: Site, way: tuple[Crumb, ...]) -> Iterator[Page]:
    """Return the list of meetings, the newest first, and a page for each."""
    meetings = sorted(
        site.catalog.meetings.values(), key=lambda meeting: (meeting.first_day, meeting.slug), reverse=True
    )
    yield Page(
        address=MEETINGS.address,
        template="meetings",
        title="Rencontres",
        description="Les rencontres qui réunissent acteurs de la culture et du social, en Drôme et en Ardèche.",
        context={"meetings": tuple(_link(meeting) for meeting in meetings)},
        breadcrumbs=way,
    )
    for meeting in meetings:
        yield Page(
            address=meeting.address,
            template="meeting",
            title=meeting.title,
            description=meeting.summary,
            context={
                "meeting": meeting,
                "sessions": _sessions(meeting, site),
                "facts": (*_counts(meeting), *_papers(meeting, site.catalog), *_proof(meeting)),
                "report": _report(meeting, site),
            },
            breadcrumbs=(*way, MEETINGS),
            modified=meeting.verified_on,
        )


def _link(meeting: Meeting) -> MeetingLink:
    days = [session.date for session in meeting.sessions]
    return MeetingLink(meeting.address, meeting.title, format_range(min(days), max(days)), meeting.summary)


def _sessions(meeting: Meeting, site: Site) -> tuple[SessionLine, ...]:
    ordered = sorted(meeting.sessions, key=lambda session: session.date)
    return tuple(_session(session, site) for session in ordered)


def _session(session: Session, site: Site) -> SessionLine:
    commune = site.catalog.communes[session.commune]
    return session_line(session, town_label(commune, site.catalog), commune.address, site.today)


def _counts(meeting: Meeting) -> Iterator[Fact]:
    held = sum(session.state is SessionState.HELD for session in meeting.sessions)
    if held:
        yield Fact("Séances tenues", format_number(held))
    counted = [session.present for session in meeting.sessions if session.present is not None]
    present = meeting.present if meeting.present is not None else sum(counted)
    if present:
        yield Fact("Personnes présentes", format_number(present))
    if any(session.pairing is Pairing.HYPOTHESIS for session in meeting.sessions):
        yield Fact("À savoir", UNSURE)


def _papers(meeting: Meeting, catalog: Catalog) -> Iterator[Fact]:
    for slug in meeting.documents:
        document = catalog.documents[slug]
        if not document.draft:
            yield Fact("Document", document.title, document.address)


def _proof(meeting: Meeting) -> Iterator[Fact]:
    if meeting.source:
        yield Fact("Source", meeting.source)
    if meeting.verified_on:
        yield Fact("Vérifié le", format_date(meeting.verified_on, "medium"))


def _report(meeting: Meeting, site: Site) -> PostCard | None:
    return next((post_card(item) for item in site.news if item.slug == meeting.report), None)
