"""Tell a visitor whether what is written was verified lately enough to come without a call."""

from datetime import date

from plugins.catalog.freshness import MONTHS, is_expired
from plugins.french import plural

CALL = "téléphonez avant de venir"


def age_warning(verified_on: date | None, kind: str, today: date) -> str:
    """Return the warning of a record of a kind (a field of the catalog), or nothing while it is fresh."""
    if verified_on is None:
        return f"Personne n’a encore vérifié cette fiche : {CALL}."
    if is_expired(verified_on, kind, today):
        age = "d’un an" if MONTHS[kind] == 12 else f"de {plural(MONTHS[kind], 'mois', 'mois')}"
        return f"Pas vérifié depuis plus {age} : {CALL}."
    return ""


def post_age(written_on: date, today: date) -> str:
    """Return how old a post is, in years (« Cet article a 2 ans »), or nothing during its first year."""
    years = today.year - written_on.year - ((today.month, today.day) < (written_on.month, written_on.day))
    return f"Cet article a {'un an' if years == 1 else plural(years, 'an')}" if years >= 1 else ""
