from pathlib import Path

import pytest

from plugins.commands.cleaning import clean


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folders = (
        "output/sorties",
        ".output-1234",
        ".cache",
        ".venv/lib/__pycache__",
        "plugins/french/__pycache__",
        "content/output",
        ".git",
    )
    for folder in folders:
        (tmp_path / folder).mkdir(parents=True)
    return tmp_path


def left(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_dir()}


KEPT = {"content", "content/output", "plugins", "plugins/french", ".git"}


def test_only_what_commands_make_is_removed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert clean(project) == 0
    assert left(project) == KEPT | {".venv", ".venv/lib", ".venv/lib/__pycache__"}
    assert capsys.readouterr().out == (
        "C’est propre. Effacé : .cache, .output-1234, output, caches de Python.\n"
    )
    assert clean(project) == 0
    assert capsys.readouterr().out == "C’était déjà propre.\n"


def test_the_venv_goes_only_when_everything_is_asked(project: Path) -> None:
    clean(project, everything=True)
    assert left(project) == KEPT


def test_a_link_is_never_followed(project: Path) -> None:
    (project / ".pytest_cache").symlink_to(project / "content", target_is_directory=True)
    clean(project)
    assert (project / "content" / "output").is_dir()
