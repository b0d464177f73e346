from datetime import date

import pytest

from plugins.views.freshness import post_age

WRITTEN = date(2024, 2, 29)


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2025, 2, 28), ""),
        (date(2025, 3, 1), "Cet article a un an"),
        (date(2026, 2, 28), "Cet article a un an"),
        (date(2026, 3, 1), "Cet article a 2\u00a0ans"),
        (date(2034, 3, 1), "Cet article a 10\u00a0ans"),
        (date(2024, 1, 1), ""),
    ],
)
def test_a_post_says_its_age_from_its_first_birthday_on(today, said):
    assert post_age(WRITTEN, today) == said
