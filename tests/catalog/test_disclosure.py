import random
from itertools import product

import pytest

from plugins.catalog.disclosure import LEAST, Sum, given_back, hide

ROWS, COLUMNS = ("sept", "oct"), ("venues", "absentes")
SUMS = (
    *(Sum(f"{row}-reservees", tuple(f"{row}-{name}" for name in COLUMNS)) for row in (*ROWS, "total")),
    *(Sum(f"total-{name}", tuple(f"{row}-{name}" for row in ROWS)) for name in (*COLUMNS, "reservees")),
)


def _table(*cells: int) -> dict[str, int]:
    """Fill a table with who came and who did not, month by month, and add its sums."""
    counts = dict(zip((f"{row}-{name}" for row in ROWS for name in COLUMNS), cells, strict=True))
    for name in COLUMNS:
        counts[f"total-{name}"] = sum(counts[f"{row}-{name}"] for row in ROWS)
    for row in (*ROWS, "total"):
        counts[f"{row}-reservees"] = counts[f"{row}-venues"] + counts[f"{row}-absentes"]
    return counts


def _possible(counts: dict[str, int], hidden: frozenset[str]) -> list[dict[str, int]]:
    """List every table of non-negative counts that shows the same: what a patient reader would find."""
    most = max(counts.values()) + LEAST
    free = [
        name for name in counts if name in hidden and not name.startswith("total") and "reservees" not in name
    ]
    fixed = {name: count for name, count in counts.items() if name not in hidden}
    ranges = [range(min(most, counts[name] + LEAST) + 1) for name in free]
    found = []
    for values in product(*ranges):
        cells = counts | dict(zip(free, values, strict=True))
        table = _table(*(cells[f"{row}-{name}"] for row in ROWS for name in COLUMNS))
        if all(table[name] == count for name, count in fixed.items()):
            found.append(table)
    return found


def test_a_count_under_five_is_hidden_and_five_is_shown() -> None:
    assert hide({"a": 4, "b": 5}, ()) == {"a"}


def test_one_hidden_count_would_be_the_total_less_the_others() -> None:
    counts = {"a": 3, "b": 8, "c": 20, "total": 31}
    sums = (Sum("total", ("a", "b", "c")),)
    assert given_back({"a"}, sums) == {"a"}
    assert hide(counts, sums) == {"a", "b"}


def test_two_hidden_counts_that_make_less_than_five_are_not_enough() -> None:
    counts = {"a": 1, "b": 2, "c": 9, "total": 12}
    assert hide(counts, (Sum("total", ("a", "b", "c")),)) == {"a", "b", "c"}


def test_when_only_the_total_is_left_it_is_hidden() -> None:
    assert hide({"a": 3, "total": 3}, (Sum("total", ("a",)),)) == {"a", "total"}
    assert hide({"a": 1, "b": 5, "total": 6}, (Sum("total", ("a", "b")),)) == {"a", "b"}


def test_what_has_no_small_count_is_shown_whole() -> None:
    assert hide(_table(10, 5, 20, 6), SUMS) == frozenset()


@pytest.mark.parametrize("seed", range(25))
def test_no_reader_however_patient_finds_a_hidden_count(seed: int) -> None:
    drawn = random.Random(seed)  # noqa: S311  # a table drawn for a test keeps no secret
    counts = _table(*(drawn.choice((0, 1, 2, 3, 5, 6, 7)) for _ in range(4)))
    hidden = hide(counts, SUMS)
    assert {name for name, count in counts.items() if count < LEAST} <= hidden
    tables = _possible(counts, hidden)
    sure = {name for name in hidden if len({table[name] for table in tables}) == 1}
    assert sure == set(), (counts, sorted(hidden))
