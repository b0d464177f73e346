"""The posts of each year and of each month: Pelican looks for every post in the list of each of them.

It also reads their template when there is none to write.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from pelican.contents import Article
from pelican.generators import ArticlesGenerator

Archives = dict[str, list[dict[str, Any]]]


def sort_at_once(generator: ArticlesGenerator) -> None:
    """Have the posts of each year and month found in one go, and their pages written when there are some."""
    generator._build_period_archives = partial(_archives, generator._build_period_archives)
    generator.generate_period_archives = partial(_write, generator, generator.generate_period_archives)


def _write(generator: ArticlesGenerator, generate: Callable[[Any], None], write: Any) -> None:
    if generator.period_archives:
        generate(write)


def _archives(
    build: Callable[..., Archives], dates: Sequence[Article], articles: Sequence[Article], settings: Any
) -> Archives:
    """Return the archives that Pelican builds: it is given no post to look for, and each then joins its own."""
    archives = build(dates, (), settings)
    for periods in archives.values():
        lists = {id(article): period["articles"] for period in periods for article in period["dates"]}
        for article in articles:
            lists[id(article)].append(article)
    return archives
