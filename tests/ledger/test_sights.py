from pathlib import Path

import pytest

from plugins.ledger import sights
from plugins.ledger.sights import (
    NOTE,
    RESERVE,
    SITE,
    digest_of_note,
    note_site,
    noted_site,
    turn_over,
    untouched_reserve,
)
from plugins.ledger.stamps import scan


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of two files, beside its memory."""
    (tmp_path / ".output-memoire").mkdir()
    (tmp_path / "output" / "a").mkdir(parents=True)
    for name in ("index.html", "a/index.html"):
        (tmp_path / "output" / name).write_text("une page", "utf-8")
    return tmp_path / "output"


def test_what_was_seen_is_known_again(site: Path):
    note_site(site, scan(site))
    assert noted_site(site).files == scan(site)
    assert sorted(noted_site(site).folders) == ["", "a"]


def test_a_note_of_a_former_site_is_good_no_more(site: Path):
    note = site.with_name(".output-memoire") / NOTE
    note.write_text("{}", "utf-8")
    note_site(site, scan(site))
    assert not note.exists()


def test_a_site_that_becomes_the_reserve_is_known_as_such_once(site: Path):
    note_site(site, scan(site))
    turn_over(site)
    assert untouched_reserve(site, site, {}).files == scan(site)
    with pytest.raises(FileNotFoundError):
        noted_site(site)
    turn_over(site)  # another site, which nobody has noted
    assert untouched_reserve(site, site, {}) is None


def test_without_room_on_the_disk_nothing_is_noted(site: Path, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise OSError

    note_site(site, scan(site))
    assert len(digest_of_note(site)) == 64
    monkeypatch.setattr(sights, "write_whole", refuse)
    note_site(site, scan(site))
    assert digest_of_note(site) == ""
    assert [path.name for path in site.with_name(".output-memoire").iterdir()] == []
    turn_over(site)
    assert [(site.with_name(".output-memoire") / name).exists() for name in (SITE, RESERVE)] == [False, False]
