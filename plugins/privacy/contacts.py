"""Phones and e-mail addresses that belong to a person rather than to a service.

French mobile numbers begin with 06 or 07 (ARCEP, plan de numérotation); a landline is a service's number,
unless the words around it say that it is somebody's home.
"""

import re
from collections.abc import Iterator

from plugins.privacy.finding import Finding, Kind
from plugins.privacy.first_names import FIRST_NAMES
from plugins.privacy.words import mentions, plain

_GAP = r"[ \u00a0\u202f.\-/]{0,2}"
_PAIRS = rf"(?:{_GAP}\d\d){{4}}"
_PREFIX = rf"(?:(?:\+|00){_GAP}33{_GAP}(?:\(0\){_GAP})?|0)"
_MOBILE = re.compile(rf"(?<![\d+]){_PREFIX}[67]{_PAIRS}(?!\d)")
_FIXED = re.compile(rf"(?<![\d+]){_PREFIX}[1-589]{_PAIRS}(?!\d)")
_SPELLED = re.compile(
    r"\bz[ée]ro[ -](?:six|sept)(?:[ ,-]+(?!et\b)[a-zéû]+(?:[- ](?:et[- ])?[a-zé]+)?){4,8}", re.IGNORECASE
)
_AT_HOME = re.compile(
    r"\b(domicile|personnel|perso|à la maison|chez (?:lui|elle|eux|moi|toi|m\.|mme|monsieur|madame))\b"
    r"|\b(?:son|sa|leur|mon) (?:numéro|portable|téléphone|fixe)\b",
    re.IGNORECASE,
)
_DEPARTMENTS = re.compile(r"d[ée]partements?\W*$", re.IGNORECASE)

_EMAIL = re.compile(r"[\w.+%-]+ ?@ ?[\w-]+(?:\.[\w-]+)+")
_HIDDEN = re.compile(
    r"\b[\w.+-]+(?: point [\w-]+)* ?(?:\[at\]|\(at\)|\[a\]| arobase |\[arobase\]|\(arobase\)) ?[\w-]+(?:(?: ?(?:\.|\[dot\]|\(point\)| point ) ?)[\w-]+)+",
    re.IGNORECASE,
)
_WEBMAILS = frozenset(
    [
        "gmail",
        "googlemail",
        "orange",
        "wanadoo",
        "free",
        "laposte",
        "hotmail",
        "outlook",
        "live",
        "msn",
        "yahoo",
        "ymail",
        "sfr",
        "neuf",
        "bbox",
        "icloud",
        "me",
        "mac",
        "aol",
        "protonmail",
        "proton",
        "gmx",
        "numericable",
        "club-internet",
        "cegetel",
        "aliceadsl",
        "tutanota",
        "mailo",
    ]
)
_SPARE = re.compile(r"[^a-z]+")


def private_contacts(text: str) -> Iterator[Finding]:
    """Yield mobile numbers, home landlines, and e-mail addresses that name a person or are a webmail's."""
    yield from _phones(text)
    lowered = text.lower()
    for pattern, signs in ((_EMAIL, ("@",)), (_HIDDEN, ("[at]", "(at)", "[a]", "arobase"))):
        for found in pattern.finditer(text) if mentions(lowered, signs) else ():
            if _is_personal(found[0]):
                yield Finding(Kind.EMAIL, found.start(), found.end(), found[0])


def _phones(text: str) -> Iterator[Finding]:
    for found in _MOBILE.finditer(text):
        if not _DEPARTMENTS.search(text[: found.start()]):
            yield Finding(Kind.PHONE, found.start(), found.end(), found[0])
    for found in _SPELLED.finditer(text) if mentions(text.lower(), ("zéro", "zero")) else ():
        yield Finding(Kind.PHONE, found.start(), found.end(), found[0])
    for found in _FIXED.finditer(text):
        if _AT_HOME.search(text[max(found.start() - 60, 0) : found.end() + 30]):
            yield Finding(Kind.PHONE, found.start(), found.end(), found[0])


def _is_personal(address: str) -> bool:
    local, at, domain = re.split(
        r"( ?@ ?|\[at\]|\(at\)|\[a\]| arobase |\[arobase\]|\(arobase\))", plain(address), maxsplit=1
    )
    if not at:
        return False
    site = re.split(r"[.\[( ]", domain.strip(), maxsplit=1)[0]
    if site in _WEBMAILS:
        return True
    parts = [part for part in _SPARE.split(local.replace(" point ", ".")) if part]
    if len(parts) < 2:
        return bool(parts) and parts[0] in FIRST_NAMES
    return parts[0] in FIRST_NAMES or parts[-1] in FIRST_NAMES or len(parts[0]) == 1
