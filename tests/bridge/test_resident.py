import sys
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from plugins.bridge import resident

SITE = SimpleNamespace(settings={})


def _fault(*_: object) -> bool:
    raise RuntimeError


@pytest.mark.parametrize("ends", [lambda *_: sys.exit(1), _fault])
def test_a_saved_text_that_stops_the_build_ends_it_and_not_the_process(
    monkeypatch: pytest.MonkeyPatch, ends: Callable[..., bool]
) -> None:
    monkeypatch.setattr(resident, "touch_up_saved", ends)
    assert resident.answer(SITE, ("content/a.md",), {}) == 1


def test_a_program_that_has_changed_asks_for_another_process_even_when_a_text_is_shown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resident, "touch_up_saved", lambda *_: True)
    assert resident.answer(SITE, ("content/a.md",), {"plugins/gone.py": (1, 1, 1)}) == resident.STALE
