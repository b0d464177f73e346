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
