"""Elide, list, sort and file words in French."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import filterfalse

# Words that refuse elision, without accents or plural s. Not a dictionary: the ones a cultural agenda meets.
# Source: the h marked aspirated in the Dictionnaire de l'Académie française (9e édition).
_ASPIRATED = """
hache haie haine hall halle halte hamac hameau hanche handball handicap handicape hangar harcelement hard
hardi haricot harki harpe harpiste hasard hausse haut haute hautbois hauteur havre herisson heron heros
hibou hierarchie hip hippie hobby hockey homard honte hors houle housse huit huitaine huitieme hurlement
hutte hambourg hanovre haye hollandais hollande hongrie hongrois honfleur onze onzieme oui ouistiti
"""
_NO_ELISION = frozenset(_ASPIRATED.split())
_ELIDED_Y = frozenset({"yeux", "yeuse", "yeu"})
_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
)
KNOWN = 65_536
"""How many words are remembered: tags come back in post after post."""
_NOT_ALPHANUMERIC = re.compile(r"[\W_]+")


def elide(word: str, particle: str) -> str:
    """Return the particle and the word, elided when French elides: « d’Annonay », « de Valence », « l’école ».

    The particle is le, la, de, que and the like: its last letter gives way to ’ before a vowel or a mute h.
    """
    return f"{particle[:-1]}’{word}" if _opens_with_vowel(word) else f"{particle} {word}"


def enumerate_fr(items: Iterable[str], conjunction: str = "et") -> str:
    """Return « a », « a et b » or « a, b et c »; an empty text for no item."""
    *firsts, last = list(items) or [""]
    return f"{', '.join(firsts)} {conjunction} {last}" if firsts else last


def initial(word: str) -> str:
    """Return the heading of a word in an A–Z index: its first letter, upper case and unaccented.

    Digits give « 0-9 »; a text without letter or digit gives « # ».
    """
    first = _NOT_ALPHANUMERIC.sub("", unaccented(word))[:1].upper()
    if not first:
        return "#"
    return "0-9" if first.isdigit() else first[0]


def sort_key(text: str) -> tuple[str, str, str]:
    """Return the key of French alphabetical order: letters first, then accents, then the text itself.

    Case, hyphens and apostrophes do not count, œ files as oe, and a shorter word comes first. Accents decide
    between equal letters only, from left to right: cote, coté, côte, côté (CLDR, locale fr).
    """
    lowered = _untied(text).casefold()
    letters = _NOT_ALPHANUMERIC.sub(" ", unaccented(lowered)).strip()
    return letters, unicodedata.normalize("NFD", lowered), text


@lru_cache(KNOWN)
def slugify(text: str) -> str:
    """Return the text as an address: lower-case ASCII letters and digits, one hyphen between words.

    The result is empty when nothing in the text can be kept.
    """
    ascii_text = unaccented(text).casefold().encode("ascii", "replace").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_text).strip("-")


def unaccented(text: str) -> str:
    """Return the text without accents, œ as oe and æ as ae, its case kept."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", _untied(text))
    return "".join(filterfalse(unicodedata.combining, decomposed))


def _untied(text: str) -> str:
    return text.translate(_LIGATURES)


def _opens_with_vowel(word: str) -> bool:
    first = re.split(r"[\s'’-]", unaccented(word).casefold().lstrip("« "), maxsplit=1)[0]
    if first in _NO_ELISION or first.removesuffix("s") in _NO_ELISION:
        return False
    if first.startswith("y"):
        return first in _ELIDED_Y or (len(first) > 1 and first[1] not in "aeiou")
    return first.startswith(("a", "e", "i", "o", "u", "h")) and len(first) > 1
