"""Show the meetings of the network: dates, towns, how sure we are of them, counts and never names."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.association.agenda import AGENDA, coming_days, network_agenda
from plugins.catalog import Catalog
from plugins.catalog.models.meeting import Meeting, Pairing, Session, SessionState
from plugins.french import enumerate_fr, format_date, format_number, format_range
from plugins.resources import Crumb, Page, Resource, Site
from plugins.views.cards import Fact, PostCard, post_card
from plugins.views.meetings import SessionLine, session_line, state_on, unpaired_days
from plugins.views.towns import town_label

MEETINGS = Crumb("Rencontres", "/rencontres/")
HELD = "Ces séances ont eu lieu."
UNSURE = (
    "La source donne les dates d’un côté, les communes de l’autre, sans dire lesquelles vont ensemble\u00a0: "
    "cette page ne les rapproche donc pas."
)


@dataclass(frozen=True)
class MeetingLink:
    """Hold a meeting in the list."""

    address: str
    title: str
    date_text: str
    summary: str


@dataclass(frozen=True)
class Unpaired:
    """Hold the days and the towns of sessions that a source does not put together."""

    days: str
    towns: tuple[Crumb, ...]
    state: str
    words: str = UNSURE


def meeting_pages(site: Site, way: tuple[Crumb, ...]) -> Iterator[Resource]:
    """Return the list of meetings, the newest first, with the calendar of the network, and a page for each."""
    meetings = sorted(
        site.catalog.meetings.values(), key=lambda meeting: (meeting.first_day, meeting.slug), reverse=True
    )
    yield Page(
        address=MEETINGS.address,
        template="meetings",
        title="Rencontres",
        description="Les rencontres qui réunissent acteurs de la culture et du social, en Drôme et en Ardèche.",
        context={
            "meetings": tuple(_link(meeting) for meeting in meetings),
            "coming": coming_days(site),
            "calendar": AGENDA,
            "subscription": f"{site.url}{AGENDA}",
        },
        breadcrumbs=way,
    )
    yield network_agenda(site)
    for meeting in meetings:
        yield Page(
            address=meeting.address,
            template="meeting",
            title=meeting.title,
            description=meeting.summary,
            context={
                "meeting": meeting,
                "sessions": _sessions(meeting, site),
                "unpaired": _unpaired(meeting, site),
                "facts": (*_counts(meeting), *_papers(meeting, site.catalog), *_proof(meeting)),
                "report": _report(meeting, site),
            },
            breadcrumbs=(*way, MEETINGS),
            modified=meeting.verified_on,
        )


def first_report(site: Site) -> Crumb | None:
    """Return the post that reports on the oldest meeting, from which much of the section comes."""
    oldest = sorted(site.catalog.meetings.values(), key=lambda meeting: (meeting.first_day, meeting.slug))
    reports = (item for meeting in oldest for item in site.news if item.slug == meeting.report)
    return next((Crumb(item.title, item.address) for item in reports), None)


def _link(meeting: Meeting) -> MeetingLink:
    days = [session.date for session in meeting.sessions]
    return MeetingLink(meeting.address, meeting.title, format_range(min(days), max(days)), meeting.summary)


def _sessions(meeting: Meeting, site: Site) -> tuple[SessionLine, ...]:
    known = (session for session in meeting.sessions if session.pairing is Pairing.WRITTEN)
    return tuple(_session(session, meeting, site) for session in sorted(known, key=lambda found: found.date))


def _session(session: Session, meeting: Meeting, site: Site) -> SessionLine:
    town = _town(session, site)
    return session_line(session, meeting, town.label, town.address, site.today)


def _unpaired(meeting: Meeting, site: Site) -> Unpaired | None:
    found = [session for session in meeting.sessions if session.pairing is Pairing.HYPOTHESIS]
    if not found:
        return None
    towns = tuple(_town(session, site) for session in found)
    states = {session.state for session in found}
    words = (
        HELD
        if states == {SessionState.HELD}
        else enumerate_fr(sorted({state_on(one, site.today) for one in found}))
    )
    return Unpaired(unpaired_days(meeting), towns, words)


def _town(session: Session, site: Site) -> Crumb:
    commune = site.catalog.communes[session.commune]
    return Crumb(town_label(commune, site.catalog), commune.address)


def _counts(meeting: Meeting) -> Iterator[Fact]:
    held = sum(session.state is SessionState.HELD for session in meeting.sessions)
    if held:
        yield Fact("Séances tenues", format_number(held))
    counted = [session.present for session in meeting.sessions if session.present is not None]
    present = meeting.present if meeting.present is not None else sum(counted)
    if present:
        yield Fact("Personnes présentes", format_number(present))


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
