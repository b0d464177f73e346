"""Find known acronyms in running text, and tell what each one meant in a year.

What looks like an acronym without being one is left alone: words of a title in capitals, names after
an initial, Roman numerals before « siècle », and two letters, unless somebody says what they mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from plugins.french import unaccented

if TYPE_CHECKING:
    from plugins.catalog.models.acronym import Acronym

NOT_AN_ACRONYM = "non"
"""What a text writes, `[CAT](sigle:non)`, for capitals that are no acronym."""

SHORTEST_SURE = 3
"""Two letters mean too many things (« un CD », « une adresse IP ») to be explained unasked."""

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_BEFORE = (
    rf"(?<![\w.@&#-].)(?<![^{_CAPITAL}]/.)"  # after a first letter: one letter back, then what is before it
)
_WORD = rf"\w*[{_CAPITAL}]\w*(?:-[{_CAPITAL}0-9]\w*)*"
_AFTER = r"(?![\w@]|[.-]\w|['’]\w)"
_CLOSE = " \t\n\u00a0\u202f'’-"
_WORD_BEFORE = re.compile(r"\w+$")
_WORD_AFTER = re.compile(r"\w+")
_NAME_BEFORE = re.compile(
    rf"(?:^|[\s(«])(?:MM?\.|Mmes?|Mlles?|Drs?|Me|Pr|[{_CAPITAL}]\.(?:-[{_CAPITAL}]\.)?)\s*$"
)
_LONGEST_TITLE = 8  # signs of « (Mlles », with a space
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NUMBERED = frozenset(
    {"siecle", "siecles", "chapitre", "tome", "livre", "acte", "titre", "article", "annexe"}
)
_OPENING = re.compile(r"[(\[]\s*$")
_FOLLOWED = re.compile(r"\s*(?:\(|\[|:|,|–|—)\s*(.*)", re.DOTALL)
_WIDEST_WORD = 24  # signs: enough to see whether a neighbour is in capitals
_NEAR = 240  # signs around an acronym where its meaning may be spelled out
_STEM = 4  # letters that a word keeps in the plural: communal, communaux
_SMALL = 3  # de, des, aux, par: words that give the acronym no letter


class Sighting(NamedTuple):
    """Hold one place of a text where a known acronym is written, and what it may mean there."""

    start: int
    end: int
    letters: str
    meanings: tuple[Acronym, ...]


class Lexicon:
    """Know every acronym by its letters. The pattern is compiled once: a thousand posts are read with it."""

    def __init__(self, acronyms: Iterable[Acronym]) -> None:
        known: defaultdict[str, list[Acronym]] = defaultdict(list)
        for acronym in acronyms:
            if capitals(acronym.acronym):
                known[fold(acronym.acronym)].append(acronym)
        self._known = {letters: tuple(meanings) for letters, meanings in known.items()}
        spaced = sorted((letters for letters in known if " " in letters), reverse=True)
        endings = "|".join([*(re.escape(letters[1:]) for letters in spaced), _WORD])
        self._pattern = re.compile(f"[{_CAPITAL}]{_BEFORE}(?:{endings}){_AFTER}", re.DOTALL)

    def words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each word with two capitals begins and ends, and its letters without the plural."""
        for found in self._pattern.finditer(text):
            start, end = found.span()
            if _is_shouted(text, start, end, self._known) or _is_a_name_or_a_number(text, start, end):
                continue
            letters = fold(found[0])
            if letters not in self._known and letters.removesuffix("s") in self._known:
                letters = letters.removesuffix("s")
            yield start, end, letters

    def knows(self, letters: str) -> bool:
        """Tell whether letters that `words` gave are those of an acronym of the booklet."""
        return letters in self._known

    def sightings(self, text: str, year: int | None, chosen: Collection[str] = ()) -> Iterator[Sighting]:
        """Yield every known acronym that existed in the year (None: today), in the order of the text.

        `chosen` holds the ids of the meanings that the author picked. Several meanings are left when
        the year and the author do not decide.
        """
        for start, end, letters in self.words(text):
            meanings = self.meanings(letters, year, chosen)
            if meanings and (len(letters) >= SHORTEST_SURE or meanings[0].id in chosen):
                yield Sighting(start, end, letters, meanings)

    def meanings(self, letters: str, year: int | None, chosen: Collection[str] = ()) -> tuple[Acronym, ...]:
        """Return what letters may mean in a year: the author's choice, else what was in use, else what was."""
        known = self._known.get(letters, ())
        picked = tuple(acronym for acronym in known if acronym.id in chosen)
        existing = tuple(acronym for acronym in known if existed(acronym, year))
        in_use = tuple(acronym for acronym in existing if was_in_use(acronym, year))
        return picked or in_use or existing


def two_capitals(*unseen: str) -> re.Pattern[str]:
    """Return the pattern of what a text holds wherever a lexicon finds a word in it; `unseen` are patterns of marks.

    Most texts hold none, which is told sooner than by looking for words.
    """
    between = "|".join((r"\w", *unseen))
    return re.compile(rf"[{_CAPITAL}](?:{between})*[{_CAPITAL}]")


def is_spelled_out(text: str, sighting: Sighting) -> bool:
    """Tell whether the author says it: « aide sociale à l’enfance (ASE) », « ASE (aide sociale…) »."""
    before = text[max(0, sighting.start - _NEAR) : sighting.start].rsplit("\n\n", 1)[-1]
    after = text[sighting.end : sighting.end + _NEAR].split("\n\n", 1)[0]
    opening, following = _OPENING.search(before), _FOLLOWED.match(after)
    if not (opening or following):
        return False
    behind = _stems(before[: opening.start()]) if opening else ()
    ahead = _stems(following[1]) if following else ()
    for acronym in sighting.meanings:
        words = _stems(acronym.expansion)
        if words in (behind[-len(words) :], ahead[: len(words)]):
            return True
    count = len(sighting.letters)
    return sighting.letters.lower() in (_initials(behind[-count:]), _initials(ahead[:count]))


def existed(acronym: Acronym, year: int | None) -> bool:
    """Tell whether an acronym had appeared by the end of a year; one without a first year always had."""
    return year is None or acronym.since is None or acronym.since <= year


def was_in_use(acronym: Acronym, year: int | None) -> bool:
    """Tell whether an acronym was still said in a year; the year of its replacement counts."""
    if year is None or acronym.until is None:
        return acronym.is_current or (year is not None and acronym.until is None)
    return year <= acronym.until


def capitals(word: str) -> bool:
    """Tell whether a word of the booklet is an acronym, and not a name such as « France services »."""
    return any(sum(letter.isupper() for letter in part) > 1 for part in word.split())


def fold(word: str) -> str:
    """Return the letters under which an acronym is known: ACSÉ and ACSE are one."""
    return word if word.isascii() else unaccented(word)


def is_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral: XIV, MMXXVI."""
    return bool(_ROMAN.fullmatch(word))


def _is_shouted(text: str, start: int, end: int, known: Collection[str]) -> bool:
    """Tell whether the word stands among words that are all in capitals."""
    return any(
        len(near) > 1 and near.isupper() and fold(near) not in known
        for near in (_word_before(text, start), _word_after(text, end))
    )


def _is_a_name_or_a_number(text: str, start: int, end: int) -> bool:
    if _NAME_BEFORE.search(text[max(0, start - _LONGEST_TITLE) : start]):
        return True
    if not _ROMAN.fullmatch(text, start, end):
        return False
    return any(
        fold(near).lower() in _NUMBERED for near in (_word_before(text, start), _word_after(text, end))
    )


def _word_before(text: str, start: int) -> str:
    """Return the word that ends just before a place of the same paragraph, or nothing."""
    near = text[max(0, start - _WIDEST_WORD) : start].rsplit("\n\n", 1)[-1]
    words = near.rstrip(_CLOSE)
    found = _WORD_BEFORE.search(words) if len(words) < len(near) else None
    return found[0] if found else ""


def _word_after(text: str, end: int) -> str:
    """Return the word that begins just after a place of the same paragraph, or nothing."""
    near = text[end : end + _WIDEST_WORD].split("\n\n", 1)[0]
    words = near.lstrip(_CLOSE)
    found = _WORD_AFTER.match(words) if len(words) < len(near) else None
    return found[0] if found else ""


def _initials(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words)


def _stems(text: str) -> tuple[str, ...]:
    words = re.findall(r"[^\W\d_]+", unaccented(text).lower())
    return tuple(word[:_STEM] for word in words if len(word) > _SMALL)
