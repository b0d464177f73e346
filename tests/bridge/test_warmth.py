from collections.abc import Iterator

import pytest

from plugins.bridge import warmth


@pytest.fixture(autouse=True)
def something_read(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(warmth, "_stays", [])
    warmth.recollection.readings["a.md"] = (b"a", None, None)
    yield
    warmth.recollection.forget()


def test_a_process_that_makes_one_build_lets_go_of_what_it_has_read():
    warmth.catalog_is_read()
    assert warmth.recollection.readings == {}


def test_a_process_that_stays_keeps_what_it_has_read():
    warmth.stay()
    warmth.catalog_is_read()
    assert list(warmth.recollection.readings) == ["a.md"]


def test_the_bytes_of_files_are_held_only_in_a_process_that_stays():
    silences, parts = object(), object()
    once = warmth.known_files(silences, parts)
    assert (once.is_held, once.silences, once.parts) == (False, silences, parts)
    warmth.stay()
    again = warmth.known_files(silences, parts)
    assert (again.is_held, again.readings is warmth.recollection.readings) == (True, True)
