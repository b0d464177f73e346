"""The pieces of words without which a pattern can find nothing: one look at the words of a text spares most patterns.

A pattern of numbers is first tried on the rows that hold a digit, which are found once for all of them.

A text is cut into its words once for all the signs, and a word without any is not looked at again, in that text or in
another: a thousand texts have few different words. Looking for a hundred signs in turn takes longer.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

MOST = 100_000
"""Words that are remembered, most of them without any sign."""

_DIGIT = re.compile(r"\d")


class Signs:
    """Hold the signs of a pattern, in lower case unless they are `as_written`; a space in them is a plain one."""

    def __init__(self, *signs: str, as_written: bool = False) -> None:
        self._as_written = as_written
        self._inside = tuple(sign for sign in signs if " " not in sign)
        self._across = {sign: _longest_part(sign) for sign in signs if " " in sign}
        _all.append(self)
        _forget()

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds one of the signs."""
        touched = _met(text).get(self)
        if touched is None:
            return False
        written = text if self._as_written else _lowered(text)
        return any(sign in written for sign in touched)

    def touched(self, word: str) -> Iterator[str]:
        """Yield the signs of which a word, which is between two spaces, may be a part."""
        written = word if self._as_written else word.lower()
        yield from (sign for sign in self._inside if sign in written)
        for sign, (part, is_first, is_whole) in self._across.items():
            if (
                (part in written)
                if is_whole
                else written.endswith(part)
                if is_first
                else written.startswith(part)
            ):
                yield sign


_all: list[Signs] = []
_harmless: set[str] = set()
_telling: dict[str, list[tuple[Signs, str]]] = {}


@lru_cache(maxsize=1)  # several searches ask about the same text
def words_of(text: str) -> frozenset[str]:
    """Return what stands between the spaces of a text."""
    return frozenset(text.split())


@lru_cache(maxsize=1)  # each pattern asks about the same text
def _met(text: str) -> dict[Signs, set[str]]:
    """Return the signs that may be in a text: few, where a word may be a part of one."""
    found: dict[Signs, set[str]] = {}
    for word in words_of(text) - _harmless:
        if word not in _telling:
            _tell(word)
        for signs, sign in _telling.get(word, ()):
            found.setdefault(signs, set()).add(sign)
    if len(_harmless) + len(_telling) > MOST:
        _forget()
    return found


def _tell(word: str) -> None:
    """Remember which signs a word may be a part of."""
    if touched := [(signs, sign) for signs in _all for sign in signs.touched(word)]:
        _telling[word] = touched
    else:
        _harmless.add(word)


def _forget() -> None:
    _harmless.clear()
    _telling.clear()


@lru_cache(maxsize=1)
def _lowered(text: str) -> str:
    return text.lower()


def _longest_part(sign: str) -> tuple[str, bool, bool]:
    """Return the longest part of a sign of several words, whether it is the end of a word, or its very middle."""
    parts = sign.split(" ")
    place = max(range(len(parts)), key=lambda index: len(parts[index]))
    return parts[place], place == 0, 0 < place < len(parts) - 1


@lru_cache(maxsize=1)  # each pattern asks about the same text
def numbered_rows(text: str) -> str:
    """Return the rows of a text that hold a digit; a pattern that needs one, in one row, is in these or nowhere."""
    rows: list[str] = []
    end = 0
    while end >= 0 and (digit := _DIGIT.search(text, end)):
        start = text.rfind("\n", 0, digit.start()) + 1
        end = text.find("\n", digit.end())
        rows.append(text[start : end if end >= 0 else len(text)])
    return "\n".join(rows)
