from types import SimpleNamespace

import pytest
from pelican.generators import ArticlesGenerator
from pelican.utils import SafeDatetime

from plugins.bridge.periods import sort_at_once

SETTINGS = {
    **{f"{period}_ARCHIVE_SAVE_AS": "{date:%Y-%m}.html" for period in ("YEAR", "MONTH")},
    **{f"{period}_ARCHIVE_URL": "{date:%Y-%m}" for period in ("YEAR", "MONTH", "DAY")},
    "DAY_ARCHIVE_SAVE_AS": "",
}


def test_the_archives_are_those_of_pelican():
    days = (f"20{year}-{month}-0{day}" for year in (25, 26) for month in (10, 11) for day in (3, 1, 2))
    posts = [SimpleNamespace(date=SafeDatetime.fromisoformat(day)) for day in days]
    dates = sorted(posts, key=lambda post: post.date)
    generator = ArticlesGenerator.__new__(ArticlesGenerator)
    told = generator._build_period_archives(dates, posts, SETTINGS)
    sort_at_once(generator)
    assert generator._build_period_archives(dates, posts, SETTINGS) == told
    assert [len(told[period]) for period in ("year", "month")] == [2, 4]
    assert told["month"][0]["articles"] == posts[:3]


@pytest.mark.parametrize("periods", [{}, {"year": [{"period": (2026,)}]}])
def test_the_template_of_archives_is_read_when_there_are_some_to_write(periods: dict[str, object]):
    asked: list[str] = []
    generator = ArticlesGenerator.__new__(ArticlesGenerator)
    generator.period_archives = periods
    generator.generate_period_archives = asked.append
    sort_at_once(generator)
    generator.generate_period_archives("write")
    assert asked == (["write"] if periods else [])
