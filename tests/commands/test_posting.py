from datetime import date
from pathlib import Path

import pytest

from plugins.commands.posting import Order, make_posters
from tests.site.building import MINI

SUNDAY = date(2026, 11, 22)


def _make(folder: Path, **words: object) -> tuple[int, list[str]]:
    code = make_posters(MINI, Order(folder=str(folder), **words), SUNDAY)
    return code, sorted(path.name for path in folder.glob("*"))


def test_a_town_has_its_posters_its_script_and_its_messages(tmp_path: Path, capsys: pytest.CaptureFixture):
    assert _make(tmp_path, where="Valence") == (
        0,
        ["valence-a3.pdf", "valence-a4.pdf", "valence-repondeur.txt", "valence-sms.txt"],
    )
    assert (
        "Valence : 1 sortie du 22 novembre au 23 décembre 2026, 4 fichiers"
        in capsys.readouterr().out.replace("\u00a0", " ")
    )


def test_one_size_may_be_asked_for(tmp_path: Path):
    code, names = _make(tmp_path, where="valence", paper="A4", week=True)
    assert (code, names) == (0, ["valence-a4.pdf", "valence-repondeur.txt", "valence-sms.txt"])


def test_without_a_name_each_department_that_has_outings_has_its_posters(tmp_path: Path):
    code, names = _make(tmp_path, paper="a4")
    assert (code, names[0], len(names)) == (0, "departement-drome-a4.pdf", 3)


def test_where_nothing_is_announced_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture):
    assert _make(tmp_path, where="Le Teil") == (0, [])
    assert "Le Teil : aucune sortie annoncée" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ({"where": "Paris"}, "Je ne trouve pas la commune « Paris »"),
        ({"paper": "a5"}, "Je ne connais pas le format « a5 »"),
        ({"week": True, "month": True}, "Choisissez --semaine ou --mois"),
        ({"since": "1/11/2026"}, "Ce jour est passé"),
        ({"since": "bientôt"}, "bientôt"),
    ],
)
def test_what_is_not_clear_is_told_and_nothing_is_written(
    words: dict, told: str, tmp_path: Path, capsys: pytest.CaptureFixture
):
    assert _make(tmp_path, **words) == (1, [])
    assert told in capsys.readouterr().err
