"""Tell at once whether an article is in the list of a tag: Pelican asks it of every article, tag after tag.

`ArticlesGenerator.generate_tags` and `generate_categories` look for all the articles of the site in each of these
lists: a list that is gone through each time makes ten times as many posts cost a hundred times as much.
"""

from collections.abc import Iterable

from pelican.contents import Article
from pelican.generators import ArticlesGenerator


class Roll(list[Article]):
    """Hold articles that do not change any more, and know them by what they are, as a list of them does."""

    def __init__(self, articles: Iterable[Article]) -> None:
        super().__init__(articles)
        self._members = frozenset(map(id, self))

    def __contains__(self, article: object) -> bool:
        return id(article) in self._members


def call_the_rolls(generator: ArticlesGenerator) -> None:
    """Give the lists of a generator that has read everything what knows their articles."""
    generator.tags = {tag: Roll(articles) for tag, articles in generator.tags.items()}
    generator.categories = [(category, Roll(articles)) for category, articles in generator.categories]
