"""Numbers and facts that belong to one person: social security, files, bank, birth, home.

Social security number: 13 digits and a key, 97 − n modulo 97 (decree 91-1404). IBAN: ISO 13616, modulo 97.
Card number: Luhn (ISO/IEC 7812-1).
"""

import re
from collections.abc import Iterator

from plugins.privacy.first_names import FIRST_NAMES
from plugins.privacy.leak import Kind, Leak
from plugins.privacy.people import STAGE
from plugins.privacy.signs import Number, Signs
from plugins.privacy.words import plain
from plugins.regexes import Late

_S = r"[ \u00a0\u202f.]?"
_SOCIAL = Late(
    rf"(?<!\d)[12]{_S}\d\d{_S}(?:0[1-9]|1[0-2]|[2-9]\d){_S}(?:\d\d|2[AB]){_S}\d{{3}}{_S}\d{{3}}(?:{_S}\d\d)?(?!\d)"
)
_SOCIAL_WORDS = Late(
    r"s[ée]curit[ée] sociale|\bN\.?I\.?R\b|carte vitale|num[ée]ro de s[ée]cu|assur[ée]e? social|immatricul[ée]{1,2}|\bCPAM\b|caisse primaire",
    re.IGNORECASE,
)
_CASE = Late(
    r"\b(?:allocataire|matricule|b[ée]n[ée]ficiaire|dossier|identifiant|num[ée]ro (?:CAF|MSA|RSA|MDPH|d[’']usager))\b"
    r"[^.\n\d]{0,40}?(?<![\d/-])(?P<number>\d{6,9}[ -]?[A-Z]?|\d{2}-\d{4}-\d{4,8}|\d{2,4}[ /-]\d{4,6})(?![\d/-])",
    re.IGNORECASE,
)
_PAPER = Late(
    r"\b(?:titres? de s[ée]jour|carte de s[ée]jour|r[ée]c[ée]piss[ée]|AGDREF|num[ée]ro (?:d[’'])?[ée]trang(?:er|[eè]re)|passeport"
    r"|carte (?:nationale )?d[’']identit[ée]|CNI|permis de conduire)\b[^.\n\d]{0,30}?"
    r"(?P<number>\d{2}[A-Z]{2}\d{5}|\d{9,12}|[A-Z0-9]{9})(?![\w-])",
    re.IGNORECASE,
)
_PLATE = Late(
    r"\b(?:plaque|immatricul\w+|voiture|v[ée]hicule|camionnette)\b[^.\n]{0,40}?(?P<number>[A-Z]{2}[- ]\d{3}[- ][A-Z]{2})\b"
)
_IBAN = Late(rf"\b[A-Z]{{2}}\d\d(?:{_S}[0-9A-Z]{{1,4}}){{4,8}}\b")
_CARD = Late(rf"(?<!\d)[3-6]\d{{3}}(?:{_S}\d{{4}}){{3}}(?!\d)")
_DAY = (
    r"(?:(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[/.\- ]\d{1,2}[/.\- ](?:19|20)?\d\d|(?:\d{1,2}|1er) (?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet"
    r"|ao[ûu]t|septembre|octobre|novembre|d[ée]cembre) (?:19|20)\d\d)"
)
_BORN = Late(rf"\bn[ée]{{1,2}}s? (?:le|au) (?P<day>{_DAY})", re.IGNORECASE)
_BIRTH = Late(
    rf"\b(?:date de naissance|naissance|DDN|anniversaire|n[ée]\(e\) le)\b[^\d\n]{{0,30}}(?P<day>{_DAY})",
    re.IGNORECASE,
)
_AFTER_A_NAME = Late(
    r"\b[A-ZÀ-Ý][a-zà-ÿ]+(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? (?:[A-ZÀ-Ý]\.|[A-ZÀ-Ý]{2,}|[A-ZÀ-Ý][a-zà-ÿ]+) "
    r"\((?P<day>\d{1,2}[/.\-]\d{1,2}[/.\-](?:19[3-9]|20[012])\d)\)"
)
_YEAR_AFTER_A_NAME = Late(
    r"\b(?P<first>[A-ZÀ-Ý][a-zà-ÿ]+)(?:-[A-ZÀ-Ý][a-zà-ÿ]+)? (?:de |ben |el )?[A-ZÀ-Ý](?:\.|[A-ZÀ-Ýa-zà-ÿ’'-]+),? "
    r"\(?n[ée]{1,2} (?:en|vers) (?P<year>19[3-9]\d|20[012]\d)\b"
)
_THING = Late(
    r"\b(association|festival|th[ée][âa]tre|compagnie|projet|collectif|id[ée]e|lieu|salle|f[êe]te|mouvement|r[ée]seau"
    r"|maison|structure|centre|mus[ée]e|orchestre|revue|site|dispositif)\b",
    re.IGNORECASE,
)
_STREET = r"\d{1,4} ?(?:bis|ter)?,? (?:rue|avenue|av\.|boulevard|bd|chemin|impasse|place|all[ée]es?|route|quai|cours|lotissement|r[ée]sidence|lieu-dit|mont[ée]e)\b[^.;\n]{0,60}"
_LIVES = Late(
    rf"\b(?:(?:il|elle|qui|famille|on|je|nous) )?(?:habit(?:e|ent|ait)|demeur(?:e|ant|ent)|domicili[ée]{{1,2}}s?|r[ée]sid(?:e|ent|ant)"
    rf"|log[ée]{{1,2}}s?|h[ée]berg[ée]{{1,2}}s?|vit|vivent)\b[^.;\n\d]{{0,30}}(?P<home>{_STREET})",
    re.IGNORECASE,
)
_OWN_HOME = Late(
    rf"\b(?:(?:son|leur|mon) adresse(?: est)?|adresse (?:personnelle|du domicile|de (?:la )?(?:famille|personne|b[ée]n[ée]ficiaire))"
    rf"|chez (?:m\.|mme|(?-i:[A-ZÀ-Ý][a-zà-ÿ]+)|mlle|monsieur|madame|mademoiselle|la famille|lui|elle|eux)[^.;\n\d]{{0,30}}|[àa] son domicile|\bdomicile ?:|venir (?:la|le|les) chercher)"
    rf"[^.;\n\d]{{0,20}}(?P<home>{_STREET})",
    re.IGNORECASE,
)


_DAY_IN_BRACKETS = Number(r"(?<=\(\d)\d?[/.\-]\d")
_BORN_IN = Number(
    "|".join(rf"(?<=n{end} {word} \d)" for end in ("[ée]", "[ée][ée]") for word in ("en", "vers"))
)
_LONG_NUMBER = Number(r"[\dAB .\u00a0\u202f]{12}")
"""What a social security number and a card number begin with."""
_IBAN_SIGN = Number(r"(?<=[A-Z][A-Z]\d)\d")
_PLATE_SIGNS = Signs("plaque", "immatricul", "voiture", "véhicule", "vehicule", "camionnette")
_CASE_SIGNS = Signs(
    "allocataire",
    "matricule",
    "néficiaire",
    "neficiaire",
    "dossier",
    "identifiant",
    "numéro",
    "numero",
)
_PAPER_SIGNS = Signs("jour", "agdref", "trang", "passeport", "identit", "cni", "permis", "cépiss", "cepiss")
_BIRTH_SIGNS = Signs(
    "né le",
    "née le",
    "nés le",
    "nées le",
    "né au",
    "née au",
    "nee le",
    "ne le",
    "naissance",
    "ddn",
    "anniversaire",
    "né(e)",
)
_HOME_SIGNS = Signs(
    "habit",
    "demeur",
    "domicil",
    "résid",
    "resid",
    "log",
    "héberg",
    "heberg",
    "vit ",
    "viv",
    "adresse",
    "chez",
    "chercher",
)


def private_identity(text: str) -> Iterator[Leak]:
    """Yield numbers and facts that belong to one person."""
    numbers = _LONG_NUMBER.is_in(text)
    for found in _SOCIAL.finditer(text) if numbers else ():
        if _is_social_number(found[0]) or _SOCIAL_WORDS.search(_near(text, found)):
            yield Leak(Kind.SOCIAL_SECURITY, found.start(), found.end(), found[0])
    for found in _CASE.finditer(text) if _CASE_SIGNS.are_in(text) else ():
        yield Leak(Kind.CASE, found.start("number"), found.end("number"), found["number"])
    papers = _PAPER.finditer(text) if _PAPER_SIGNS.are_in(text) else ()
    plates = _PLATE.finditer(text) if _PLATE_SIGNS.are_in(text) else ()
    for found in (*papers, *plates):
        if any(sign.isdigit() for sign in found["number"]):
            yield Leak(Kind.CASE, found.start("number"), found.end("number"), found["number"])
    ibans = _IBAN.finditer(text) if _IBAN_SIGN.is_in(text) else ()
    cards = _CARD.finditer(text) if numbers else ()
    for numbered, is_right in ((ibans, _is_iban), (cards, _is_card)):
        for found in numbered:
            if is_right(re.sub(r"[^0-9A-Z]", "", found[0])):
                yield Leak(Kind.BANK, found.start(), found.end(), found[0])
    for found in (*_BORN.finditer(text), *_BIRTH.finditer(text)) if _BIRTH_SIGNS.are_in(text) else ():
        if not _THING.search(_clause(text, found)):
            yield Leak(Kind.BIRTH, found.start("day"), found.end("day"), found["day"])
    for found in _AFTER_A_NAME.finditer(text) if _DAY_IN_BRACKETS.is_in(text) else ():
        if plain(found[0].split(" ")[0].split("-")[0]) in FIRST_NAMES:
            yield Leak(Kind.BIRTH, found.start("day"), found.end("day"), found["day"])
    for found in _YEAR_AFTER_A_NAME.finditer(text) if _BORN_IN.is_in(text) else ():
        if plain(found["first"]) in FIRST_NAMES and not STAGE.search(_around(text, found)):
            yield Leak(Kind.BIRTH, found.start("year"), found.end("year"), found["year"])
    for pattern in (_LIVES, _OWN_HOME):
        for found in pattern.finditer(text) if _HOME_SIGNS.are_in(text) else ():
            if not _THING.search(text[max(found.start() - 40, 0) : found.start("home")]):
                yield Leak(Kind.HOME, found.start("home"), found.end("home"), found["home"].strip())


def _clause(text: str, found: re.Match[str]) -> str:
    """Return what comes before in the same clause: a festival is born too."""
    return re.split(r"[.!?;\n]", _around(text, found))[-1]


def _near(text: str, found: re.Match[str]) -> str:
    return text[max(found.start() - 60, 0) : found.end() + 40]


def _around(text: str, found: re.Match[str]) -> str:
    return text[max(found.start() - 60, 0) : found.start()]


def _is_social_number(written: str) -> bool:
    digits = re.sub(r"[^0-9AB]", "", written.upper())
    if len(digits) != 15:
        return False
    number = digits[:13].replace("2A", "19").replace("2B", "18")
    return number.isdigit() and digits[13:].isdigit() and 97 - int(number) % 97 == int(digits[13:])


def _is_iban(written: str) -> bool:
    turned = written[4:] + written[:4]
    return 15 <= len(written) <= 34 and int("".join(str(int(sign, 36)) for sign in turned)) % 97 == 1


def _is_card(written: str) -> bool:
    doubled = [int(sign) * (2 if place % 2 else 1) for place, sign in enumerate(reversed(written))]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
