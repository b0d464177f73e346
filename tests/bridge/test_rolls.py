from types import SimpleNamespace

from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.settings import DEFAULT_CONFIG
from pelican.urlwrappers import Category, Tag

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


def test_pelican_writes_the_same_lists_for_each_tag_and_each_category():
    first, second, third = article("un"), article("deux"), article("trois")
    told = []
    generator = SimpleNamespace(
        dates=[third, second, first],
        articles=[third, second, first],
        tags={Tag("livres", DEFAULT_CONFIG): [first, third]},
        categories=[(Category("récits", DEFAULT_CONFIG), [second])],
        context={},
        get_template=lambda name: name,
    )
    call_the_rolls(generator)
    for write_lists in (ArticlesGenerator.generate_tags, ArticlesGenerator.generate_categories):
        write_lists(
            generator,
            lambda *_, articles, dates, template_name, **__: told.append((template_name, dates, articles)),
        )
    assert told == [("tag", [third, first], [first, third]), ("category", [second], [second])]
