import datetime
import shutil
from pathlib import Path

import pytest

from plugins.commands.importing import USAGE, import_file, make_template

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "data").mkdir()
    (tmp_path / "content").mkdir()
    for name in ("association", "rubriques", "communes"):
        shutil.copy(ROOT / "data" / f"{name}.yaml", tmp_path / "data")
    (tmp_path / "a.csv").write_text("Titre;Date;Lieu;Commune;Tarif\nBal;5/12/2026;Salle;Valence;\n", "utf-8")
    return tmp_path


def test_a_command_without_a_file_says_what_to_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(project, "", TODAY) == 1
    assert capsys.readouterr().err == f"{USAGE}\n"


def test_a_refused_row_makes_the_command_fail_and_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(project, str(project / "a.csv"), TODAY, write=True) == 1
    assert "ligne 2 : « Bal » : rien ne dit que c’est gratuit.\n" in capsys.readouterr().out
    assert not (project / "data/sorties").exists()


def test_a_person_can_say_how_the_whole_file_is_free(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert import_file(project, str(project / "a.csv"), TODAY, write=True, declared="prix-libre") == 0
    assert "type: prix-libre\n" in (project / "data/sorties/2026/2026-12-05-bal.yaml").read_text("utf-8")
    assert import_file(project, str(project / "a.csv"), TODAY, declared="gratos") == 1
    assert "« gratos » n’est pas une façon d’être gratuit" in capsys.readouterr().err


def test_a_template_is_made_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "sorties.ods"
    assert (make_template(str(path)), make_template(str(path))) == (0, 1)
    told = capsys.readouterr()
    assert (
        told.out
        == f"Créé : {path}\nRemplissez une ligne par sortie, enregistrez, puis : ./faire importer {path}\n"
    )
    assert told.err == f"« {path} » existe déjà : je n’y touche pas. Choisissez un autre nom.\n"
