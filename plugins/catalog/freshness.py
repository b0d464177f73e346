"""How long a verified record stays sure: one table, with its reasons.

What has never been verified is not told apart here: `None` means « nobody has looked yet ».
"""

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Expiry(NamedTuple):
    """Hold how many months a verification holds for a kind of record (its field of the catalog), and why."""

    kind: str
    months: int
    reason: str


EXPIRIES = (
    Expiry(
        "events",
        6,
        "une gratuité change d’une saison à l’autre : on la revoit avant l’autre moitié de la saison",
    ),
    Expiry("places", 12, "un lieu change d’horaires, de téléphone ou de direction avec la saison"),
    Expiry("partners", 12, "un partenaire présente sa saison, ses tarifs et ses contacts une fois par an"),
    Expiry("series", 12, "un rendez-vous annuel fixe sa date une fois par an"),
    Expiry("acronyms", 12, "les dispositifs changent avec les lois de finances, chaque hiver"),
    Expiry("bodies", 12, "les organismes changent de nom et de rôle avec les lois de finances"),
    Expiry("tutorials", 12, "les écrans d’un logiciel changent d’une version à l’autre"),
    Expiry("pages", 12, "un texte se relit une fois par an, avec l’assemblée générale"),
    Expiry("meetings", 24, "une rencontre passée ne change plus ; seul son compte rendu se complète"),
    Expiry(
        "conventions", 12, "une convention se signe pour une ou plusieurs années : on demande chaque année"
    ),
    Expiry("trainings", 12, "une formation ouvre ses cycles d’une année à l’autre"),
    Expiry("team", 12, "une fonction change de numéro ou reste libre d’une année à l’autre"),
)
MONTHS = {expiry.kind: expiry.months for expiry in EXPIRIES}


def expires_on(verified_on: date, kind: str) -> date:
    """Return the first day when a verification no longer holds; a 31st becomes the last day of a shorter month."""
    months = verified_on.month - 1 + MONTHS[kind]
    year, month = verified_on.year + months // 12, months % 12 + 1
    return date(year, month, min(verified_on.day, monthrange(year, month)[1]))


def is_expired(verified_on: date, kind: str, today: date) -> bool:
    """Tell whether a verification no longer holds that day."""
    return today >= expires_on(verified_on, kind)
