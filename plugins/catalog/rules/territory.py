"""Rules of places, partners, notices and moved addresses."""

from collections.abc import Iterator

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

BOX = {"lat": (43.9, 45.6), "lon": (3.7, 6.0)}
"""The rectangle around Drôme and Ardèche, in degrees, with a margin for neighbours."""


def slug_is_not_a_place_too(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A partner and a place never share a name: a file that becomes a partner moves."""
    twin = loaded.entries.get("places", {}).get(entry.record.slug)
    if twin:
        yield entry.origin.problem(
            ("nom",),
            "doublon",
            "ce partenaire a aussi une fiche de lieu.",
            expected=f"une seule fiche (l’autre est {twin.origin.file})",
            hint="retirez la fiche du lieu et ajoutez une redirection de l’ancienne adresse",
        )


def point_is_in_the_territory(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """Coordinates fall in Drôme or Ardèche: a swapped latitude and longitude fall in the sea."""
    values = {"lat": entry.record.latitude, "lon": entry.record.longitude}
    for name, (low, high) in BOX.items():
        if values[name] is not None and not low <= values[name] <= high:
            yield entry.origin.problem(
                (name,),
                "coordonnees",
                "ce point n’est ni en Drôme ni en Ardèche.",
                expected=f"{name} entre {low} et {high}",
                hint="la latitude et la longitude sont peut-être inversées",
            )


def notice_ends_after_it_begins(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A notice ends after it begins."""
    if entry.record.end < entry.record.start:
        yield entry.origin.problem(
            ("au",), "bandeau", "le bandeau finirait avant de commencer.", hint="échangez les deux dates"
        )


def address_leads_elsewhere(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A moved address leads to a page that has not moved itself."""
    new = entry.record.new.partition("#")[0].partition("?")[0]
    if new in loaded.entries["redirects"]:
        yield entry.origin.problem(
            ("vers",),
            "redirection",
            "cette nouvelle adresse est elle-même l’ancienne adresse d’une redirection.",
            hint="écrivez l’adresse d’une page qui existe aujourd’hui",
        )


PLACE_RULES = (point_is_in_the_territory,)
PARTNER_RULES = (slug_is_not_a_place_too, point_is_in_the_territory)
BANNER_RULES = (notice_ends_after_it_begins,)
REDIRECT_RULES = (address_leads_elsewhere,)
