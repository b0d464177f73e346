import os
import sys
from pathlib import Path

import pytest

from plugins.catalog import bodies
from plugins.catalog.bodies import Bodies, UnreadBody, UnreadTexts
from plugins.catalog.models.post import Post
from plugins.ledger.digests import Digester


def post(body: str) -> Post:
    return Post.model_validate(
        {"slug": "2026-11-19-a", "titre": "A", "date": "2026-11-19", "rubrique": "B", "corps": body, "chemin": "a.md"}
    )  # fmt: skip


def test_each_body_is_read_again_from_its_place():
    kept = Bodies()
    texts = ["Été « à » Valence\n", "", "é\ud800", "x" * 10_000]
    places = [kept.put(text) for text in texts]
    assert [place.read() for place in reversed(places)] == list(reversed(texts))


def test_the_last_body_is_at_hand(monkeypatch: pytest.MonkeyPatch):
    kept = Bodies()
    first, second = kept.put("un"), kept.put("deux")
    asked: list[int] = []
    read = os.pread
    monkeypatch.setattr(bodies.os, "pread", lambda *given: asked.append(given[2]) or read(*given))
    assert [second.read(), first.read(), first.read(), second.read()] == ["deux", "un", "un", "deux"]
    assert asked == [0, 2]


def test_a_record_without_its_body_is_read_copied_and_digested_as_if_it_held_it():
    held, late = post("Bonjour à tous.\n"), post("Bonjour à tous.\n")
    late.let_body_go(Bodies())
    assert "body" not in vars(late)
    assert late.body == late.model_copy().body == held.body
    assert Digester().of(late) == Digester().of(held)
    assert Digester().of(late) != Digester().of(post("Bonsoir à tous.\n"))
    with pytest.raises(AttributeError):
        _ = late.bodies


def test_records_are_equal_when_their_bodies_are_wherever_these_are():
    held, late, other = post("Un."), post("Un."), post("Deux.")
    late.let_body_go(Bodies())
    other.let_body_go(Bodies())
    assert held == late == late.model_copy()
    assert late != other
    assert held != other
    assert hash(held) == hash(post("Un."))


def test_a_body_stays_with_its_record_where_there_is_no_room(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(bodies.os, "pwrite", lambda _file, content, _start: len(content) - 1)
    record = post("Bonjour.\n")
    with pytest.raises(OSError, match="0"):
        record.let_body_go(Bodies())
    assert record.body == vars(record)["body"] == "Bonjour.\n"


def test_the_digest_of_a_body_is_its_own_wherever_it_is():
    held, late = post("Un."), post("Un.")
    late.let_body_go(Bodies())
    unread = post("Un.")
    unread.leave_body(UnreadBody(UnreadTexts(Path(), sys.exit), "a.md", "", 0, held.body_digest))
    copies = [record.model_copy(update={"body": "Deux."}) for record in (held, late, unread)]
    assert {record.body_digest for record in (held, late, unread)} == {held.body_digest}
    assert {record.body_digest for record in copies} == {post("Deux.").body_digest}
    assert held.body_digest != post("Deux.").body_digest
