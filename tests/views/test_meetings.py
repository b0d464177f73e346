from datetime import date

import pytest

from plugins.views.meetings import days_in_words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([], ""),
        (["2009-10-05"], "le 5 octobre 2009"),
        (["2009-10-12", "2009-10-05", "2009-10-05"], "les 5 et 12 octobre 2009"),
        (["2009-10-01", "2009-10-12", "2009-10-14"], "les 1er, 12 et 14 octobre 2009"),
        (["2009-10-15", "2009-11-19"], "le 15 octobre 2009 et le 19 novembre 2009"),
    ],
)
def test_the_month_is_said_once_when_days_share_it(days, words):
    assert days_in_words(map(date.fromisoformat, days)).replace("\u00a0", " ") == words
