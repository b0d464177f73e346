import os
from pathlib import Path

import pytest

from plugins.ledger import unchanged
from plugins.ledger.sights import note_site
from plugins.ledger.stamps import SLOWEST_CLOCK, scan
from plugins.ledger.unchanged import (
    NOTE,
    input_stamps,
    look,
    program_stamps,
    said_when_built,
    told_of,
    write_note,
)

DAY = (1000.0, 2000.0)
NOON = 1500.0


def _save(path: Path, words: str, age: int = 0) -> None:
    """Write a file as if it had been saved some time ago."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    then = path.stat().st_mtime_ns - age
    os.utime(path, ns=(then, then))


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project built a moment ago."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    for name in ("content/a.md", "data/b.yaml", "theme/c.css", "plugins/d.py", "faire", "requirements.txt"):
        _save(tmp_path / name, "1")
    _save(tmp_path / "output" / "index.html", "la page")
    _build(tmp_path)
    return tmp_path


def _build(root: Path) -> None:
    note_site(root / "output", scan(root / "output"))
    write_note(root, "construire", told_of(input_stamps(root)), DAY, "Site construit.")


def _said(root: Path, asked: str, now: float) -> str:
    return said_when_built(root, look(root, asked, now))


def test_what_was_said_is_said_again_while_nothing_changes(built: Path):
    assert _said(built, "construire", NOON) == "Site construit."


@pytest.mark.parametrize(
    "name",
    [
        "content/a.md",
        "data/b.yaml",
        "theme/c.css",
        "plugins/d.py",
        "faire",
        "requirements.txt",
        "output/index.html",
    ],
)
def test_a_file_that_changes_is_seen_even_with_the_same_size_and_in_the_same_moment(built: Path, name: str):
    before = (built / name).stat()
    (built / name).write_text("2" if name != "output/index.html" else "La page", "utf-8")
    if name != "output/index.html":
        os.utime(built / name, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert _said(built, "construire", NOON) == ""


@pytest.mark.parametrize("name", ["content/a.md", "output/index.html"])
def test_a_file_that_goes_is_seen(built: Path, name: str):
    (built / name).unlink()
    assert _said(built, "construire", NOON) == ""


@pytest.mark.parametrize("name", ["content/new.md", "output/stray.html", "publishconf.py"])
def test_a_file_that_comes_is_seen(built: Path, name: str):
    _save(built / name, "1")
    assert _said(built, "construire", NOON) == ""


def test_another_command_another_day_and_a_fixed_day_are_other_builds(
    built: Path, monkeypatch: pytest.MonkeyPatch
):
    assert _said(built, "construire --exemples", NOON) == ""
    assert _said(built, "construire", 999.0) == ""
    assert _said(built, "construire", 2000.0) == ""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1500")
    assert _said(built, "construire", NOON) == ""
    _build(built)
    assert _said(built, "construire", 99999.0) == "Site construit."


def test_a_file_saved_a_moment_before_the_build_is_compared_by_its_bytes(built: Path):
    noted = input_stamps(built)
    assert noted["content/a.md"][-1] != ""
    _save(built / "content" / "old.md", "1", age=10 * SLOWEST_CLOCK)
    assert input_stamps(built)["content/old.md"][-1] != "", (
        "it has just been put there, whatever its date says"
    )


@pytest.mark.parametrize(
    "words",
    ["", "{", "[]", "null", '{"asked": "construire"}', '{"asked": "construire", "epoch": null, "day": 1}'],
)
def test_a_damaged_note_is_no_answer(built: Path, words: str):
    (built / NOTE).write_text(words, "utf-8")
    assert _said(built, "construire", NOON) == ""


def test_what_programs_leave_beside_is_no_change(built: Path):
    _save(built / "content" / ".a.md.swp", "1")
    _save(built / "plugins" / "__pycache__" / "d.pyc", "1")
    assert _said(built, "construire", NOON) == "Site construit."


@pytest.mark.parametrize("name", ["content/b.md", "data/b.yaml"])
def test_the_site_is_not_looked_at_when_more_than_texts_has_changed(
    built: Path, name: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(unchanged, "is_still", pytest.fail)
    _save(built / name, "22")
    assert look(built, "construire", NOON) is None


def test_the_program_may_be_looked_at_before_the_rest(built: Path):
    program = program_stamps(built)
    assert sorted(program) == ["faire", "plugins/d.py", "requirements.txt"]
    _save(built / "plugins" / "d.py", "saved meanwhile")
    noted = input_stamps(built, program)
    assert noted["plugins/d.py"] == program["plugins/d.py"]
    assert sorted(noted.keys() - program.keys()) == ["content/a.md", "data/b.yaml", "theme/c.css"]
