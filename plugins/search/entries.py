"""What can be found: one entry a page of the site, with the words that lead to it and how much each weighs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Partner, Place
from plugins.catalog.models.territory import Commune
from plugins.catalog.recurrence import expand
from plugins.formats.search_index import BODY, NAME, NOTE
from plugins.french import format_range, typeset_text
from plugins.french.stems import KNOWN, name_stems, stems
from plugins.resources import Site
from plugins.views.calendar import visible_events
from plugins.views.events import status_in_words
from plugins.views.towns import event_town, event_venue, town_label


@dataclass(frozen=True, eq=False)
class Entry:
    """Hold one thing to find. `ends` is the last day of an outing (ISO 8601): what is coming is told first."""

    address: str
    kind: str
    title: str
    note: str
    weights: Mapping[str, int] = field(repr=False)
    ends: str = ""


@lru_cache(KNOWN)
def entry(address: str, kind: str, title: str, note: str = "", *, words: str = "", ends: str = "") -> Entry:
    """Make an entry; the same words make the same one: the index is drawn again only where an entry is another."""
    return make_entry(address, kind, title, note, words, ends)


def make_entry(address: str, kind: str, title: str, note: str, words: str, ends: str = "") -> Entry:
    """Make an entry; `words` are found too, and not shown.

    The kind is a word like another, but for towns: « commune » would find seven hundred pages.
    """
    weights = dict.fromkeys(stems(f"{kind} {words}" if kind != "Commune" else words), BODY)
    weights |= dict.fromkeys(stems(note), NOTE)
    weights |= dict.fromkeys(name_stems(title), NAME)
    return Entry(address, kind, typeset_text(title), typeset_text(note), weights, ends)


def record_entries(site: Site) -> Iterator[Entry]:
    """Yield an entry for each record that has a page, from outings to towns."""
    catalog = site.catalog
    yield from (_event(event, catalog) for event in visible_events(catalog, site.today))
    for acronym in catalog.acronyms.values():
        words = f"{acronym.definition} {_labels(acronym.domains)}"
        yield entry(acronym.address, "Sigle", acronym.acronym, acronym.expansion, words=words)
    for body in catalog.bodies.values():
        words = " ".join((body.role, body.public, body.funding, body.decides, body.contact))
        letters = ", ".join(catalog.acronyms[slug].acronym for slug in body.acronyms)
        yield entry(body.address, "Organisme", body.name, letters, words=words)
    yield from (_venue(place, catalog) for place in catalog.places.values())
    yield from (_venue(partner, catalog) for partner in catalog.partners.values())
    yield from (_town(commune, catalog) for commune in catalog.communes.values())
    for series in catalog.series.values():
        note = ", ".join(series.disciplines)
        words = f"{series.rule} {series.organiser or ''} {series.note or ''}"
        yield entry(series.address, "Rendez-vous", series.name, note, words=words)
    for meeting in catalog.meetings.values():
        words = " ".join(meeting.agenda)
        yield entry(meeting.address, "Rencontre", meeting.title, meeting.summary, words=words)
    for training in catalog.trainings.values():
        words = f"{training.audience} {training.aim}"
        yield entry(training.address, "Formation", training.title, training.summary, words=words)


def _event(event: Event, catalog: Catalog) -> Entry:
    dates = expand(event)
    days = format_range(dates[0].first_day, dates[-1].last_day)
    town, venue = event_town(event, catalog), event_venue(event, catalog)
    told = (
        "Exemple" if event.example else "",
        status_in_words(event.status),
        days,
        venue.name,
        town_label(town, catalog),
    )
    words = " ".join(
        (
            event.summary,
            event.genre.label,
            _labels(event.audiences),
            event.plain_words or "",
            event.organiser or "",
        )
    )
    return entry(
        event.address,
        "Sortie",
        event.title,
        " · ".join(part for part in told if part),
        words=words,
        ends=dates[-1].last_day.isoformat(),
    )


def _venue(venue: Place | Partner, catalog: Catalog) -> Entry:
    town = town_label(catalog.communes[venue.commune], catalog)
    is_partner = isinstance(venue, Partner)
    told = ("Exemple" if venue.example else "", "Fermé" if venue.closed else "", venue.type.label, town)
    words = " ".join((*venue.disciplines, venue.details or "", venue.label or "", venue.street or ""))
    if isinstance(venue, Partner):
        words += " " + " ".join((*venue.audiences, *(action.type.label for action in venue.actions)))
    kind = "Partenaire" if is_partner else "Lieu"
    return entry(venue.address, kind, venue.name, " · ".join(part for part in told if part), words=words)


def _town(commune: Commune, catalog: Catalog) -> Entry:
    former = f"anciennement {', '.join(commune.former_names)}" if commune.former_names else ""
    told = (commune.department.label, ", ".join(commune.postcodes), former)
    note = " · ".join(part for part in told if part)
    return entry(commune.address, "Commune", town_label(commune, catalog), note)


def _labels(choices: Iterable[object]) -> str:
    return " ".join(str(getattr(choice, "label", choice)) for choice in choices)
