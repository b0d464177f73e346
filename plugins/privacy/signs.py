"""The pieces of words without which a pattern can find nothing: one look at the words of a text spares most patterns.

What numbers begin with is looked for in the same way: one look for all of them together, then one for each if need be.

A text is cut into its words once for all the signs, and a word without any is not looked at again, in that text or in
another: a thousand texts have few different words. Looking for a hundred signs in turn takes longer.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from plugins.regexes import Late

MOST = 100_000
"""Words that are remembered, most of them without any sign."""


_Place = Callable[[str, str], bool]
"""Tell whether a part of a sign, which a word holds, is where the sign would have it."""


class Signs:
    """Hold the signs of a pattern, in lower case unless they are `as_written`; a space in them is a plain one."""

    def __init__(self, *signs: str, as_written: bool = False) -> None:
        self._as_written = as_written
        parts = _parts_as_written if as_written else _parts
        for sign in signs:
            part, place = _longest_part(sign)
            parts.setdefault(part, []).append((self, sign, place))
        _forget()

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds one of the signs."""
        touched = _met(text).get(self)
        if touched is None:
            return False
        written = text if self._as_written else _lowered(text)
        return any(sign in written for sign in touched)


class Words:
    """Hold what tells the words, between two spaces, without which a pattern can find nothing."""

    def __init__(self, is_one: Callable[[str], bool]) -> None:
        _kinds.append((self, is_one))
        _forget()

    def are_in(self, text: str) -> bool:
        """Tell whether a text holds one of these words."""
        return self in _met(text)


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


_Parts = dict[str, list[tuple[Signs, str, _Place]]]
_parts: _Parts = {}
_parts_as_written: _Parts = {}
"""The signs that each part of a word may be a part of: a word without any of these parts is looked at no further."""
_kinds: list[tuple[Words, Callable[[str], bool]]] = []
_harmless: set[str] = set()
_telling: dict[str, list[tuple[Signs | Words, str]]] = {}
_numbers: list[str] = []


@lru_cache(maxsize=1)  # each number is sought in the same text
def _may_hold_a_number(text: str) -> bool:
    return _any_number().search(text) is not None


@lru_cache(maxsize=1)
def _any_number() -> re.Pattern[str]:
    return re.compile(rf"\d(?:{'|'.join(_numbers)})")


@lru_cache(maxsize=1)  # each pattern asks about the same text
def _met(text: str) -> dict[Signs | Words, set[str]]:
    """Return the signs that may be in a text: few, where a word may be a part of one."""
    found: dict[Signs | Words, set[str]] = {}
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
    touched = [*_touched(_parts, word.lower()), *_touched(_parts_as_written, word)]
    if touched := [*touched, *((words, word) for words, is_one in _kinds if is_one(word))]:
        _telling[word] = touched
    else:
        _harmless.add(word)


def _touched(parts: _Parts, word: str) -> Iterator[tuple[Signs | Words, str]]:
    """Yield the signs of which a word, which is between two spaces, may be a part."""
    for part in [part for part in parts if part in word]:
        yield from ((signs, sign) for signs, sign, is_placed in parts[part] if is_placed(word, part))


def _forget() -> None:
    _harmless.clear()
    _telling.clear()


@lru_cache(maxsize=1)
def _lowered(text: str) -> str:
    return text.lower()


def _longest_part(sign: str) -> tuple[str, _Place]:
    """Return the longest part of a sign that is in one word, and where: at its end, at its beginning or anywhere."""
    parts = sign.split(" ")
    place = max(range(len(parts)), key=lambda index: len(parts[index]))
    if 0 < place < len(parts) - 1 or len(parts) == 1:
        return parts[place], str.__contains__
    return parts[place], str.endswith if place == 0 else str.startswith
