from collections import namedtuple
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from sys import intern
from typing import Any

import pytest
from markupsafe import Markup

from plugins.catalog.models.post import Category
from plugins.ledger.digests import Digester, UnknownValueError
from plugins.ledger.hashing import digest_of


class Colour(Enum):
    RED = 1
    BLUE = 2


@dataclass(frozen=True)
class Card:
    title: str
    hidden: str = field(default="", repr=False, compare=False)


@dataclass(frozen=True)
class OtherCard:
    title: str
    hidden: str = ""


Pair = namedtuple("Pair", "a b")

DIFFERENT = (
    None, False, True, 0, 1, 1.0, "", "1", b"1", Markup("1"), (), [1], (1,), ((1,),), ("1", "2"), ("12",), ("1", "2", ""),
    {}, {"a": 1}, {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": {"b": 1}}, frozenset({1, 2}), frozenset({12}),
    date(2026, 11, 22), datetime(2026, 11, 22, tzinfo=UTC), "2026-11-22", timedelta(1), Colour.RED, Colour.BLUE, Colour,
    Card("a"), Card("b"), Card("a", "b"), OtherCard("a"), Pair(1, 2), (1, 2), digest_of, Category(slug="a", nom="A", description="x"),
    Category(slug="a", nom="A", description="y"),
)  # fmt: skip


def test_two_values_that_differ_have_two_digests():
    digests = [Digester().of(value) for value in DIFFERENT]
    shared = {
        str(value) for value, digest in zip(DIFFERENT, digests, strict=True) if digests.count(digest) > 1
    }
    assert shared == set()


def test_equal_values_have_one_digest_whichever_objects_hold_them():
    title = "".join(["un ", "titre"])
    shared = Card(title)
    assert Digester().of([shared, shared]) == Digester().of([Card("un titre"), Card("un " + "titre")])
    assert Digester().of(frozenset({"a", "b"})) == Digester().of(frozenset({"b", "a"}))


def test_plain_values_have_one_digest_whether_their_texts_are_interned_or_shared():
    known, made = intern("une salle"), "".join(["une ", "salle"])
    assert Digester().of({"a": [known, known]}) == Digester().of({"a": [made, "".join(["une ", "salle"])]})


def test_a_digest_is_the_same_in_every_process():
    assert Digester().of((1, "a", date(2026, 11, 22), {"b": frozenset({"c"})})) == (
        "8e724f5d5dab24feb11c2a4a48b017e8"
    )


@pytest.mark.parametrize(
    "value", [object(), lambda: 1, iter(()), (object(),), {"a": object()}, Card(object())]
)
def test_what_cannot_be_told_is_refused(value: Any):
    with pytest.raises(UnknownValueError):
        Digester().of(value)


def test_a_frozen_value_is_looked_at_once_and_again_once_it_is_gone():
    class Counted:
        looked = 0

        def __call__(self, thing: Any) -> str:
            self.looked += 1
            return thing.name

    class Thing:
        name = "a"

    counted = Counted()
    digester = Digester({Thing: counted})
    thing = Thing()
    for _ in range(3):
        digester.of([thing, thing])
        digester.turn()
    assert counted.looked == 1
    digester.turn()
    digester.of(thing)
    assert counted.looked == 2


def test_a_digest_that_was_found_once_stands_for_an_equal_value():
    first, second = Digester(), Digester()
    card, equal = Card("a", 1), Card("a", 1)
    assert first.known_digest(card) is None
    told = first.of([card])
    second.know(equal, first.known_digest(card))
    second.know(card, "00" * 16)
    assert second.of([equal]) == told != second.of([card])
    with pytest.raises(ValueError, match="hex"):
        second.know(card, "none")
