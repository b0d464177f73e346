from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.bridge import looking
from plugins.bridge.looking import Site, Standing, marks_of, ready_reserve
from plugins.bridge.warmth import last_build
from plugins.ledger import generations
from plugins.ledger.stamps import scan
from plugins.ledger.turn import take_turn


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """Give a site that the last build of this process has put in place, and that was looked at."""
    folder = tmp_path / "output"
    for name in ("a/index.html", "b/index.html"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(name)
    last_build[:] = [Standing(SimpleNamespace(destination=folder), {}, Site(scan(folder), marks_of(folder)))]
    yield folder
    last_build.clear()


def test_the_reserve_is_ready_before_the_first_edit_and_the_site_is_still_known(site: Path):
    ready_reserve()
    standing = last_build[0]
    assert standing.reserve == scan(site.with_name(".output-reserve")) == scan(site)
    assert standing.site == Site(scan(site), marks_of(site))


@pytest.mark.usefixtures("site")
def test_a_reserve_that_is_known_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch):
    ready_reserve()
    monkeypatch.setattr(looking, "mirror", lambda *_: pytest.fail("it is known"))
    ready_reserve()


def test_the_reserve_is_left_alone_while_another_build_has_its_turn(site: Path):
    with take_turn(site):
        ready_reserve()
    assert last_build[0].reserve is None
    assert not site.with_name(".output-reserve").exists()


@pytest.mark.usefixtures("site")
def test_without_links_nothing_is_said_to_be_ready(monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(generations.os, "link", no_links)
    ready_reserve()
    assert last_build[0].reserve is None
