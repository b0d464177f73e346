from collections.abc import Callable

import pytest

from plugins.catalog import Catalog

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
SEASON = """retours: 42
structures: 9
sorties: 17
total: {reservees: 131, venues: 112, absentes: 19}
mois:
  - {mois: 2026-09, reservees: 40, venues: 33, absentes: 7}
  - {mois: 2026-10, reservees: 51, venues: masque, absentes: masque}
  - {mois: 2026-11, reservees: 40, venues: masque, absentes: masque}
"""


def _file(text: str, season: str = "2026-2027") -> dict[str, str]:
    return {f"data/chiffres/{season}.yaml": text}


def test_a_season_is_read_and_its_hidden_counts_stay_unknown(
    load: Callable[[dict[str, str]], Catalog],
) -> None:
    figures = load(_file(SEASON)).figures["2026-2027"]
    assert (figures.total.booked, figures.months[1].booked, figures.months[1].came) == (131, 51, None)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [("absentes: 7}", "absentes: 4}", 6), ("absentes: 19}", "absentes: 0}", 4)],
)
def test_a_count_under_five_is_refused(told: Told, old: str, new: str, line: int) -> None:
    found = told(_file(SEASON.replace(old, new)))
    assert (line, "petit-nombre", "un nombre plus petit que 5 peut faire reconnaître une personne.") in found


def test_a_hidden_count_that_a_subtraction_gives_back_is_refused(told: Told) -> None:
    shown = SEASON.replace("{mois: 2026-11, reservees: 40, venues: masque, absentes: masque}",
                           "{mois: 2026-11, reservees: 40, venues: 33, absentes: 7}")  # fmt: skip
    message = "ce nombre masqué se retrouve en soustrayant les autres du total."
    assert told(_file(shown)) == [(7, "petit-nombre", message)]


def test_a_small_number_of_returns_of_one_opinion_is_refused(told: Told) -> None:
    text = f"{SEASON}avis:\n  - {{avis: aime, retours: 2}}\n"
    assert [fault[:2] for fault in told(_file(text))] == [(10, "petit-nombre")]


def test_a_total_changed_by_hand_is_told(told: Told) -> None:
    text = SEASON.replace("reservees: 131, venues: 112", "reservees: 141, venues: 122")
    assert told(_file(text)) == [(4, "somme", "ce nombre n’est pas la somme des autres (131).")]


@pytest.mark.parametrize("season", ["2026-2028", "2027-2026"])
def test_two_years_that_do_not_follow_each_other_are_refused(told: Told, season: str) -> None:
    assert [fault[1] for fault in told(_file(SEASON, season))] == ["saison"]


@pytest.mark.parametrize("month", ["2026-08", "2027-09", "2026-10"])
def test_a_month_of_another_season_or_said_twice_is_refused(told: Told, month: str) -> None:
    assert (8, "saison", "ce mois n’est pas de cette saison, ou il y est déjà.") in told(
        _file(SEASON.replace("2026-11", month))
    )


@pytest.mark.parametrize("words", ["beaucoup", "-3", "3.5", "[3]"])
def test_what_is_no_number_is_refused(told: Told, words: str) -> None:
    assert [fault[1] for fault in told(_file(SEASON.replace("reservees: 131", f"reservees: {words}")))] == [
        "nombre"
    ]
