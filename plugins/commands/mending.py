"""Name the one next thing to mend: what could send somebody to a closed door comes before what is only old."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from plugins.catalog import Catalog
from plugins.catalog.freshness import expires_on, is_expired
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Place
from plugins.french import format_date, sort_key
from plugins.views.calendar import next_showings, visible_events

SOON = datetime.timedelta(days=14)
"""An outing so near is checked before anything else: people are getting ready to go."""


@dataclass(frozen=True)
class Mend:
    """Hold what to mend, why it comes first, and how to do it."""

    place: str
    why: str
    how: str

    @property
    def words(self) -> tuple[str, str]:
        """Return the two lines of the report."""
        return f"{self.place} : {self.why}", f"→ {self.how}"


def next_to_mend(catalog: Catalog, today: datetime.date) -> Mend | None:
    """Return the first thing to mend, or None when all is fresh.

    In order: the proof of a near outing, what the law asks for, what is out of date (the longest first),
    then what nobody has ever verified (partners, then places, where the most people live).
    """
    found = (
        *_near_outings(catalog, today),
        *_missing_fields(catalog),
        *_out_of_date(catalog, today),
        *_never_verified(catalog, today),
    )
    return found[0] if found else None


def _near_outings(catalog: Catalog, today: datetime.date) -> Iterator[Mend]:
    for showing in next_showings(visible_events(catalog, today), today):
        event, day = showing.event, showing.occurrence.first_day
        if day <= today + SOON and not _is_proof_fresh(event, today):
            verified = event.free.verified_on
            since = f"depuis le {format_date(verified, 'medium')}" if verified else "une seule fois"
            yield Mend(
                f"data/sorties/{event.slug}",
                f"a lieu le {format_date(day, 'medium')}, et sa gratuité n’a pas été vérifiée {since}.",
                f"appelez le lieu, puis écrivez sous « gratuite » : verifie_le: {format_date(today, 'short')}",
            )


def _is_proof_fresh(event: Event, today: datetime.date) -> bool:
    verified = event.free.verified_on
    return verified is not None and not is_expired(verified, "events", today)


def _missing_fields(catalog: Catalog) -> Iterator[Mend]:
    missing = catalog.association.missing_legal_fields()
    if missing:
        yield Mend(
            "data/association.yaml",
            f"la loi demande « {missing[0]} », et c’est vide.",
            "remplissez ce champ : sans lui, ./faire publier refuse",
        )


def _out_of_date(catalog: Catalog, today: datetime.date) -> Iterator[Mend]:
    dated = [
        (expires_on(record.verified_on, kind), f"data/{folder}/{slug}")
        for kind, folder in (("partners", "partenaires"), ("places", "lieux"))
        for slug, record in getattr(catalog, kind).items()
        if record.verified_on and not record.closed
    ]
    for day, place in sorted(dated):
        if day <= today:
            yield Mend(
                place,
                f"sa vérification ne vaut plus depuis le {format_date(day, 'medium')}, et la page le dit aux visiteurs.",
                f"appelez, corrigez, puis écrivez : verifie_le: {format_date(today, 'short')}",
            )


def _never_verified(catalog: Catalog, today: datetime.date) -> Iterator[Mend]:
    for kind, folder in (("partners", "partenaires"), ("places", "lieux")):
        records = [one for one in getattr(catalog, kind).values() if not one.verified_on and not one.closed]
        for record in sorted(records, key=lambda one: _weight(one, catalog)):
            yield Mend(
                f"data/{folder}/{record.slug}",
                "personne ne l’a encore vérifié, et la page le dit aux visiteurs.",
                f"appelez, corrigez, puis écrivez : verifie_le: {format_date(today, 'short')}",
            )


def _weight(place: Place, catalog: Catalog) -> tuple[int, str, str]:
    """Rank the places that most people may go to first."""
    return -catalog.communes[place.commune].population, sort_key(place.name), place.slug
