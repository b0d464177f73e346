"""Find known acronyms in running text, and tell what each one meant in a year.

What looks like an acronym without being one is left alone: words of a title in capitals, names after
an initial, Roman numerals before « siècle », and two letters, unless somebody says what they mean.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from plugins.catalog.models.acronym import Acronym
from plugins.french import unaccented

NOT_AN_ACRONYM = "non"
"""What a text writes, `[CAT](sigle:non)`, for capitals that are no acronym."""

SHORTEST_SURE = 3
"""Two letters mean too many things (« un CD », « une adresse IP ») to be explained unasked."""

_CAPITAL = "A-ZÀ-ÖØ-Þ"
_WORD = rf"(?=\w*[{_CAPITAL}]\w*[{_CAPITAL}])[{_CAPITAL}]\w*(?:-[{_CAPITAL}0-9]\w*)*"
_BEFORE = rf"(?<![\w.@&#_-])(?<![^{_CAPITAL}]/)"
_AFTER = r"(?![\w@]|[.-]\w|['’]\w)"
_CLOSE = r"[ \t\u00a0\u202f'’-]"
_WORD_BEFORE = re.compile(rf"(\w+){_CLOSE}+\n?{_CLOSE}*$")
_WORD_AFTER = re.compile(rf"{_CLOSE}+\n?{_CLOSE}*(\w+)")
_NAME_BEFORE = re.compile(
    rf"(?:^|[\s(«])(?:MM?\.|Mmes?|Mlles?|Drs?|Me|Pr|[{_CAPITAL}]\.(?:-[{_CAPITAL}]\.)?)\s*$"
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NUMBERED = frozenset(
    {"siecle", "siecles", "chapitre", "tome", "livre", "acte", "titre", "article", "annexe"}
)
_OPENING = re.compile(r"[(\[]\s*$")
_FOLLOWED = re.compile(r"\s*(?:\(|\[|:|,|–|—)\s*(.*)", re.DOTALL)
_NEAR = 240  # signs around an acronym where its meaning may be spelled out
_STEM = 4  # letters that a word keeps in the plural: communal, communaux
_SMALL = 3  # de, des, aux, par: words that give the acronym no letter


@dataclass(frozen=True)
class Sighting:
    """Hold one place of a text where a known acronym is written, and what it may mean there."""

    start: int
    end: int
    letters: str
    meanings: tuple[Acronym, ...]
    spelled_out: bool


class Lexicon:
    """Know every acronym by its letters. The pattern is compiled once: a thousand posts are read with it."""

    def __init__(self, acronyms: Iterable[Acronym]) -> None:
        known: defaultdict[str, list[Acronym]] = defaultdict(list)
        for acronym in acronyms:
            if capitals(acronym.acronym):
                known[fold(acronym.acronym)].append(acronym)
        self._known = {letters: tuple(meanings) for letters, meanings in known.items()}
        spaced = sorted((letters for letters in known if " " in letters), reverse=True)
        words = "|".join([*map(re.escape, spaced), _WORD])
        self._pattern = re.compile(f"{_BEFORE}(?:{words}){_AFTER}")

    def words(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Yield where each word with two capitals begins and ends, and its letters without the plural."""
        for found in self._pattern.finditer(text):
            if _is_shouted(text, found, self._known) or _is_a_name_or_a_number(text, found):
                continue
            letters = fold(found[0])
            if letters not in self._known and letters.removesuffix("s") in self._known:
                letters = letters.removesuffix("s")
            yield found.start(), found.end(), letters

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
                yield Sighting(
                    start, end, letters, meanings, _spelled_out(text, start, end, letters, meanings)
                )

    def meanings(self, letters: str, year: int | None, chosen: Collection[str] = ()) -> tuple[Acronym, ...]:
        """Return what letters may mean in a year: the author's choice, else what was in use, else what was."""
        known = self._known.get(letters, ())
        picked = tuple(acronym for acronym in known if acronym.id in chosen)
        existing = tuple(acronym for acronym in known if existed(acronym, year))
        in_use = tuple(acronym for acronym in existing if was_in_use(acronym, year))
        return picked or in_use or existing


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
    return unaccented(word)


def _is_shouted(text: str, found: re.Match[str], known: Collection[str]) -> bool:
    """Tell whether the word stands among words that are all in capitals."""
    before = _WORD_BEFORE.search(text, max(0, found.start() - 40), found.start())
    after = _WORD_AFTER.match(text, found.end())
    return any(
        near and len(near[1]) > 1 and near[1].isupper() and fold(near[1]) not in known
        for near in (before, after)
    )


def _is_a_name_or_a_number(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - 40) : found.start()]
    if _NAME_BEFORE.search(before):
        return True
    if not _ROMAN.fullmatch(found[0]):
        return False
    words = [_WORD_BEFORE.search(before), _WORD_AFTER.match(text, found.end())]
    return any(near and fold(near[1]).lower() in _NUMBERED for near in words)


def _spelled_out(text: str, start: int, end: int, letters: str, meanings: tuple[Acronym, ...]) -> bool:
    """Tell whether the author says it: « aide sociale à l’enfance (ASE) », « ASE (aide sociale…) »."""
    before, after = text[max(0, start - _NEAR) : start].rsplit("\n\n", 1)[-1], text[end : end + _NEAR]
    opening = _OPENING.search(before)
    behind = _stems(before[: opening.start()]) if opening else []
    following = _FOLLOWED.match(after.split("\n\n", 1)[0])
    ahead = _stems(following[1]) if following else []
    for acronym in meanings:
        words = _stems(acronym.expansion)
        if words in (behind[-len(words) :], ahead[: len(words)]):
            return True
    count = len(letters)
    return letters.lower() in (_initials(behind[-count:]), _initials(ahead[:count]))


def _stems(text: str) -> list[str]:
    words = re.findall(r"[^\W\d_]+", unaccented(text).lower())
    return [word[:_STEM] for word in words if len(word) > _SMALL]


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)
