"""What a page costs before anything is done, beside its budget (tests/browser/budgets.py)."""

import gzip

import pytest

from tests.browser.budgets import HEAVIER, MOST, budget, sizes
from tests.browser.kinds import KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_weighs_no_more_than_its_budget(season, kind):
    found = sizes(season, season / KINDS[kind])
    assert found["stylesheet"], "no stylesheet seen"
    assert sum(found.values()) <= budget(kind)


def test_only_kinds_that_exist_are_let_weigh_more_and_each_says_why():
    assert HEAVIER.keys() <= KINDS.keys()
    assert [kind for kind, (most, why) in HEAVIER.items() if most <= MOST or len(why) < 20] == []


def test_the_bytes_of_a_page_are_those_of_all_that_it_asks_for(tmp_path):
    (tmp_path / "page.html").write_text(
        '<link rel="stylesheet" href="/a.css"><link rel="icon" href="c.svg"><script src="b.js" defer></script>',
        "utf-8",
    )
    (tmp_path / "a.css").write_text("p{margin:0}", "utf-8")
    (tmp_path / "b.js").write_text("var b = 1;", "utf-8")
    found = sizes(tmp_path, tmp_path / "page.html")
    assert found["stylesheet"] == len(gzip.compress(b"p{margin:0}", 9))
    assert found["script"] == len(gzip.compress(b"var b = 1;", 9))
