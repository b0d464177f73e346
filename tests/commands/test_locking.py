import subprocess
from pathlib import Path

import pytest

from plugins.commands import locking
from tests.scripts import ROOT


class Uv:
    """Stand in for the programs that `lock` runs; fail on the file whose name is given."""

    def __init__(self, fails_on: str = "") -> None:
        self.fails_on = fails_on

    def __call__(self, line: list[object], **_: object) -> subprocess.CompletedProcess[str]:
        words = [str(word) for word in line]
        if "compile" in words:
            if f"{self.fails_on}.in" in words:
                return subprocess.CompletedProcess(words, 1)
            Path(words[-1]).write_text("pelican==4.12.0\n", "utf-8")
        return subprocess.CompletedProcess(words, 0)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(locking.venv, "create", lambda *_, **__: None)
    for name in locking.LOCKS:
        (tmp_path / f"{name}.txt").write_text("old\n", "utf-8")
    return tmp_path


def test_both_locks_are_written_with_how_to_remake_them(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locking.subprocess, "run", Uv())
    assert locking.lock(project) == 0
    assert (project / "requirements-tests.txt").read_text("utf-8") == (
        "# Fait par « ./faire verrouiller » à partir de requirements-tests.in : ne pas modifier à la main.\n"
        "pelican==4.12.0\n"
    )


def test_a_lock_that_cannot_be_made_is_left_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locking.subprocess, "run", Uv(fails_on="requirements"))
    assert locking.lock(project) == 1
    assert (project / "requirements.txt").read_text("utf-8") == "old\n"


def test_locks_name_no_host_and_pin_everything() -> None:
    for name in ("requirements.txt", "requirements-tests.txt"):
        text = (ROOT / name).read_text("utf-8")
        assert text.startswith("# Fait par « ./faire verrouiller » à partir de ")
        assert "://" not in text
        pins = [line for line in text.splitlines() if line[:1].isalnum()]
        assert pins
        assert all("==" in line and line.endswith("\\") for line in pins)
