from datetime import date
from pathlib import Path

import pytest

from plugins.catalog import load_catalog
from plugins.catalog.problems import DataError
from plugins.commands.numbering import FILE, HEADER, give, number_outings, to_yaml

OUTING = (
    "titre: Concert\nresume: Un concert.\ndates:\n  - debut: 05/12/2026 20h30\nlieu: salle\n"
    "gratuite:\n  type: entree-libre\n  preuve: affiche\n"
)


def project(folder: Path, *outings: str, numbers: str = "") -> Path:
    for slug in outings:
        path = folder / f"data/sorties/2026/{slug}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(OUTING + ("brouillon: oui\n" if "brouillon" in slug else ""), encoding="utf-8")
    if numbers:
        (folder / FILE).write_text(numbers, encoding="utf-8")
    return folder


def written(folder: Path) -> str:
    return (folder / FILE).read_text(encoding="utf-8").removeprefix(HEADER)


def test_each_outing_gets_a_number_and_drafts_wait(tmp_path, capsys):
    root = project(tmp_path, "2026-12-06-bal", "2026-12-05-concert", "2026-12-07-brouillon")
    assert number_outings(root) == 0
    assert written(root) == (
        '- numero: "1007"\n  sortie: 2026-12-05-concert\n- numero: "1010"\n  sortie: 2026-12-06-bal\n'
    )
    assert "sortie 1007 : 2026-12-05-concert" in capsys.readouterr().out


def test_a_second_time_changes_nothing(tmp_path, capsys):
    root = project(tmp_path, "2026-12-05-concert")
    number_outings(root)
    before = (root / FILE).stat().st_mtime_ns
    number_outings(root)
    assert (root / FILE).stat().st_mtime_ns == before
    assert "Chaque sortie a déjà son numéro." in capsys.readouterr().out


def test_an_outing_that_goes_away_keeps_its_number_for_ever(tmp_path):
    root = project(tmp_path, "2026-12-05-concert", "2026-12-06-bal")
    number_outings(root)
    (root / "data/sorties/2026/2026-12-06-bal.yaml").unlink()
    project(root, "2026-12-08-conte")
    number_outings(root)
    assert written(root) == (
        '- numero: "1007"\n  sortie: 2026-12-05-concert\n'
        '- numero: "1010"\n  sortie: 2026-12-06-bal\n  retiree: oui\n'
        '- numero: "1029"\n  sortie: 2026-12-08-conte\n'
    )


def test_an_outing_that_is_not_right_yet_keeps_its_number(tmp_path):
    root = project(tmp_path, "2026-12-05-concert")
    number_outings(root)
    (root / "data/sorties/2026/2026-12-05-concert.yaml").write_text("titre: [\n", encoding="utf-8")
    number_outings(root)
    assert written(root) == '- numero: "1007"\n  sortie: 2026-12-05-concert\n'


@pytest.mark.parametrize(
    "faulty",
    [
        '- numero: "1008"\n  sortie: a\n',
        '- numero: "1007"\n  sortie: a\n- numero: "1007"\n  sortie: b\n',
        '- numero: "1007"\n  sortie: a\n- numero: "1010"\n  sortie: a\n',
        "- numero: [\n",
        "numero: 1007\n",
    ],
)
def test_a_file_that_is_not_right_is_left_as_it_is(tmp_path, faulty):
    root = project(tmp_path, "2026-12-05-concert", numbers=faulty)
    with pytest.raises(DataError):
        number_outings(root)
    assert written(root) == faulty


def test_no_number_is_heard_as_a_year():
    given = [number.number for number in give((f"s{index}" for index in range(880)), ())]
    assert (given[0], given[-1]) == ("1007", "9990")
    assert [number for number in given if number[:2] in {"19", "20"}] == []
    assert len(set(given)) == 880


def test_five_digits_follow_once_four_are_all_taken():
    known = tuple(give((f"s{index}" for index in range(880)), ()))
    assert [number.number for number in give(["a", "b"], known)] == ["10008", "10019"]


def test_the_file_is_empty_but_for_its_heading_at_first():
    assert to_yaml(()) == HEADER


def test_every_example_has_a_number_that_is_never_given():
    root = Path(__file__).parents[2]
    catalog = load_catalog(root, examples_on=date(2026, 11, 22))
    shown = [event for event in catalog.events.values() if event.example and event.is_proven]
    assert {catalog.number_of(event)[:1] for event in shown} == {"0"}
