"""Find in a text what looks like a list of people: their own telephones and mailboxes."""

import re

from plugins.inspection.findings import Finding

ENOUGH = 2
"""From two different personal numbers or mailboxes on, a text is taken for a list of people."""

_MOBILE = re.compile(r"(?<![\d.])(?:\+33\s?|0033\s?|0)[67](?:[\s.\-\u00a0\u202f]?\d{2}){4}(?!\d)")
_MAILBOX = re.compile(
    r"[\w.+-]{1,64}@(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|orange|wanadoo|free|sfr|neuf|laposte|"
    r"bbox|numericable|club-internet|aol|icloud|me|protonmail|proton|gmx)\.(?:com|fr|net|me|ch|eu)\b",
    re.IGNORECASE,
)


def list_of_people(text: str) -> Finding | None:
    """Tell when a text gives the personal telephones or mailboxes of several people (GDPR, article 5)."""
    mobiles = {re.sub(r"\D", "", found)[-9:] for found in _MOBILE.findall(text)}
    mailboxes = {found.casefold() for found in _MAILBOX.findall(text)}
    if max(len(mobiles), len(mailboxes)) < ENOUGH:
        return None
    return Finding(
        "liste-de-personnes",
        "ce fichier ressemble à une liste de personnes : "
        f"{_count(len(mobiles), 'téléphone mobile', 'téléphones mobiles')}, "
        f"{_count(len(mailboxes), 'adresse personnelle', 'adresses personnelles')}.",
        "retirez la liste et gardez le reste ; une liste de présents reste chez l’association, jamais sur le site ni dans son dépôt",
        expected="aucun numéro ni courriel personnel",
    )


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {many if number > 1 else one}"
