"""What the data·inclusion schema accepts, and what we ask beyond it.

Source: data-inclusion-schema 1.0.10 (schema v1, Licence Ouverte 2.0), https://github.com/gip-inclusion/data-inclusion-schema.
The package takes any text for opening hours, « lundi matin » too: `opening_hours` takes OpenStreetMap's writing alone.
"""

import re
from urllib.parse import urlsplit

VERSION = "v1 (paquet 1.0.10)"

_WORDS = """
    60000-rebonds action-logement adie afpa agefiph ai aidants-connect alliance-villes-emploi anlci
    apprentis-dauteuil ase banques-alimentaires caarud cada caf campus-connecte cap-emploi-reseau-cheops cava
    ccas-cias chambres-consulaires chantier-ecole chrs chu cidff cmp cms cnam collectif-emploi communes coorace
    conseillers-numeriques cpam cph creches-avip crepi cresus croix-rouge csapa
    delegataire-conseil-departemental departements duo-for-a-job ecoles-de-la-deuxieme-chance ea eatt egee
    emmaus epide esat espaces-publics-numeriques etcld fabrique-de-territoire face fcsf
    federation-professionnelle-femmes federation-des-acteurs-de-la-solidarite france-active france-service
    france-travail french-tech geiq grandes-ecoles-du-numerique huda hup inae initiative-france konexio
    la-cravate-solidaire la-poste les-premieres maisons-de-l-emploi maison-departementale-de-lautonomie
    maisons-des-solidarites mdph mission-locale mjc mobin msap mutualite-sociale-agricole nqt pimms-mediation
    pjj plie points-conseil-budget points-justice positive-planet regions reseau-app reseau-bge
    reseau-entreprendre reseau-information-jeunesse residences-fjt ressourceries restos-du-coeur
    secours-populaire ei aci etti eiti siao simplon singa snc spip tous-tes-possibles unaf unea unis-cite wimoov
"""
NETWORKS = frozenset(_WORDS.split())
"""The vocabulary `ReseauPorteur`, compared with the official package in the tests."""

_DAY = r"(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_HOUR = r"(?:[01]\d|2[0-3]):[0-5]\d"
_SPANS = r"{0}(?:-{0})?(?:,\s?{0}(?:-{0})?)*"
_DATES = rf"{_MONTH}(?: \d\d?)?(?:-(?:{_MONTH})?(?: ?\d\d?)?)?"
_DAYS = _SPANS.format(_DAY)
_HOURS = rf"{_HOUR}-(?:{_HOUR}|24:00)(?:,\s?{_HOUR}-(?:{_HOUR}|24:00))*"
_RULE = re.compile(rf"24/7|(?=\S)(?:{_DATES}(?: |$))?(?:{_DAYS}(?: |$))?(?:{_HOURS}|off|closed)?")
_EMAIL = re.compile(
    r"[A-Za-z0-9_+-]+(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)
_NOT_PUBLIC = frozenset({"test", "invalid", "local", "localhost", "example", "onion", "arpa"})


def opening_hours(text: str | None) -> str | None:
    """Return opening hours that OpenStreetMap's grammar reads, None for any other words."""
    rules = [rule.strip() for rule in (text or "").split(";")]
    return text if all(_is_rule(rule) for rule in rules) else None


def email(text: str | None) -> str | None:
    """Return an address that RFC 5322 and the Web accept, None otherwise."""
    if not text or not _EMAIL.fullmatch(text) or len(text.partition("@")[0]) > 64:
        return None
    return None if text.rpartition(".")[2].lower() in _NOT_PUBLIC else text


def web_address(text: str | None) -> str | None:
    """Return an address whose host and port can be read, None otherwise."""
    try:
        parts = urlsplit(text or "")
        readable = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return None
    host = parts.hostname or ""
    return text if readable and re.fullmatch(r"[\w-]+(\.[\w-]+)+", host) else None


def international(phone: str | None) -> str | None:
    """Return « +33475000000 » (E.164); a short number keeps its digits."""
    digits = (phone or "").replace(" ", "")
    return f"+33{digits[1:]}" if len(digits) == 10 else digits or None


def networks(names: tuple[str, ...]) -> list[str] | None:
    """Return the networks of the national vocabulary, in order; the others have no word there."""
    return sorted(NETWORKS.intersection(names)) or None


def _is_rule(rule: str) -> bool:
    return bool(rule) and _RULE.fullmatch(rule) is not None
