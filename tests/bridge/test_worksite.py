import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.bridge import worksite
from plugins.bridge.worksite import Worksite
from plugins.ledger.sights import digest_of_note, note_site
from plugins.ledger.stamps import known_folders, scan
from plugins.ledger.turn import take_turn

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the other process has the turn too: POSIX")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a site that has been noted, on a computer of two cores where every site is worth another process."""
    for name in ("index.html", "a/index.html"):
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text(name, "utf-8")
    note_site(tmp_path / "output", scan(tmp_path / "output"))
    monkeypatch.setattr(worksite, "hands", lambda: 2)
    monkeypatch.setattr(worksite, "LEAST", 0)
    monkeypatch.setattr(worksite, "LEAST_TO_LINK", 0)
    return tmp_path / "output"


def test_another_process_tells_that_the_site_is_as_noted_and_makes_the_reserve_ready(site: Path):
    at, files = Worksite(site, looks_meanwhile=True), scan(site)
    note = digest_of_note(site)
    assert at.is_as_noted(note)
    assert not at.is_as_noted("the digest of another note")
    assert at.ready_reserve("the digest of another note", files) is None
    reserve = site.with_name(".output-reserve")
    assert at.ready_reserve(note, files) == (files, known_folders(reserve, files))
    assert scan(reserve) == files
    at.leave()


def test_nothing_is_known_of_a_site_that_has_been_touched(site: Path):
    note = digest_of_note(site)
    (site / "index.html").write_text("retouché à la main", "utf-8")
    at = Worksite(site, looks_meanwhile=True)
    assert (at.is_as_noted(note), at.ready_reserve(note, scan(site))) == (False, None)
    at.leave()


def test_nor_by_who_does_not_look_nor_on_one_core_nor_of_a_small_site(
    site: Path, monkeypatch: pytest.MonkeyPatch
):
    note = digest_of_note(site)
    alone = [Worksite(site)]
    alone.pop().leave()
    for name, value in (("hands", lambda: 1), ("LEAST_TO_LINK", 1_000_000)):
        with monkeypatch.context() as patched:
            patched.setattr(worksite, name, value)
            at = Worksite(site, looks_meanwhile=True)
            assert (at.is_as_noted(note), at.ready_reserve(note, scan(site))) == (False, None)
            at.leave()
    assert not site.with_name(".output-reserve").exists()


def test_a_small_site_is_looked_at_as_long_as_it_has_no_reserve(site: Path, monkeypatch: pytest.MonkeyPatch):
    note, told = digest_of_note(site), []
    monkeypatch.setattr(worksite, "LEAST", 1_000_000)
    for _ in range(2):
        at = Worksite(site, looks_meanwhile=True)
        told.append((at.is_as_noted(note), at.ready_reserve(note, scan(site)) is not None))
        at.leave()
    assert told == [(True, True), (False, False)]


def test_the_turn_ends_with_the_work_of_both(site: Path):
    at = Worksite(site, looks_meanwhile=True)
    with pytest.raises(OSError, match=r".*"):
        take_turn(site, wait=False)
    at.leave()
    take_turn(site, wait=False).close()


def test_the_site_that_a_cut_build_left_aside_is_put_back(tmp_path: Path):
    (tmp_path / ".output-ancien").mkdir()
    (tmp_path / ".output-ancien" / "index.html").write_text("le bon site", "utf-8")
    Worksite(tmp_path / "output").leave()
    assert (tmp_path / "output" / "index.html").read_text("utf-8") == "le bon site"
