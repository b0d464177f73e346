from typing import Any

import pytest
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Author, Category, Tag

from plugins.bridge.rolls import Roll, call_the_rolls


def article(title: str) -> Article:
    return Article("", {"title": title, "slug": title}, settings=DEFAULT_CONFIG)


def test_a_roll_knows_its_own_articles_and_no_twin():
    first, second, twin = article("un"), article("deux"), article("un")
    roll = Roll([second, first])
    assert [first in roll, second in roll, twin in roll] == [True, True, False]
    assert roll == [second, first]


def test_a_page_of_a_roll_is_a_plain_list():
    roll = Roll([article("un"), article("deux")])
    assert type(roll[:1]) is list
    assert roll[:1] == [roll[0]]


@pytest.fixture
def generator() -> ArticlesGenerator:
    """Give a generator that has read three articles, not in the order of their dates."""
    first, second, third = article("un"), article("deux"), article("trois")
    generator = ArticlesGenerator.__new__(ArticlesGenerator)
    vars(generator).update(
        dates=[third, second, first],
        articles=[second, third, first],
        tags={Tag("livres", DEFAULT_CONFIG): [first, third], Tag("rien", DEFAULT_CONFIG): []},
        categories=[(Category("récits", DEFAULT_CONFIG), [second])],
        authors=[(Author("l’association", DEFAULT_CONFIG), [first, second])],
        context={},
        get_template=lambda name: name,
    )
    return generator


def _written(generator: ArticlesGenerator) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    writers = generator.generate_tags, generator.generate_categories, generator.generate_authors
    for write_lists in writers:
        write_lists(lambda *places, **named: told.append({"places": places, **named}))
    return told


def test_pelican_writes_the_same_lists_for_each_tag_category_and_author(generator: ArticlesGenerator):
    by_pelican_alone = _written(generator)
    before = dict(vars(generator))
    call_the_rolls(generator)
    assert _written(generator) == by_pelican_alone
    assert [[shown.title for shown in told["dates"]] for told in by_pelican_alone] == [
        ["trois", "un"],
        [],
        ["deux"],
        ["deux", "un"],
    ]
    assert {name: vars(generator)[name] for name in before} == before


def test_each_list_is_looked_through_among_its_own_articles(generator: ArticlesGenerator):
    met: list[list[str]] = []
    generator.generate_tags = lambda _write: met.append([shown.title for shown in generator.dates])
    call_the_rolls(generator)
    generator.generate_tags(print)
    assert met == [["trois", "un"], []]
