from pathlib import Path

from plugins.association.accessibility import accessibility_pages
from plugins.catalog import load_catalog
from plugins.catalog.models.accessibility import NUMBERS, Check
from tests.association.samples import site
from tests.views.samples import agenda

ROOT = Path(__file__).parents[2]


def test_there_are_one_hundred_and_six_criteria():
    assert (len(NUMBERS), NUMBERS[0], NUMBERS[-1]) == (106, "1.1", "13.12")


def test_the_grid_says_where_each_criterion_stands_and_counts_them():
    catalog = load_catalog(ROOT)
    page, *_ = accessibility_pages(site(catalog))
    assert (
        tuple(criterion.number for theme in page.context["themes"] for criterion in theme.criteria) == NUMBERS
    )
    told = {fact.label: int(fact.value.split("\u00a0")[0]) for fact in page.context["facts"]}
    assert sum(told.values()) == 106
    assert list(told) == [check.label.capitalize() for check in Check]
    assert [theme.label for theme in page.context["themes"]][:2] == ["1. Images", "2. Cadres"]


def test_each_theme_has_its_page_which_leads_to_its_neighbours():
    summary, *pages = accessibility_pages(site(load_catalog(ROOT)))
    assert [page.address for page in pages] == [theme.address for theme in summary.context["themes"]]
    assert [page.address for page in pages][::12] == [
        "/accessibilite/grille/images/",
        "/accessibilite/grille/consultation/",
    ]
    first, second = pages[0].context, pages[1].context
    assert (first["before"], first["after"], second["before"]) == (None, second["theme"], first["theme"])
    assert pages[-1].context["after"] is None
    assert sum(len(page.context["theme"].criteria) for page in pages) == 106


def test_a_theme_says_how_many_of_its_criteria_stand_where():
    summary, *_ = accessibility_pages(site(load_catalog(ROOT)))
    frames = summary.context["themes"][1]
    assert (frames.anchor, frames.words) == ("theme-2", "2\u00a0critères (sans objet : 2)")


def test_without_a_grid_there_is_no_page():
    assert list(accessibility_pages(site(agenda()))) == []
