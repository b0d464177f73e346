"""Phones and e-mail addresses that belong to a person rather than to a service.

French mobile numbers begin with 06 or 07 (ARCEP, plan de numérotation); a landline is a service's number,
unless the words around it say that it is somebody's home.
"""

import re
from collections.abc import Iterator

from plugins.privacy.first_names import FIRST_NAMES
from plugins.privacy.leak import Kind, Leak
from plugins.privacy.signs import Number, Signs
from plugins.privacy.words import plain
from plugins.regexes import Late

_SPACE = r"[ \u00a0\u202f]?"
_PREFIX = rf"(?:(?:\+|00){_SPACE}33{_SPACE}(?:\(0\){_SPACE})?|[0oO])"
_REST = rf"(?:(?P<gap>[./-])\d\d(?:(?P=gap)\d\d){{3}}|(?:{_SPACE}\d){{8}})"
"""Eight digits with one sign between the pairs, or spaces: « 06/12/2026 20 h » is a date."""
_MOBILE = Late(rf"(?<![\w+/.-]){_PREFIX}[67]{_REST}(?!\d)")
_FIXED = Late(rf"(?<![\w+/.-]){_PREFIX}[1-589]{_REST}(?!\d)")
_SPACED_OUT = Late(r"(?<![\w+/.-])(?<!\d )0 [67](?: \d){8}(?! ?\d)")
"""Ten digits, one by one."""
_SPELLED = Late(
    r"\bz[ée]ro[ -](?:six|sept)(?:[ ,-]+(?!et\b)[a-zéû]+(?:[- ](?:et[- ])?[a-zé]+)?){4,8}", re.IGNORECASE
)
_NINE_DIGITS = Number(r"(?:[ \u00a0\u202f./-]?\d){8}")
"""What every number above holds, but one that is spelled."""
_AT_HOME = Late(
    r"\b(domicile|personnel|perso|à la maison|chez (?:lui|elle|eux|moi|toi|m\.|mme|monsieur|madame))\b"
    r"|\b(?:son|sa|leur|mon) (?:numéro|portable|téléphone|fixe)\b",
    re.IGNORECASE,
)
_DEPARTMENTS = Late(r"d[ée]partements?\W*$", re.IGNORECASE)

_EMAIL = Late(r"[\w.+%-]+ ?@ ?[\w-]+(?:\.[\w-]+)+")
_HIDDEN = Late(
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
_EMAIL_SIGNS = Signs("@")
_HIDDEN_SIGNS = Signs("[at]", "(at)", "[a]", "arobase")
_SPELLED_SIGNS = Signs("zéro", "zero")
_SPARE = Late(r"[^a-z]+")


def private_contacts(text: str) -> Iterator[Leak]:
    """Yield mobile numbers, home landlines, and e-mail addresses that name a person or are a webmail's."""
    yield from _phones(text)
    for pattern, signs in ((_EMAIL, _EMAIL_SIGNS), (_HIDDEN, _HIDDEN_SIGNS)):
        for found in pattern.finditer(text) if signs.are_in(text) else ():
            if _is_personal(found[0]):
                yield Leak(Kind.EMAIL, found.start(), found.end(), found[0])


def _phones(text: str) -> Iterator[Leak]:
    digits = _NINE_DIGITS.is_in(text)
    for found in _MOBILE.finditer(text) if digits else ():
        if not _DEPARTMENTS.search(text[: found.start()]):
            yield Leak(Kind.PHONE, found.start(), found.end(), found[0])
    for found in _SPACED_OUT.finditer(text) if digits else ():
        yield Leak(Kind.PHONE, found.start(), found.end(), found[0])
    for found in _SPELLED.finditer(text) if _SPELLED_SIGNS.are_in(text) else ():
        yield Leak(Kind.PHONE, found.start(), found.end(), found[0])
    for found in _FIXED.finditer(text) if digits else ():
        if _AT_HOME.search(text[max(found.start() - 60, 0) : found.end() + 30]):
            yield Leak(Kind.PHONE, found.start(), found.end(), found[0])


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
