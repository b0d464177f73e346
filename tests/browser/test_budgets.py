"""What a page costs before anything is done: its HTML, its styles and its scripts, compressed as they are sent.

`HEAVIER` is what is known to pass the ten thousand bytes aimed at: none may grow, and none may join them unseen.
"""

import gzip
import re
from functools import cache
from pathlib import Path

import pytest

from tests.browser.kinds import KINDS

MOST = 10_240  # bytes, gzip: 10 kB
HEAVIER = {
    "article": 10_500,
    "accessibility-grid": 12_000,  # a hundred and six criteria
    "atlas": 12_800,  # a map drawn in the page
    "commune": 12_400,
    "event": 11_900,
    "events": 14_336,  # a list of outings: 14 kB, one round trip
    "home": 14_336,
    "patterns": 21_000,  # every component of the theme
    "search": 12_200,
    "series-list": 11_200,
    "subscribe": 12_600,
}
ASKED = re.compile(r'<link rel="stylesheet" href="([^"]+)"|<script src="([^"]+)"')


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_weighs_no_more_than_its_budget(season, kind):
    assert weight(season / KINDS[kind]) <= HEAVIER.get(kind, MOST)


def test_only_kinds_that_exist_are_let_weigh_more():
    assert HEAVIER.keys() <= KINDS.keys()


def weight(page: Path) -> int:
    """Return the compressed bytes of a page opened by double-click, of its styles and of its scripts."""
    found = [first or second for first, second in ASKED.findall(page.read_text("utf-8"))]
    assert found, "no stylesheet seen"
    return _compressed(page) + sum(_compressed((page.parent / address).resolve()) for address in found)


@cache
def _compressed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))
