from pathlib import Path

import pytest

from plugins.commands import constructing
from plugins.commands.building import BuildResult
from plugins.commands.clock import bounds
from plugins.commands.protocol import Built
from plugins.ledger.unchanged import look, said_when_built

GOOD = BuildResult(0, Built(3, 4, 0.1, "output", "2026-11-22"), (), (), 2.34)
BAD = BuildResult(1, None, (), ("une erreur",), 2.34)


@pytest.mark.parametrize(("examples", "asked"), [(False, "construire"), (True, "construire --exemples")])
def test_a_good_build_is_noted_for_its_command_and_its_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, examples: bool, asked: str
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(constructing, "build_with_progress", lambda *_, **__: GOOD)
    (tmp_path / "output").mkdir()
    assert constructing.construct(tmp_path, "construire", examples) == 0
    begins, ends = bounds(constructing.date(2026, 11, 22))
    assert said_when_built(tmp_path, look(tmp_path, asked, begins)).startswith(
        "Site construit : 3\u00a0pages en 2,3"
    )
    assert said_when_built(tmp_path, look(tmp_path, asked, ends)) == ""
    assert said_when_built(tmp_path, look(tmp_path, "apercu", begins)) == ""


def test_a_build_that_stops_is_not_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constructing, "build_with_progress", lambda *_, **__: BAD)
    assert constructing.construct(tmp_path, "apercu") == 1
    assert list((tmp_path / ".output-memoire").iterdir()) == []


def test_a_day_lasts_from_midnight_to_midnight_in_paris() -> None:
    begins, ends = bounds(constructing.date(2026, 3, 29))
    assert (begins, ends - begins) == (1774738800.0, 23 * 3600.0)
