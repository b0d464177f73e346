import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.commands.mailing import Order, write_newsletter, write_reminder

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "content").mkdir()
    for name in ("association", "rubriques", "communes"):
        shutil.copy(ROOT / "data" / f"{name}.yaml", tmp_path / "data")
    return tmp_path


@pytest.mark.parametrize(
    ("write", "period", "name"),
    [
        (write_reminder, "2026-T4", "rappel-2026-T4"),
        (write_reminder, "2027 t1", "rappel-2027-T1"),
        (write_reminder, "", "rappel-2026-T4"),
        (write_newsletter, "2026-12", "lettre-2026-12"),
        (write_newsletter, "", "lettre-2026-11"),
    ],
)
def test_three_files_are_written_where_it_is_said(
    project: Path, capsys: pytest.CaptureFixture[str], write: Callable[..., int], period: str, name: str
) -> None:
    assert write(project, Order(period), TODAY) == 0
    folder = project / "output/courriers"
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{name}.{ending}" for ending in ("eml", "html", "txt")
    ]
    told = capsys.readouterr().out
    assert f"Écrit dans {folder} :\n  · {name}.eml, à ouvrir dans votre messagerie" in told
    assert told.endswith("Rien n’a été envoyé.\n")


def test_another_folder_may_be_given(project: Path) -> None:
    assert write_newsletter(project, Order("2026-12", str(project / "ailleurs")), TODAY) == 0
    assert (project / "ailleurs/lettre-2026-12.eml").is_file()


@pytest.mark.parametrize(
    ("write", "period", "example"),
    [
        (write_reminder, "2026-T5", "./faire rappel 2026-T4"),
        (write_newsletter, "decembre", "./faire lettre 2026-12"),
    ],
)
def test_a_period_that_is_not_understood_is_told_with_an_example(
    project: Path, capsys: pytest.CaptureFixture[str], write: Callable[..., int], period: str, example: str
) -> None:
    assert write(project, Order(period), TODAY) == 1
    told = capsys.readouterr().err
    assert f"Je ne comprends pas « {period} »." in told
    assert example in told
    assert not (project / "output").exists()
