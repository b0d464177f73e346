import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from plugins.ledger import program
from plugins.ledger.program import program_and_libraries
from tests.scripts import ROOT


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project of one module, a Python and its libraries."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins/a.py").write_text("A = 1\n", "utf-8")
    library = tmp_path / "lib/site-packages/alpha-1.0.dist-info"
    library.mkdir(parents=True)
    monkeypatch.setattr(program, "PROGRAM", tmp_path)
    monkeypatch.setattr(program, "sys", SimpleNamespace(version="3.11.7", path=[str(library.parent)]))
    return tmp_path


@pytest.mark.usefixtures("project")
def test_the_same_program_has_the_same_digest_wherever_it_is() -> None:
    assert program_and_libraries() == "b01bcf8cec701d0f276998604f8d3262"


@pytest.mark.parametrize(
    ("name", "content"),
    [("plugins/a.py", "A = 2\n"), ("plugins/b.py", ""), ("plugins/words/first-names.txt", "Ada\n")],
)
def test_each_file_of_the_program_counts(project: Path, name: str, content: str) -> None:
    before = program_and_libraries()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text(content, "utf-8")
    assert program_and_libraries() != before


@pytest.mark.parametrize("name", ["plugins/__pycache__/a.pyc", "plugins/.a.py.swp", "README.md"])
def test_what_is_no_part_of_it_does_not(project: Path, name: str) -> None:
    before = program_and_libraries()
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_text("x", "utf-8")
    assert program_and_libraries() == before


@pytest.mark.usefixtures("project")
def test_python_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    before = program_and_libraries()
    monkeypatch.setattr(program.sys, "version", "3.12.1")
    assert program_and_libraries() != before


def test_the_version_of_a_library_counts(project: Path) -> None:
    before = program_and_libraries()
    libraries = project / "lib/site-packages"
    (libraries / "alpha-1.0.dist-info").rename(libraries / "alpha-1.1.dist-info")
    assert program_and_libraries() != before


def test_a_file_that_cannot_be_read_is_told(project: Path) -> None:
    (project / "plugins/b.py").symlink_to("nowhere.py")
    with pytest.raises(FileNotFoundError):
        program_and_libraries()


def test_no_library_is_needed_to_tell() -> None:
    line = [sys.executable, "-S", "-c", "import plugins.ledger.program"]
    assert subprocess.run(line, cwd=ROOT, check=False).returncode == 0
