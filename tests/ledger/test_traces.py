from dataclasses import dataclass
from typing import Any

import pytest

from plugins.ledger.digests import Digester
from plugins.ledger.traces import Sources


@dataclass(frozen=True)
class Card:
    title: str


class Watched(Digester):
    """Note each group that is gone through."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Any] = []

    def encode(self, value: Any) -> bytes:
        if isinstance(value, tuple | dict):
            self.asked.append(value)
        return super().encode(value)


def _sources(digester: Digester, value: Any, before: Sources | None = None) -> Sources:
    digester.turn()
    sources = Sources(digester, {})
    if before:
        sources.recall(before)
    sources.give("site", {"news": value})
    return sources


def test_a_group_of_the_very_same_members_is_not_gone_through_again():
    digester, cards = Watched(), (Card("a"), Card("b"))
    for first, second in ((cards, (cards[0], cards[1])), ({"a": cards[0]}, {"a": cards[0]})):
        before = _sources(digester, first)
        digest = before.digest("site.news")
        digester.asked.clear()
        again = _sources(digester, second, before)
        assert again.digest("site.news") == digest
        assert digester.asked == []
        assert _sources(digester, second, again).digest("site.news") == digest


@pytest.mark.parametrize(
    "other", [(Card("a"), Card("c")), (Card("a"),), (Card("b"), Card("a")), (), {"a": Card("a")}]
)
def test_a_group_of_other_members_has_another_digest(other: Any):
    digester = Digester()
    before = _sources(digester, (Card("a"), Card("b")))
    before.digest("site.news")
    assert _sources(digester, other, before).digest("site.news") == _sources(Digester(), other).digest(
        "site.news"
    )


def test_members_that_may_change_unseen_are_looked_at_each_time():
    digester, words = Digester(), ["a"]
    before = _sources(digester, (words,))
    first = before.digest("site.news")
    words.append("b")
    assert _sources(digester, (words,), before).digest("site.news") != first
