import datetime as dt

import pytest

from plugins.french import PARIS
from plugins.importing.rows import Refusal
from plugins.importing.scheduling import from_cells, last_day, write_duration, write_moment

DAY = dt.date(2026, 12, 5)


@pytest.mark.parametrize(
    ("cells", "written"),
    [
        ({"date": "samedi 5 décembre 2026"}, [{"debut": "05/12/2026"}]),
        ({"date": "5/12/2026 à 20h30"}, [{"debut": "05/12/2026 20h30"}]),
        ({"date": DAY, "time": dt.time(20, 30)}, [{"debut": "05/12/2026 20h30"}]),
        ({"date": dt.datetime(2026, 12, 5), "time": dt.timedelta(hours=20)}, [{"debut": "05/12/2026 20h00"}]),  # noqa: DTZ001  # a spreadsheet has no zone
        ({"date": dt.datetime(2026, 12, 5, 9, 5)}, [{"debut": "05/12/2026 9h05"}]),  # noqa: DTZ001  # a spreadsheet has no zone
        ({"date": DAY, "time": "20:30", "end_time": "22h"}, [{"debut": "05/12/2026 20h30", "fin": "05/12/2026 22h00"}]),
        ({"date": DAY, "time": "22h", "end_time": "1h"}, [{"debut": "05/12/2026 22h00", "fin": "06/12/2026 1h00"}]),
        ({"date": DAY, "time": "20h", "duration": dt.time(1, 30)}, [{"debut": "05/12/2026 20h00", "duree": "1h30"}]),
        ({"date": DAY, "time": "20h", "duration": "45 min"}, [{"debut": "05/12/2026 20h00", "duree": "45 min"}]),
        ({"date": DAY, "end_date": "13/12/2026"}, [{"debut": "05/12/2026", "fin": "13/12/2026"}]),
        ({"date": "5/12/2026 ; 6/12/2026", "time": "15h"}, [{"debut": "05/12/2026 15h00"}, {"debut": "06/12/2026 15h00"}]),
    ],
)  # fmt: skip
def test_dates_and_hours_of_cells_are_written_as_people_do(cells: dict, written: list) -> None:
    assert list(from_cells(cells)) == written


@pytest.mark.parametrize(
    ("cells", "message", "hint"),
    [
        ({}, "la date manque.", "remplissez la colonne « Date »"),
        ({"date": "mardi 5 décembre 2026"}, "le 5 décembre 2026 est un samedi, pas un mardi.", None),
        ({"date": "5 décembre"}, "il manque l’année", None),
        ({"date": 46361.0}, "« Date » contient un numéro de jour de tableur.",
         "ce serait le samedi 5 décembre 2026 : si c’est bien ce jour, donnez à la cellule le format Date"),
        ({"date": DAY, "time": 0.8541666667}, "« Heure » contient un nombre, pas une heure.",
         "ce serait 20h30 : écrivez-la avec son « h », ou donnez à la cellule le format Heure"),
        ({"date": DAY, "time": "20.30"}, "« 20.30 » peut se lire de plusieurs façons.", "si c’est une heure, écrivez : 20h30"),
        ({"date": DAY, "time": "20h", "end_time": "22h", "duration": "2h"}, "l’heure de fin et la durée sont écrites toutes les deux.",
         "gardez l’une des deux"),
        ({"date": DAY, "end_time": "22h"}, "l’heure de fin est écrite, mais pas celle du début.", "ajoutez l’heure du début"),
        ({"date": DAY, "end_date": "1/12/2026"}, "la fin est avant le début.", "corrigez l’une des deux"),
        ({"date": "5/12/2026; 6/12/2026", "end_date": "7/12/2026"}, "plusieurs jours et une date de fin sont écrits sur la même ligne.",
         "gardez les jours un à un, ou un début et une fin"),
        ({"date": DAY, "time": "20h", "end_date": "6/12/2026"},
         "la sortie dure plusieurs jours et commence à une heure, mais l’heure de fin n’est pas écrite.",
         "ajoutez l’heure de fin, ou retirez celle du début"),
        ({"date": "5/12/2026 20h", "time": "21h"}, "l’heure est écrite deux fois, et pas de la même façon (« Heure » et avec la date).", "gardez la bonne"),
        ({"date": "25/10/2026", "time": "2h30"}, "le 25 octobre 2026, 2 h 30 arrive deux fois", None),
        ({"date": ";".join(["5/12/2026"] * 401)}, "il y a 401 dates sur cette ligne, 400 au plus sont reprises.", None),
    ],
)  # fmt: skip
def test_what_could_be_read_in_two_ways_is_refused_with_a_way_out(
    cells: dict, message: str, hint: str | None
) -> None:
    with pytest.raises(Refusal) as refused:
        from_cells(cells)
    assert refused.value.message.startswith(message)
    assert hint is None or refused.value.hint == hint


def test_an_hour_that_comes_twice_keeps_its_offset() -> None:
    assert write_moment(dt.datetime(2026, 10, 25, 2, 30, tzinfo=PARIS, fold=1)) == "2026-10-25T02:30+01:00"
    assert write_moment(dt.datetime(2026, 7, 1, 18, tzinfo=dt.UTC)) == "01/07/2026 20h00"


def test_durations_are_written_as_people_do() -> None:
    spans = (
        dt.timedelta(minutes=45),
        dt.timedelta(hours=2),
        dt.timedelta(minutes=95),
        dt.timedelta(days=1, hours=2),
    )
    assert [write_duration(span) for span in spans] == ["45 min", "2h", "1h35", "1 j 2 h"]


def test_the_last_day_is_that_of_the_end() -> None:
    assert last_day({"debut": "05/12/2026", "fin": "13/12/2026"}) == dt.date(2026, 12, 13)
