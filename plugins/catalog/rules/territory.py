"""Rules of places, partners, notices and moved addresses."""

from collections.abc import Iterator
from typing import Any

from plugins.catalog.kinds import page_address
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path
from plugins.french.reading import fold

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


def names_are_told_apart(loaded: Loaded) -> Iterator[Problem]:
    """Two records of one town do not have the same name: one of them is most often too many."""
    first: dict[tuple[str, str], Entry] = {}
    for kind in ("places", "partners"):
        for entry in loaded.entries.get(kind, {}).values():
            other = first.setdefault((fold(entry.record.name), entry.record.commune), entry)
            if other is not entry:
                yield entry.origin.problem(
                    ("nom",),
                    "nom-en-double",
                    f"ce nom est déjà celui d’une fiche de la même commune ({other.origin.file}).",
                    hint="gardez une seule fiche, ou précisez les deux noms",
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


def outline_is_in_the_territory(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """The points of an outline fall in Drôme or Ardèche, longitude first."""
    (south, north), (west, east) = BOX["lat"], BOX["lon"]
    for ring in entry.record.rings:
        strays = [(x, y) for x, y in ring if not (west <= x <= east and south <= y <= north)]
        if strays:
            yield entry.origin.problem(
                ("contour" if ring is entry.record.shore else "enclaves",),
                "coordonnees",
                "un point de ce tracé n’est ni en Drôme ni en Ardèche.",
                written="{:g} {:g}".format(*strays[0]),
                expected=f"une longitude entre {west} et {east}, puis une latitude entre {south} et {north}",
                hint="la latitude et la longitude sont peut-être inversées",
            )


def postcode_is_of_the_town(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A postcode begins like one of those of its town (a CEDEX has its own last digits)."""
    yield from _postcode_faults(entry, entry.record, ("code_postal",), loaded)


def postcode_of_the_address_is_of_the_town(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """The same, for the address of an outing."""
    if entry.record.elsewhere:
        yield from _postcode_faults(entry, entry.record.elsewhere, ("adresse", "code_postal"), loaded)


def _postcode_faults(entry: Entry, address: Any, path: Path, loaded: Loaded) -> Iterator[Problem]:
    town = loaded.entries.get("communes", {}).get(address.commune)
    if address.postcode and town:
        postcodes = town.record.postcodes
        if address.postcode[:2] not in {postcode[:2] for postcode in postcodes}:
            yield entry.origin.problem(
                path,
                "code-postal",
                f"ce code postal n’est pas celui de {town.record.name}.",
                expected=f'par exemple "{postcodes[0]}"',
                hint="corrigez le code postal ou la commune",
            )


def notice_ends_after_it_begins(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A notice ends after it begins."""
    if entry.record.end < entry.record.start:
        yield entry.origin.problem(
            ("au",), "bandeau", "le bandeau finirait avant de commencer.", hint="échangez les deux dates"
        )


def old_address_is_a_page(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A moved address has no « ? » nor « # »: a static site keeps no page under such names."""
    if "?" in entry.record.old or "#" in entry.record.old:
        yield entry.origin.problem(
            ("de",),
            "redirection",
            "une ancienne adresse avec « ? » ou « # » ne peut pas être renvoyée ailleurs.",
            hint="gardez ce qui vient avant ce signe",
        )


def address_leads_elsewhere(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A moved address leads to a page that has not moved itself."""
    new = entry.record.new.partition("#")[0].partition("?")[0]
    if page_address(new) in loaded.entries["redirects"]:
        yield entry.origin.problem(
            ("vers",),
            "redirection",
            "cette nouvelle adresse est elle-même l’ancienne adresse d’une redirection.",
            hint="écrivez l’adresse d’une page qui existe aujourd’hui",
        )


PLACE_RULES = (point_is_in_the_territory, postcode_is_of_the_town)
PARTNER_RULES = (slug_is_not_a_place_too, *PLACE_RULES)
EVENT_RULES = (postcode_of_the_address_is_of_the_town,)
OUTLINE_RULES = (outline_is_in_the_territory,)
BANNER_RULES = (notice_ends_after_it_begins,)
REDIRECT_RULES = (old_address_is_a_page, address_leads_elsewhere)
