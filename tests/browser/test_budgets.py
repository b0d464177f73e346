"""What a page costs before anything is done, beside its budget (tests/browser/budgets.py)."""

import gzip
import hashlib

import pytest

from tests.browser.budgets import AROUND, IN_ONE_ROUND_TRIP, MOST, budget, sizes, too_heavy
from tests.browser.kinds import KINDS

LONG = " ".join(hashlib.sha256(str(number).encode()).hexdigest() for number in range(500))
"""Words that hardly compress: about eighteen thousand bytes."""


@pytest.fixture(scope="module")
def heavy(season):
    """Give the pages that are too heavy, whatever their kind, with their weight."""
    return dict(too_heavy(season))


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_weighs_no_more_than_its_budget(season, heavy, kind):
    found = sizes(season, season / KINDS[kind])
    assert found["stylesheet"], "no stylesheet seen"
    assert KINDS[kind] not in heavy
    assert kind == "article" or sum(found.values()) <= budget(kind)  # an author may write at length


@pytest.mark.parametrize("site", ["season", "real"])
def test_no_page_at_all_weighs_more_than_it_may(site, request):
    folder = request.getfixturevalue(site)
    assert len([*folder.rglob("*.html")]) > 1500
    assert dict(too_heavy(folder)) == {}


def test_two_kinds_that_exist_are_let_weigh_more_and_each_says_why():
    assert IN_ONE_ROUND_TRIP.keys() == {"events", "home"}
    assert IN_ONE_ROUND_TRIP.keys() <= KINDS.keys()
    assert min(map(len, IN_ONE_ROUND_TRIP.values())) > 20


@pytest.fixture
def written(tmp_path):
    """Give a function that writes a page and says whether it is too heavy."""

    def is_too_heavy(path, page):
        (tmp_path / path).parent.mkdir(parents=True)
        (tmp_path / path).write_text(page, "utf-8")
        return [found for found, _ in too_heavy(tmp_path)] == [path]

    return is_too_heavy


@pytest.mark.parametrize(
    "path",
    [
        "lieux/un-lieu/index.html",
        "sorties/2026/11/29-un-bal/index.html",
        "sorties/abonnement/index.html",
        "actualites/rubrique/sorties/index.html",
        "communes/valence/lieux/index.html",
    ],
)
def test_a_page_past_its_budget_is_seen_wherever_it_is(written, path):
    assert written(path, f"<p>{LONG[:24_000]}</p>")


@pytest.mark.parametrize("path", ["sorties/2026/11/index.html", "sorties/a/valence/index.html"])
def test_a_list_of_outings_may_weigh_a_round_trip_and_no_more(written, path):
    page = f"<p>{LONG[:22_000]}</p>"
    assert MOST < len(gzip.compress(page.encode(), 9)) < 14_336
    assert not written(path, page)


@pytest.mark.parametrize(
    "path",
    ["actualites/2026/11/un-long-billet/index.html", "accessibilite/index.html", "tutoriels/un/index.html"],
)
def test_an_author_may_write_at_length(written, path):
    assert not written(path, f'<html><body><div class="prose e-content"><p>{LONG}</p></div></body></html>')


def test_what_stands_around_a_long_text_is_held_to_its_own_budget(written):
    around = LONG[:18_000]
    assert len(gzip.compress(around.encode(), 9)) > AROUND
    text = f'<html><body><p>{around}</p><div class="prose">{LONG}</div></body></html>'
    assert written("actualites/2026/11/un-long-billet/index.html", text)


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
