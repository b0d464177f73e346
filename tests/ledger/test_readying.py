import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.ledger import readying
from plugins.ledger.readying import make_ready
from plugins.ledger.sights import RESERVE, digest_of_note, note_site, noted_site, untouched_reserve
from plugins.ledger.stamps import known_folders, scan

ROOT = Path(__file__).parents[2]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a site of three files, noted once in place."""
    for name in ("index.html", "a/index.html", "a/b/index.html"):
        (tmp_path / "output" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "output" / name).write_text(name, "utf-8")
    note_site(tmp_path / "output", scan(tmp_path / "output"))
    return tmp_path / "output"


def said_of(site: Path) -> list[str]:
    said: list[str] = []
    make_ready(site, said.append)
    return said


def test_the_reserve_holds_the_very_files_of_the_site_and_is_known_as_it_is(site: Path):
    reserve = site.with_name(".output-reserve")
    note, folders = said_of(site)
    assert scan(reserve) == scan(site)
    assert note == digest_of_note(site)
    assert json.loads(folders) == known_folders(reserve, scan(site))
    assert untouched_reserve(site, reserve, {}) == (scan(site), json.loads(folders))


def test_a_reserve_of_before_receives_what_it_lacks_and_loses_what_has_gone(site: Path):
    reserve = site.with_name(".output-reserve")
    said_of(site)
    (site / "a/b/index.html").unlink()
    (site / "a/b").rmdir()
    (site / "index.html").write_text("une autre page", "utf-8")
    note_site(site, scan(site))
    note, folders = said_of(site)
    assert scan(reserve) == scan(site)
    assert sorted(json.loads(folders)) == ["", "a"]
    assert note == digest_of_note(site)


def test_nothing_is_said_of_a_site_that_is_not_as_it_was_noted(site: Path):
    (site / "a/index.html").write_text("retouché à la main", "utf-8")
    assert said_of(site) == []
    assert not site.with_name(".output-reserve").exists()


def test_a_reserve_that_is_not_whole_is_not_known(site: Path, monkeypatch: pytest.MonkeyPatch):
    def no_links(*_: object, **__: object) -> None:
        raise PermissionError

    said_of(site)
    (site.with_name(".output-reserve") / "index.html").unlink()
    monkeypatch.setattr(os, "link", no_links)
    said: list[str] = []
    with pytest.raises(PermissionError):
        make_ready(site, said.append)
    assert said == [digest_of_note(site)]
    assert not (site.with_name(".output-memoire") / RESERVE).exists()


def test_it_runs_alone_and_says_nothing_where_there_is_no_site(site: Path):
    line = [sys.executable, "-S", "-m", readying.__name__]
    told = subprocess.run([*line, str(site)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split("\n")[0] == digest_of_note(site)
    assert noted_site(site).files == scan(site.with_name(".output-reserve"))
    none = subprocess.run([*line, str(site / "none")], cwd=ROOT, capture_output=True, text=True, check=True)
    assert (none.stdout, none.stderr) == ("", "")
