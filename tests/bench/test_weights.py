"""The table of the weights: what it says of a page that a browser has opened, and of one that none has."""

from tests.bench.weights import Weight, as_markdown

HOME = Weight({"document": 5522, "stylesheet": 4929, "script": 1765, "image": 40_000}, 3, 0.0, 0.8149)
ATLAS = Weight({"document": 7139, "stylesheet": 4929})
ACRONYM = Weight({"document": 3478, "stylesheet": 4929}, 2, 0.0123, 1.2)


def test_the_heaviest_comes_first_with_its_budget_and_pictures_are_apart():
    table = as_markdown({"acronym": ACRONYM, "home": HOME}).replace("\u00a0", " ").replace("\u202f", " ")
    assert table.splitlines()[2:] == [
        "| `home` | 5 522 | 4 929 | 1 765 | 0 | **12 216** | 14 336 * | 40 000 | 3 | 0 | 0,81 s |",
        "| `acronym` | 3 478 | 4 929 | 0 | 0 | **8 407** | 10 240 | 0 | 2 | 0,012 | 1,2 s |",
    ]


def test_without_a_browser_the_bytes_are_told_all_the_same():
    line = as_markdown({"atlas": ATLAS}).splitlines()[2].replace("\u00a0", " ").replace("\u202f", " ")
    assert line.endswith("| **12 068** | 10 240 | 0 | – | – | – |")
