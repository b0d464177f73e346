from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.bridge import writer
from plugins.bridge.writer import SiteWriter


class Build(SimpleNamespace):
    """Keep what is made from what `before` tells, and note who writes what."""

    def __init__(self, aside: Path, before: dict[str, str]) -> None:
        claims: dict[str, str] = {}
        keeper = SimpleNamespace(keeps=lambda path, key: before.get(path) == key)
        super().__init__(aside=aside, folders=set(), keeper=keeper, claims=claims, claim=claims.__setitem__)


@pytest.mark.parametrize(("before", "made"), [({}, 1), ({"a.css": "key"}, 0), ({"a.css": "other"}, 1)])
def test_a_file_is_made_only_when_what_it_is_made_from_has_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, str], made: int
):
    build = Build(tmp_path, before)
    monkeypatch.setattr(writer, "current", lambda: build)
    makes: list[bytes] = []
    SiteWriter(str(tmp_path), settings={}).write_made("a.css", "key", lambda: makes.append(b"p{}") or b"p{}")
    assert len(makes) == made
    assert (tmp_path / "a.css").exists() == bool(made)
    assert build.claims == {"a.css": "fichier /a.css"}
