import datetime
import shutil
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.commands.importing import import_file

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "tests/importing/minutes/compte-rendu.odt"
TODAY = datetime.date(2026, 11, 22)
POST = "content/billets/2026/2026-11-22-compte-rendu-de-la-reunion-d-essai.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/sites/mini", tmp_path / "site"))


def test_nothing_is_written_until_it_is_asked(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert import_file(project, str(SOURCE), TODAY) == 0
    told = capsys.readouterr().out
    assert f"deviendrait le brouillon {POST}" in told
    assert "Pas gardé :\n  · 1\u00a0image : enregistrez-les dans content/images" in told
    assert "L’auteur et les propriétés du fichier ne sont pas repris." in told
    assert not (project / POST).exists()


def test_a_draft_is_a_right_post_that_nobody_sees(project: Path) -> None:
    assert import_file(project, str(SOURCE), TODAY, write=True) == 0
    post = load_catalog(project).posts["2026-11-22-compte-rendu-de-la-reunion-d-essai"]
    assert post.draft
    assert post.category == "Vie de l'association"


def test_the_same_document_twice_writes_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import_file(project, str(SOURCE), TODAY, write=True)
    written = (project / POST).read_bytes()
    capsys.readouterr()
    assert import_file(project, str(SOURCE), TODAY, write=True) == 0
    assert capsys.readouterr().out.startswith("Rien à faire : ")
    assert (project / POST).read_bytes() == written


def test_a_post_that_a_person_touched_is_never_written_over(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / POST).write_text("à moi", encoding="utf-8")
    assert import_file(project, str(SOURCE), TODAY, write=True) == 1
    assert (project / POST).read_text(encoding="utf-8") == "à moi"
    assert f"{POST} existe déjà, et a été retouché : je n’y touche pas." in capsys.readouterr().err


def test_a_file_that_is_not_there_is_told_in_french(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(project, "absent.docx", TODAY) == 1
    assert "Je ne trouve pas « absent.docx »." in capsys.readouterr().err
