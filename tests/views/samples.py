"""Towns, places, partners, outings and rendezvous made by hand."""

from datetime import date
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event
from plugins.catalog.models.place import Partner, Place
from plugins.catalog.models.series import EventSeries
from plugins.catalog.models.territory import Commune
from tests.association.samples import catalog

SUNDAY = date(2026, 11, 22)
PROOF = {"type": "entree-libre", "preuve": "affiche du théâtre"}


def town(
    insee: str, name: str, slug: str, *, at: tuple[float, float] = (44.9, 4.9), **fields: Any
) -> Commune:
    base = {
        "slug": slug,
        "insee": insee,
        "nom": name,
        "departement": insee[:2],
        "codes_postaux": [f"{insee[:2]}000"],
        "population": 100,
        "lat": at[0],
        "lon": at[1],
    }
    return Commune.model_validate(base | fields)


VALENCE = town("26362", "Valence", "valence", at=(44.93, 4.89), population=64726)
PRIVAS = town("07186", "Privas", "privas", at=(44.72, 4.59))
LEMPS_ARDECHE = town("07140", "Lemps", "lemps-ardeche", at=(45.09668, 4.77828))
LEMPS_DROME = town("26161", "Lemps", "lemps-drome", at=(44.35291, 5.41286))
TOWNS = (VALENCE, PRIVAS, LEMPS_ARDECHE, LEMPS_DROME)


def place(slug: str, name: str, insee: str = "26362", **fields: Any) -> Place:
    return Place.model_validate({"slug": slug, "nom": name, "commune": insee, "type": "theatre"} | fields)


def partner(slug: str, name: str, family: str = "culturel", insee: str = "26362", **fields: Any) -> Partner:
    base = {
        "slug": slug,
        "nom": name,
        "commune": insee,
        "type": "theatre",
        "famille": family,
        "partenariat": {"depuis": "01/09/2025", "source": "convention"},
    }
    return Partner.model_validate(base | fields)


THEATRE = place("theatre-de-la-ville", "Théâtre de la Ville", adresse="1 place de la Liberté")


def outing(slug: str, *dates: dict[str, str] | str, **fields: Any) -> Event:
    """Make an outing at the theatre; a date written alone is its start."""
    base = {
        "slug": slug,
        "titre": f"Sortie {slug[11:]}",
        "resume": "Une belle soirée.",
        "dates": [{"debut": found} if isinstance(found, str) else found for found in dates],
        "gratuite": PROOF,
    }
    where = {} if "adresse" in fields else {"lieu": "theatre-de-la-ville"}
    return Event.model_validate(base | where | fields)


def rendezvous(slug: str, **fields: Any) -> EventSeries:
    base = {
        "slug": slug,
        "nom": f"Fête {slug}",
        "regle": "Chaque année.",
        "certitude_regle": "aucune",
        "gratuit": "souvent",
        "disciplines": ["musique"],
    }
    return EventSeries.model_validate(base | fields)


def agenda(*events: Event, **records: Any) -> Catalog:
    """Make a catalog of four towns and one theatre, with the outings given."""
    records.setdefault("communes", TOWNS)
    records.setdefault("places", (THEATRE,))
    return catalog(events=events, **records)
