import datetime
import shutil
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.commands.counting import USAGE, Wish, count_returns
from tests.scripts import load

ROOT = Path(__file__).parents[2]
SHEETS = ROOT / "tests/followup/fiches"
TODAY = datetime.date(2026, 11, 22)
WRITTEN = "data/chiffres/2026-2027.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/content").mkdir()
    for name in ("association", "rubriques", "communes"):
        shutil.copy(ROOT / "data" / f"{name}.yaml", tmp_path / "site/data")
    return tmp_path / "site"


@pytest.fixture
def received(tmp_path: Path) -> Path:
    """Put two sheets in a folder whose name has a space, as people have."""
    folder = tmp_path / "mes fiches"
    folder.mkdir()
    for name in ("port.ods", "familles.xlsx"):
        shutil.copy(SHEETS / name, folder)
    return folder


def test_a_command_without_a_file_says_what_to_write(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert count_returns(project, Wish(""), TODAY) == 1
    assert capsys.readouterr().err == f"{USAGE}\n"


def test_names_with_spaces_stay_apart_on_the_way() -> None:
    handed = load("faire").for_invoke(["retours", "a b.ods", "c.csv", "--ecrire"])
    assert handed == ["retours", "--ecrire", "--fichiers='a b.ods' c.csv"]


def test_nothing_is_written_unless_asked(
    project: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert count_returns(project, Wish(f"'{received}'"), TODAY) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Retours : 2 fiches lues, 6 lignes comptées." in told
    assert "Saison 2026-2027 : 6 retours de 2 structures, sur 5 sorties." in told
    assert f'Rien n’est écrit. Pour écrire : ./faire retours "{received}" --ecrire' in told
    assert not (project / "data/chiffres").exists()


def test_a_season_is_written_and_the_catalog_reads_it(project: Path, received: Path) -> None:
    assert count_returns(project, Wish(f"'{received}'", write=True), TODAY) == 0
    figures = load_catalog(project).figures["2026-2027"]
    assert (figures.returns, figures.total.booked, figures.total.came) == (6, 66, 45)


def test_the_same_sheets_again_change_nothing(
    project: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count_returns(project, Wish(f"'{received}'", write=True), TODAY)
    before = (project / WRITTEN).read_bytes()
    shutil.copy(SHEETS / "port.csv", received)
    assert count_returns(project, Wish(f"'{received}'", write=True), TODAY) == 0
    assert (project / WRITTEN).read_bytes() == before
    assert f"{WRITTEN} dit déjà exactement cela." in capsys.readouterr().out


def test_nothing_of_a_row_is_written(project: Path, received: Path) -> None:
    count_returns(project, Wish(f"'{received}'", write=True), TODAY)
    text = (project / WRITTEN).read_text("utf-8")
    assert not any(word in text for word in ("Contes", "Port", "Valence", "On a ri", "familles"))
    assert [path.name for path in (project / "data").rglob("*") if path.is_file()].count(
        "2026-2027.yaml"
    ) == 1


def test_what_people_said_is_shown_here_and_nowhere_else(
    project: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count_returns(project, Wish(f"'{received}'"), TODAY)
    assert "Contes du soir, 5 octobre 2026 : « On a ri tout du long »" in capsys.readouterr().out.replace(
        "\u00a0", " "
    )


def test_fewer_returns_than_before_are_refused_unless_meant(
    project: Path, received: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    count_returns(project, Wish(f"'{received}'", write=True), TODAY)
    before = (project / WRITTEN).read_bytes()
    one = f"'{received / 'port.ods'}'"
    assert count_returns(project, Wish(one, write=True), TODAY) == 1
    assert (project / WRITTEN).read_bytes() == before
    assert (
        f"{WRITTEN} : ce fichier compte déjà 6 retours, et il n’y en a ici que 3"
        in capsys.readouterr().err.replace("\u00a0", " ")
    )
    assert count_returns(project, Wish(one, write=True, replace=True), TODAY) == 0
    assert load_catalog(project).figures["2026-2027"].returns == 3


def test_names_make_the_command_fail_and_are_told_with_file_and_row(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert count_returns(project, Wish(str(SHEETS / "tilleuls.ods")), TODAY) == 1
    told = capsys.readouterr()
    assert "Refusé (4) : ce qui suit n’est pas compté." in told.err
    assert "  tilleuls.ods, ligne 4 : un commentaire est accroché à cette ligne.\n" in told.err
    assert "Diallo" not in told.out + told.err


def test_a_sheet_inside_the_site_is_refused(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copy(SHEETS / "port.ods", project / "port.ods")
    assert count_returns(project, Wish(str(project / "port.ods"), write=True), TODAY) == 1
    assert (
        "port.ods : elle est dans le dossier du site, d’où elle pourrait être publiée."
        in capsys.readouterr().err
    )
    assert not (project / WRITTEN).exists()


def test_a_file_that_is_not_there_is_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert count_returns(project, Wish("/nulle/part.ods"), TODAY) == 1
    assert "part.ods : je ne trouve pas « /nulle/part.ods »." in capsys.readouterr().err
