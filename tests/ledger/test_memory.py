import pickle
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.ledger.hashing import digest_of
from plugins.ledger.memory import (
    DamagedMemoryError,
    Memory,
    RenderedPage,
    Unit,
    Written,
    read_memory,
    write_memory,
)
from plugins.ledger.templates import Reading
from plugins.resources import Listing

MEMORY = Memory(
    base="b",
    files={"a/index.html": Written("k1", (12, 34, 56)), "a.css": Written("never", (1, 2, 3))},
    pages={"a/index.html": RenderedPage("page /a/", ("/b/", "#c"), frozenset({"c", "d"}))},
    listings={"a/index.html": Listing("/a/", "À", date(2026, 11, 22), True, "a"), "b": Listing("/b", "", None, False, "b")},
    units={"plugins.x": Unit({"catalog.events": "e"}, ("a/index.html", "b", "c.pdf"))},
    templates={"t": Reading(frozenset({"title"}), frozenset({"base.html"}), frozenset({"content"}), True, frozenset({"components/"}))},
    fingerprints={"/x": ((1, 2, 3, 4), "f")},
)  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "memoire" / "construction.json"
    write_memory(MEMORY, path)
    return path


def test_what_is_written_is_read_back(file: Path):
    assert read_memory(file) == MEMORY
    assert [path.name for path in file.parent.iterdir()] == ["construction.json"]


def test_how_a_page_of_no_section_is_listed_is_not_left(tmp_path: Path):
    one = Listing("/c/", "C", None, True, "c")
    write_memory(replace(MEMORY, listings={**MEMORY.listings, "c/index.html": one}), tmp_path / "m.json")
    assert read_memory(tmp_path / "m.json") == MEMORY


def test_nothing_was_left_before_the_first_build(tmp_path: Path):
    assert read_memory(tmp_path / "construction.json") is None


@pytest.mark.parametrize("length", [0, 1, 40, 60, 200, -1])
def test_a_torn_memory_is_refused_whole(file: Path, length: int):
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(DamagedMemoryError):
        read_memory(file)


def test_nothing_is_used_of_a_memory_with_one_wrong_byte_wherever_it_is(file: Path):
    sound = file.read_bytes()
    for place in range(len(sound)):
        file.write_bytes(sound[:place] + bytes([sound[place] ^ 1]) + sound[place + 1 :])
        with pytest.raises(DamagedMemoryError):
            read_memory(file)


class Trap:
    """Leave a mark when it is read by pickle."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return Path.touch, (self.mark,)


def test_a_pickle_put_in_its_place_never_runs(file: Path, tmp_path: Path):
    mark = tmp_path / "mark"
    trap = pickle.dumps(Trap(mark))
    for content in (trap, file.read_bytes().partition(b"\n")[0] + b"\n" + trap):
        file.write_bytes(content)
        with pytest.raises(DamagedMemoryError):
            read_memory(file)
    assert not mark.exists()


@pytest.mark.parametrize("payload", ["[]", "{}", "1", '{"base": 1, "files": {"a": []}}', "[" * 100_000])
def test_a_memory_that_says_something_else_is_refused(file: Path, payload: str):
    file.write_bytes(f"memoire-7 {digest_of(payload)}\n{payload}".encode())
    with pytest.raises(DamagedMemoryError):
        read_memory(file)


@pytest.mark.parametrize(
    ("head", "is_foreign"), [(b"memoire-12", True), (b"memoire-5", True), (b"memoire 7", False)]
)
def test_the_memory_of_another_version_is_refused_and_told_from_a_damaged_one(
    file: Path, head: bytes, is_foreign: bool
):
    file.write_bytes(file.read_bytes().replace(b"memoire-7", head, 1))
    with pytest.raises(DamagedMemoryError) as refused:
        read_memory(file)
    assert refused.value.is_foreign is is_foreign


def test_a_page_is_told_again_as_it_was_and_a_new_one_with_the_links_it_adds(file: Path, tmp_path: Path):
    memory = read_memory(file)
    new = RenderedPage("page /n/", ("/new/", "/b/"), frozenset({"n"}))
    memory.pages["n/index.html"] = new
    write_memory(memory, tmp_path / "next.json")
    again = read_memory(tmp_path / "next.json")
    assert again.pages == MEMORY.pages | {"n/index.html": new}
    assert again.pages["n/index.html"].table == ["/b/", "#c", "/new/"]


def test_links_that_no_page_has_any_more_go_when_they_are_many(file: Path, tmp_path: Path):
    memory = read_memory(file)
    memory.pages["n/index.html"] = RenderedPage("page /n/", tuple(f"/{n}/" for n in range(200)), frozenset())
    write_memory(memory, file)
    memory = read_memory(file)
    del memory.pages["n/index.html"]
    write_memory(memory, tmp_path / "next.json")
    again = read_memory(tmp_path / "next.json")
    assert again == MEMORY
    assert again.pages["a/index.html"].table == ["/b/", "#c"]
