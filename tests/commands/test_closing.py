import shutil
from datetime import date
from pathlib import Path

import pytest

from plugins.booklet.editions import current_issue
from plugins.catalog import load_catalog
from plugins.catalog.problems import DataError
from plugins.commands.closing import FILE, HEADER, close_edition

MINI = Path(__file__).parent.parent / "sites" / "mini"
OPENED, CLOSED = date(2026, 11, 22), date(2026, 12, 5)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(MINI, tmp_path, dirs_exist_ok=True)
    (tmp_path / FILE).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / FILE).write_text("- numero: 1\n  ouverte_le: 22/11/2026\n", encoding="utf-8")
    return tmp_path


def add_an_acronym(root: Path) -> None:
    path = root / "data/sigles/r.yaml"
    added = "- id: rqth\n  sigle: RQTH\n  developpe: Reconnaissance\n  domaines: [handicap]\n  definition: Un droit.\n"
    path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")


def test_closing_writes_the_day_and_all_that_the_edition_holds(
    root: Path, capsys: pytest.CaptureFixture[str]
):
    assert close_edition(root, CLOSED) == 0
    digest = current_issue(load_catalog(root), CLOSED).fingerprint
    assert (root / FILE).read_text(encoding="utf-8") == (
        f"{HEADER}- numero: 1\n  ouverte_le: 22/11/2026\n  fermee_le: 05/12/2026\n  empreinte: {digest}\n"
        "  sigles: [\n    rmi, rsa\n  ]\n  organismes: [\n    caf\n  ]\n"
    )
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "La 1re édition est fermée, avec 2 sigles et 1 organisme." in told


def test_nothing_is_closed_twice(root: Path, capsys: pytest.CaptureFixture[str]):
    close_edition(root, CLOSED)
    written = (root / FILE).read_bytes()
    capsys.readouterr()
    assert close_edition(root, CLOSED) == 0
    assert "Rien n’a changé depuis la 1re édition" in capsys.readouterr().out
    assert (root / FILE).read_bytes() == written


def test_what_is_added_afterwards_is_new_and_makes_the_next_edition(
    root: Path, capsys: pytest.CaptureFixture[str]
):
    close_edition(root, CLOSED)
    add_an_acronym(root)
    issue = current_issue(load_catalog(root), CLOSED)
    assert (issue.name, issue.new_acronyms) == ("2e édition, en préparation", frozenset({"rqth"}))
    capsys.readouterr()
    assert close_edition(root, date(2027, 1, 10)) == 0
    told = capsys.readouterr().out.replace("\u00a0", " ")
    assert "Depuis la précédente : 1 entrée nouvelle, 0 retirée." in told
    assert list(load_catalog(root).editions) == ["1", "2"]
    assert current_issue(load_catalog(root), CLOSED).name == "2e édition"


def test_an_edition_is_not_closed_before_it_is_opened(root: Path, capsys: pytest.CaptureFixture[str]):
    before = (root / FILE).read_bytes()
    assert close_edition(root, date(2026, 11, 1)) == 1
    assert "corrigez « ouverte_le » dans data/livret/editions.yaml" in capsys.readouterr().out
    assert (root / FILE).read_bytes() == before


def test_nothing_is_written_while_a_file_is_not_right(root: Path):
    (root / FILE).write_text("- numero: 2\n  ouverte_le: 22/11/2026\n", encoding="utf-8")
    with pytest.raises(DataError):
        close_edition(root, CLOSED)
    assert (root / FILE).read_text(encoding="utf-8") == "- numero: 2\n  ouverte_le: 22/11/2026\n"
