"""Say where the content stands: the next thing to mend, drafts, what is about to appear or go, what is to check."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.freshness import MONTHS, is_expired
from plugins.catalog.models.event import Event
from plugins.catalog.models.post import Post
from plugins.catalog.problems import format_notice
from plugins.catalog.recurrence import expand
from plugins.commands.mending import next_to_mend
from plugins.commands.numbering import unnumbered
from plugins.commands.unknown_acronyms import unknown_acronyms
from plugins.french import format_date, format_number, plural

HORIZON = datetime.timedelta(days=30)
_NO_DETAIL = "à vérifier"  # what « a_verifier: oui » reads as
_FOLDERS = {
    "events": "data/sorties",
    "posts": "content/billets",
    "pages": "content/pages",
    "tutorials": "content/tutoriels",
    "documents": "data/documents",
    "meetings": "data/rencontres",
    "conventions": "data/conventions",
    "trainings": "data/formations",
    "team": "data/equipe.yaml",
    "partners": "data/partenaires",
    "places": "data/lieux",
    "series": "data/rendez-vous",
    "acronyms": "data/sigles",
    "bodies": "data/organismes",
}


@dataclass(frozen=True)
class Entry:
    """Hold one record with its kind, and the folder and the name under which a person finds it."""

    kind: str
    folder: str
    slug: str
    record: Any

    @property
    def place(self) -> str:
        """Name the record as a person looks for it."""
        return f"{self.folder}/{self.slug}"

    @property
    def is_draft(self) -> bool:
        """Tell whether the record is not to be published yet."""
        return getattr(self.record, "draft", False)


def describe(catalog: Catalog, today: datetime.date, everything: bool = False) -> str:
    """Write the whole report."""
    entries = tuple(
        Entry(field, folder, slug, record)
        for field, folder in _FOLDERS.items()
        for slug, record in getattr(catalog, field).items()
    )
    horizon = format_date(today + HORIZON, "medium")
    first = next_to_mend(catalog, today)
    sections = (
        ("À faire d’abord", list(first.words) if first else []),
        ("Brouillons", [entry.place for entry in entries if entry.is_draft]),
        (f"D’ici au {horizon}", list(due(catalog, entries, today))),
        (
            "Sorties sans numéro (./faire numeros leur en donne un)",
            list(unnumbered(catalog.events.values(), catalog.numbers.values())),
        ),
        ("Sigles inconnus du livret, dans les textes", list(unknown_acronyms(catalog))),
        ("Conseils, qui n’arrêtent rien", list(map(format_notice, catalog.notices))),
        ("À revérifier", list(stale(entries, today))),
        ("À vérifier", list(to_check(entries, everything))),
    )
    return "\n\n".join(
        "\n".join([title, *(f"  {line}" for line in lines or ["rien"])]) for title, lines in sections
    )


def due(catalog: Catalog, entries: Iterable[Entry], today: datetime.date) -> Iterator[str]:
    """List, day by day, what appears, takes place and goes within thirty days; drafts do neither."""
    changes = [
        (day, what, entry.place) for entry in entries if not entry.is_draft for day, what in _days(entry)
    ]
    for banner in catalog.banners:
        changes += [
            (banner.start, "apparaît", f"bandeau « {banner.slug} »"),
            (banner.end, "disparaît", f"bandeau « {banner.slug} »"),
        ]
    for day, what, place in sorted(changes):
        if today < day <= today + HORIZON:
            yield f"{format_date(day, 'medium')} : {place} {what}"


def stale(entries: Iterable[Entry], today: datetime.date) -> Iterator[str]:
    """List what was verified too long ago for its kind, the oldest first; an outing that is over needs nothing."""
    verified = ((_verified_on(entry), entry) for entry in entries if entry.kind in MONTHS)
    old = [
        (day, entry.place)
        for day, entry in verified
        if day and is_expired(day, entry.kind, today) and not _is_over(entry.record, today)
    ]
    for day, place in sorted(old):
        yield f"{place} (vérifié le {format_date(day, 'medium')})"


def to_check(entries: Iterable[Entry], everything: bool) -> Iterator[str]:
    """Count the doubts of each folder; list them when everything is asked."""
    doubtful = [entry for entry in entries if getattr(entry.record, "to_check", None)]
    for folder, count in Counter(entry.folder for entry in doubtful).items():
        yield f"{folder} : {plural(count, 'fiche')}"
        if everything:
            yield from (f"  {entry.place}{_doubt(entry)}" for entry in doubtful if entry.folder == folder)
    if doubtful and not everything:
        yield f"La liste des {format_number(len(doubtful))} fiches : ./faire etat --tout"


def _days(entry: Entry) -> Iterator[tuple[datetime.date, str]]:
    record = entry.record
    appears = getattr(record, "publish_on", None) or (record.date if isinstance(record, Post) else None)
    if appears:
        yield appears, "apparaît"
    if getattr(record, "withdraw_on", None):
        yield record.withdraw_on, "disparaît"
    if isinstance(record, Event):
        yield from ((occurrence.first_day, "a lieu") for occurrence in expand(record))


def _verified_on(entry: Entry) -> datetime.date | None:
    if isinstance(entry.record, Event):
        return entry.record.free.verified_on
    return getattr(entry.record, "verified_on", None)


def _is_over(record: Any, today: datetime.date) -> bool:
    return isinstance(record, Event) and all(found.last_day < today for found in expand(record))


def _doubt(entry: Entry) -> str:
    doubt = entry.record.to_check
    return "" if doubt == _NO_DETAIL else f" : {doubt}"
