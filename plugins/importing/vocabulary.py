"""Usual words for our genres, audiences, accesses and states; a near miss is mended and said."""

import re
from collections.abc import Mapping

from plugins.catalog.messages import near_miss
from plugins.catalog.models.base import Choice
from plugins.catalog.models.event import Audience, EventStatus, Genre
from plugins.french import slugify
from plugins.importing.rows import Refusal

GENRES = {
    "spectacle": "", "spectacle-vivant": "", "theatre-de-rue": "arts-de-la-rue", "rue": "arts-de-la-rue",
    "concert": "musique", "concerts": "musique", "chanson": "musique", "jazz": "musique", "rock": "musique",
    "chorale": "musique", "opera": "musique", "classique": "musique", "film": "cinema", "projection": "cinema",
    "cine": "cinema", "documentaire": "cinema", "ballet": "danse", "bal": "danse", "contes": "conte",
    "contee": "conte", "marionnettes": "marionnette", "expo": "exposition", "vernissage": "exposition",
    "visite-guidee": "visite", "balade": "visite", "stage": "atelier", "ateliers": "atelier", "lectures": "lecture",
    "litterature": "lecture", "debat": "conference", "rencontre": "conference", "table-ronde": "conference",
    "fetes": "fete", "carnaval": "fete", "comedie": "theatre", "nouveau-cirque": "cirque", "autre-sortie": "autre",
}  # fmt: skip
AUDIENCES = {
    "tous": "tout-public", "tous-publics": "tout-public", "pour-tous": "tout-public", "public": "tout-public",
    "famille": "familles", "en-famille": "familles", "familial": "familles", "jeune-public": "enfants",
    "enfant": "enfants", "jeunesse": "enfants", "ados": "adolescents", "ado": "adolescents", "jeunes": "adolescents",
    "adulte": "adultes", "senior": "seniors", "aines": "seniors", "personnes-agees": "seniors", "groupe": "groupes",
}  # fmt: skip
ACCESS = {
    "fauteuil": "fauteuil", "pmr": "fauteuil", "moteur": "fauteuil", "handicap-moteur": "fauteuil", "mi": "fauteuil",
    "fauteuil-roulant": "fauteuil", "accessible-pmr": "fauteuil", "audition": "audition", "hi": "audition",
    "lsf": "audition", "auditif": "audition", "handicap-auditif": "audition", "boucle-magnetique": "audition",
    "vision": "vision", "visuel": "vision", "handicap-visuel": "vision", "vi": "vision", "audiodescription": "vision",
    "comprehension": "comprehension", "ii": "comprehension", "handicap-intellectuel": "comprehension",
    "falc": "comprehension", "calme": "calme", "pi": "calme", "handicap-psychique": "calme", "relax": "calme",
}  # fmt: skip
STATES = {
    "annulee": "annule", "reportee": "reporte", "deplacee": "deplace", "complete": "complet", "maintenu": "programme",
    "confirme": "programme", "prevu": "programme", "programmee": "programme",
}  # fmt: skip


def find_genre(text: str, notes: list[str], *, sure: bool) -> str:
    """Return a genre, or nothing; `sure` says that the words are a genre, so that an unknown one is told."""
    words = _parts(text)
    for word in words:
        if found := _known(word, Genre, GENRES):
            return found
    if sure and words:
        guess = _guess(words[0], Genre, GENRES)
        told = f"lu « {guess} »" if guess else "laissé à « autre »"
        if slugify(words[0]) not in GENRES:
            notes.append(f"le genre « {words[0]} » n’est pas dans nos mots : {told}")
        return guess
    return ""


def find_audiences(text: str, notes: list[str]) -> list[str]:
    """Return the audiences that the words name; an unknown word is told and left out."""
    found: list[str] = []
    for word in _parts(text):
        audience = _known(word, Audience, AUDIENCES)
        if not audience:
            audience = _guess(word, Audience, AUDIENCES)
            notes.append(
                f"le public « {word} » n’est pas dans nos mots : {f'lu « {audience} »' if audience else 'laissé de côté'}"
            )
        found += [audience] if audience and audience not in found else []
    return found


def find_access(text: str, notes: list[str]) -> dict[str, str]:
    """Return what is arranged; raise `Refusal` at a negation, which a list of words cannot tell."""
    if re.search(r"\b(?:non|pas|sans|inaccessible)\b", text.lower()):
        message = "l’accès dit ce qui n’est pas possible : je ne sais pas à quoi cela s’applique."
        raise Refusal(
            message,
            written=text,
            expected="ce qui est prévu : fauteuil, audition, vision, comprehension, calme",
            hint="laissez ce qui est prévu, et écrivez le reste dans la fiche (par exemple fauteuil: non)",
        )
    found = {}
    for word in _parts(text):
        access = ACCESS.get(slugify(word)) or ACCESS.get(near_miss(slugify(word), list(ACCESS)) or "")
        if not access:
            notes.append(f"l’accès « {word} » n’est pas dans nos mots : laissé de côté")
        elif slugify(word) not in ACCESS:
            notes.append(f"l’accès « {word} » a été lu « {access} »")
        found |= {access: "oui"} if access else {}
    return found


def find_status(text: str) -> str:
    """Return the state of the outing; raise `Refusal` when the word is unknown: a cancellation is never guessed."""
    if not text.strip():
        return ""
    found = _known(text, EventStatus, STATES)
    if not found:
        message = "cet état n’est pas connu."
        guess = _guess(text, EventStatus, STATES)
        raise Refusal(
            message,
            written=text,
            expected=f"l’un de ces mots : {', '.join(EventStatus)}",
            hint=f"vouliez-vous écrire « {guess} » ?" if guess else "recopiez l’un d’eux, ou laissez vide",
        )
    return found


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;/|\n]+", text) if part.strip()]


def _known(word: str, choice: type[Choice], others: Mapping[str, str]) -> str:
    slug = slugify(word)
    labels = {slugify(member.label): member.value for member in choice}
    return (
        next((m.value for m in choice if m.value == slug), "") or labels.get(slug, "") or others.get(slug, "")
    )


def _guess(word: str, choice: type[Choice], others: Mapping[str, str]) -> str:
    near = near_miss(slugify(word), [*choice, *others])
    return _known(near, choice, others) if near else ""
