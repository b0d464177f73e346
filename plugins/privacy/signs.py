"""The pieces of words without which a pattern can find nothing: one look at the words of a text spares most patterns.

What numbers begin with is looked for in the same way: one look for all of them together, then one for each if need be.

A text is cut into its words once for all the signs, and a word without any is not looked at again, in that text or in
another: a thousand texts have few different words. Looking for a hundred signs in turn takes longer.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Protocol

from plugins.regexes import Late

MOST = 100_000
"""Words that are remembered, most of them without any sign."""


class _Sought(Protocol):
    def touched(self, word: str) -> Iterator[str]:
        """Yield what a word, which is between two spaces, may be a part of."""


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


class Words:
    """Hold what tells the words, between two spaces, without which a pattern can find nothing."""

    def __init__(self, is_one: Callable[[str], bool]) -> None:
        self._is_one = is_one
        _all.append(self)
        _forget()

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds one of these words."""
        return self in _met(text)

    def touched(self, word: str) -> Iterator[str]:
        """Yield a word that is one of these."""
        if self._is_one(word):
            yield word


class Number:
    """Hold what a number begins with: what comes after its first digit, or before it in a lookbehind."""

    def __init__(self, after_a_digit: str) -> None:
        self._sought = Late(rf"\d(?:{after_a_digit})")
        _numbers.append(after_a_digit)
        _any_number.cache_clear()
        _may_hold_a_number.cache_clear()

    def is_in(self, text: str) -> bool:
        """Tell whether such a number may be in a text."""
        return _may_hold_a_number(text) and self._sought.search(text) is not None


_all: list[_Sought] = []
_harmless: set[str] = set()
_telling: dict[str, list[tuple[_Sought, str]]] = {}
_numbers: list[str] = []


@lru_cache(maxsize=1)  # each number is sought in the same text
def _may_hold_a_number(text: str) -> bool:
    return _any_number().search(text) is not None


@lru_cache(maxsize=1)
def _any_number() -> re.Pattern[str]:
    return re.compile(rf"\d(?:{'|'.join(_numbers)})")


@lru_cache(maxsize=1)  # each pattern asks about the same text
def _met(text: str) -> dict[_Sought, set[str]]:
    """Return the signs that may be in a text: few, where a word may be a part of one."""
    found: dict[_Sought, set[str]] = {}
    for word in set(text.split()) - _harmless:
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
