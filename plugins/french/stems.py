"""French words as they are looked up: without accents, without the endings that number and gender change.

`theme/static/js/search.js` does the same to what is typed: tests/browser compares the two on every word.
"""

import re
from functools import lru_cache

from .words import unaccented

_STOP_WORDS = """
au aux avec ce ces cet cette chez comme dans de des du elle elles en entre est et eux il ils je la le les
leur leurs lui ma mais me mes moi mon ne nos notre nous on ont ou par pas plus pour qu que qui sa sans se
ses si son sont sous sur ta te tes toi ton tu un une vos votre vous
"""
STOP_WORDS = tuple(_STOP_WORDS.split())
"""Words that say nothing of a page. They are looked up when nothing else is typed: « ON », « PAS » may be acronyms."""

_UNSAID = frozenset(STOP_WORDS)

SHORTEST = 2
"""In letters: the files of the index are named after the first two."""

KNOWN = 65_536
"""How many words, and how many texts, are remembered: an edit changes one text among thousands."""

_DOTTED = re.compile(r"\b(\w)\.(?=\w\b)")
_WORD = re.compile(r"[a-z0-9]{2,}")
_TARGET = re.compile(r"(?<=\])\([^)\s]*\)|https?://\S+|<[^>]*>")
"""What a text written in Markdown holds and nobody reads: where links lead, tags."""


def fold(text: str) -> str:
    """Return the text in lower case, without accents nor ligatures; « R.S.A. » reads « rsa. »."""
    return _DOTTED.sub(r"\1", unaccented(text).lower())


@lru_cache(KNOWN)
def stem(word: str) -> str:
    """Return a folded word without its French ending, if any: « ateliers », « accompagnée » → « ateli », « accompagn ».

    Light on purpose, after the minimal stemmer of J. Savoy (« Light Stemming Approaches for the French,
    Portuguese, German and Hungarian Languages », 2006): it removes what number, gender and the commonest
    forms of verbs add, never a prefix, and leaves short words and numbers as they are.
    """
    if len(word) < 4 or not word.isalpha():
        return word
    if word.endswith("aux") and not word.endswith("eaux"):
        word = f"{word[:-3]}al"
    elif word[-1] in "sx":
        word = word[:-1]
    if len(word) > 4:
        word = re.sub(r"(?:ee|er|e)$", "", word)
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def stems(text: str) -> tuple[str, ...]:
    """Return the stem of each word of a text, once, in order, the stop words left out."""
    words = dict.fromkeys(_WORD.findall(fold(text)))
    return tuple(dict.fromkeys(stem(word) for word in words if word not in _UNSAID))


@lru_cache(KNOWN)
def name_stems(name: str) -> tuple[str, ...]:
    """Return the stem of each word of a name, once, stop words too: an acronym may look like one."""
    return tuple(dict.fromkeys(map(stem, _WORD.findall(fold(name)))))


def without_targets(markdown: str) -> str:
    """Return the words of a text without where its links lead; signs are no words, and need no care."""
    return _TARGET.sub(" ", markdown)
