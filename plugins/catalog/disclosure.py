"""Keep small counts from being known: hide them, and hide enough others that no sum gives them back.

A count under `LEAST` is hidden. Then, as long as the totals that are shown would give a hidden count back,
or would leave fewer than `LEAST` among those hidden, one more count is hidden: the smallest that helps.
Source: complementary cell suppression (Hundepool et al., « Statistical Disclosure Control », chapter 4).
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import NamedTuple

LEAST = 5


class Sum(NamedTuple):
    """Say that a count is the sum of others; counts are named."""

    total: str
    parts: tuple[str, ...]


def hide(counts: Mapping[str, int], sums: Iterable[Sum]) -> frozenset[str]:
    """Return the names of the counts to hide, small ones and those that would give them back."""
    sums = tuple(sums)
    hidden = {name for name, count in counts.items() if count < LEAST}
    while weak := _first_weak(counts, sums, hidden):
        shown = [name for name in (*weak.parts, weak.total) if name not in hidden]
        hidden.add(min(shown, key=lambda name: (name == weak.total, counts[name], name)))
    return frozenset(hidden)


def given_back(hidden: Iterable[str], sums: Iterable[Sum]) -> frozenset[str]:
    """Return the hidden counts that the sums give back exactly, whatever the counts are."""
    unknown = sorted(set(hidden))
    rows = [row for found in sums if any(row := [Fraction(_sign(found, name)) for name in unknown])]
    reduced = _reduce(rows)
    lonely = (row for row in reduced if sum(value != 0 for value in row) == 1)
    return frozenset(unknown[next(index for index, value in enumerate(row) if value)] for row in lonely)


def _first_weak(counts: Mapping[str, int], sums: tuple[Sum, ...], hidden: set[str]) -> Sum | None:
    """Return a sum that tells too much and still has something to hide, the most telling first, or None."""
    useful = [found for found in sums if not {found.total, *found.parts} <= hidden]
    known = given_back(hidden, sums)
    tests = (
        lambda found: len(hidden & {found.total, *found.parts}) == 1,
        lambda found: _little_left(counts, found, hidden),
        lambda found: bool(known & {found.total, *found.parts}),
    )
    return next((found for tells in tests for found in useful if tells(found)), None)


def _little_left(counts: Mapping[str, int], found: Sum, hidden: set[str]) -> bool:
    """Tell whether what is hidden under a total that is shown makes less than `LEAST` in all."""
    parts = [name for name in found.parts if name in hidden]
    return bool(parts) and found.total not in hidden and sum(counts[name] for name in parts) < LEAST


def _sign(found: Sum, name: str) -> int:
    return -1 if name == found.total else int(name in found.parts)


def _reduce(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """Return the reduced row echelon form (Gauss and Jordan)."""
    rows, done = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((index for index in range(done, len(rows)) if rows[index][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        head = rows[done][column]
        rows[done] = [value / head for value in rows[done]]
        for index, row in enumerate(rows):
            if index != done and row[column]:
                times = row[column]
                rows[index] = [value - times * base for value, base in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]
