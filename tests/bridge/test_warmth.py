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
