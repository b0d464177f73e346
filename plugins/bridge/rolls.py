"""Write the lists of tags, categories and authors in the time of what they hold.

For each of them `ArticlesGenerator.generate_tags`, `generate_categories` and `generate_authors` look at every article of the site, and for
each of these through the whole list: ten times as many posts would cost a hundred times as much. Here Pelican writes one
list at a time, looking only among the articles of that one.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from pelican.contents import Article
from pelican.generators import ArticlesGenerator

Write = Callable[..., object]


class Roll(list[Article]):
    """Hold articles that do not change any more, and know them by what they are, as a list of them does."""

    def __init__(self, articles: Iterable[Article]) -> None:
        super().__init__(articles)
        self._members = frozenset(map(id, self))

    def __contains__(self, article: object) -> bool:
        return id(article) in self._members


def call_the_rolls(generator: ArticlesGenerator) -> None:
    """Have a generator that has read everything write one list after another."""
    places = {id(article): place for place, article in enumerate(generator.dates)}
    generator.generate_tags = partial(_write_tags, generator, generator.generate_tags, places)
    generator.generate_categories = partial(
        _write_pairs, "categories", generator, generator.generate_categories, places
    )
    generator.generate_authors = partial(
        _write_pairs, "authors", generator, generator.generate_authors, places
    )


def _write_tags(
    generator: ArticlesGenerator, generate: Callable[[Write], None], places: dict[int, int], write: Write
) -> None:
    for tag, articles in list(generator.tags.items()):
        roll = Roll(articles)
        with _alone(generator, places, roll, tags={tag: roll}):
            generate(write)


def _write_pairs(
    name: str,
    generator: ArticlesGenerator,
    generate: Callable[[Write], None],
    places: dict[int, int],
    write: Write,
) -> None:
    """Write the lists that an attribute of the generator pairs with what they are about."""
    for about, articles in list(getattr(generator, name)):
        roll = Roll(articles)
        with _alone(generator, places, roll, **{name: [(about, roll)]}):
            generate(write)


@contextmanager
def _alone(
    generator: ArticlesGenerator, places: dict[int, int], articles: Roll, **lists: Any
) -> Iterator[None]:
    """Show a generator one list, and as the articles of the site by date those of that list."""
    own = {"dates": sorted(articles, key=lambda article: places[id(article)]), **lists}
    whole = {name: vars(generator)[name] for name in own}
    vars(generator).update(own)
    try:
        yield
    finally:
        vars(generator).update(whole)
