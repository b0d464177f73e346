from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from plugins.bridge import units
from plugins.bridge.units import ready_units
from plugins.ledger.memory import Unit
from plugins.ledger.traces import WORDS
from plugins.resources import File, Resource, Site

asked: list[str] = []


def of_words(site: Site) -> Iterator[Resource]:
    asked.append(f"words of a site of {site.today.year}")
    yield File("/a.txt", b"a")


def of_titles(site: Site) -> Iterator[Resource]:
    asked.append(f"titles of {site.url}")
    yield File("/b.txt", b"b")


def that_fails(site: Site) -> Iterator[Resource]:
    asked.append("a failure")
    raise FileNotFoundError(site.url)


@pytest.fixture(autouse=True)
def _a_new_process(monkeypatch: pytest.MonkeyPatch) -> None:
    asked.clear()
    monkeypatch.setattr(units, "_compiled", set())


def _build(**reads: dict[str, str]) -> Any:
    kept = {f"{__name__}.{name}": Unit(read, ()) for name, read in reads.items()}
    return SimpleNamespace(keeper=SimpleNamespace(memory=SimpleNamespace(units=kept)))


SITE = Site(SimpleNamespace(), (), date(2026, 11, 22), "", production=False)


def test_a_section_that_reads_words_and_was_always_kept_is_made_ready_once() -> None:
    build = _build(of_words={WORDS: "", "site.today": "d"}, of_titles={"site.url": "u"})
    for _ in range(2):
        ready_units(build, [of_titles, of_words], SITE)
    assert asked == ["words of a site of 2026"]


def test_what_goes_wrong_is_left_to_the_build_that_needs_it() -> None:
    ready_units(_build(that_fails={WORDS: ""}, of_words={WORDS: ""}), [that_fails, of_words], SITE)
    assert asked == ["words of a site of 2026", "a failure"]


def test_a_section_that_no_build_has_written_is_left_to_the_next() -> None:
    ready_units(_build(), [of_words], SITE)
    assert asked == []
