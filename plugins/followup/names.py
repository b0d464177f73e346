"""Tell what looks like a person in a few words: a refusal too many costs a word, a name kept costs a trust."""

import re

_LETTER = "A-ZÀ-ÖØ-ÞŒ"
_SMALL = "a-zà-öø-ÿœ"
_CAPITAL = rf"[{_LETTER}](?:[{_SMALL}]+(?:[-’'][{_LETTER}]?[{_SMALL}]+)*|\.)"
_CIVILITY = re.compile(
    r"\b(?:M\.|MM\.|Mr\.?|Mme\.?|Mlle\.?|Mmes|Monsieur|Messieurs|Madame|Mesdames|Mademoiselle|Dr\.?|Docteur)\s+"
    rf"[{_LETTER}]"
)
_SMALL_CIVILITY = re.compile(r"\b(?:monsieur|madame|mademoiselle|mme|mlle|mr)\s+\w", re.IGNORECASE)
_TWO = re.compile(rf"\b{_CAPITAL}\s+(?:(?:de|du|des|el|ben|von|van|le|la)\s+)?[{_LETTER}](?:[{_SMALL}]+|\b)")
_SHOUTED = re.compile(
    rf"\b(?:[{_LETTER}][{_SMALL}]+\s+[{_LETTER}]{{2,}}|[{_LETTER}]{{3,}}\s+[{_LETTER}][{_SMALL}]+)\b"
)
_EMAIL = re.compile(r"\S+@\S+\.\w{2,}|\S+\s*\[?(?:arobase|\(at\))\]?\s*\S+", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+33|\b0)\s*[1-9](?:[\s./-]*\d{2}){4}\b|\b\d{9,}\b")
_CALLED = re.compile(r"\b(?:s’appelle|s'appelle|prénom|née?\s+le|nommée?)\b", re.IGNORECASE)


def seems_someone(text: str, *, public: str = "") -> str:
    """Return what shows that words speak of someone (« deux mots à majuscule »…), or nothing.

    What is also in `public` (the title of the show, its town, the body) is no secret.
    """
    left = text
    for words in sorted(filter(None, public.split("\n")), key=len, reverse=True):
        left = re.sub(re.escape(words), " … ", left, flags=re.IGNORECASE)
    return seems_reachable(left) or (
        "deux mots qui se suivent avec une majuscule, comme un prénom et un nom"
        if _TWO.search(left) or _SHOUTED.search(left)
        else "un mot qui annonce un nom"
        if _CALLED.search(left)
        else ""
    )


def seems_reachable(text: str) -> str:
    """Return what shows a civility, an e-mail or a phone number, or nothing: titles of shows have capitals."""
    if _EMAIL.search(text):
        return "un courriel"
    if _PHONE.search(text):
        return "un numéro de téléphone"
    if _CIVILITY.search(text) or _SMALL_CIVILITY.search(text):
        return "« madame » ou « monsieur »"
    return ""
