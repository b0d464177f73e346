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
    (page,) = accessibility_pages(site(catalog))
    assert (
        tuple(criterion.number for theme in page.context["themes"] for criterion in theme.criteria) == NUMBERS
    )
    told = {fact.label: int(fact.value.split("\u00a0")[0]) for fact in page.context["facts"]}
    assert sum(told.values()) == 106
    assert list(told) == [check.label.capitalize() for check in Check]
    assert [theme.label for theme in page.context["themes"]][:2] == ["1. Images", "2. Cadres"]


def test_without_a_grid_there_is_no_page():
    assert list(accessibility_pages(site(agenda()))) == []
