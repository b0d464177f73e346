from collections.abc import Callable
from itertools import pairwise

import pytest

from plugins.catalog.models.number import check_digit, is_checked

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
NUMBERS = [f"{first}{check_digit(str(first))}" for first in range(100, 1000)]


def _files(numbers: str) -> dict[str, str]:
    outing = (
        "titre: Concert\nresume: Un concert.\ndates:\n  - debut: 05/12/2026 20h30\nlieu: salle\n"
        "gratuite:\n  type: entree-libre\n  preuve: affiche\n"
    )
    return {"data/sorties/2026/2026-12-05-concert.yaml": outing, "data/sorties/numeros.yaml": numbers}


def test_the_check_digit_is_that_of_damm() -> None:
    assert check_digit("572") == "4"  # the example of Damm's thesis
    assert [check_digit(digits) for digits in ("100", "101", "412")] == ["7", "0", "6"]


def test_every_wrong_digit_is_caught() -> None:
    wrong = (
        number[:place] + digit + number[place + 1 :]
        for number in NUMBERS
        for place in range(4)
        for digit in "0123456789"
        if digit != number[place]
    )
    assert not any(is_checked(number) for number in wrong)


def test_every_swap_of_neighbours_is_caught() -> None:
    swapped = {
        number[:place] + right + left + number[place + 2 :]
        for number in NUMBERS
        for place, (left, right) in enumerate(pairwise(number))
        if left != right
    }
    assert len(swapped) > 2000
    assert not any(is_checked(number) for number in swapped)


@pytest.mark.parametrize("number", ["1007", "1010", "10008"])
def test_a_number_that_was_given_is_right(told: Told, number: str) -> None:
    assert told(_files(f'- numero: "{number}"\n  sortie: 2026-12-05-concert\n')) == []


@pytest.mark.parametrize("number", ["1008", "107", "0013", "mille", "100031"])
def test_a_number_that_was_never_given_is_told(told: Told, number: str) -> None:
    assert [code for _, code, _ in told(_files(f'- numero: "{number}"\n  sortie: 2026-12-05-concert\n'))][
        :1
    ] == ["trop-long" if len(number) > 5 else "numero"]


def test_a_number_without_outing_is_told(told: Told) -> None:
    message = "la sortie qui porte ce numéro n’a pas de fiche."
    assert told(_files('- numero: "1007"\n  sortie: 2026-12-05-bal\n')) == [
        (2, "numero-sans-sortie", message)
    ]


def test_a_retired_number_needs_no_outing(told: Told) -> None:
    assert told(_files('- numero: "1007"\n  sortie: 2026-12-05-bal\n  retiree: oui\n')) == []


def test_no_number_is_written_twice(told: Told) -> None:
    twice = '- numero: "1007"\n  sortie: 2026-12-05-concert\n' * 2
    assert [code for _, code, _ in told(_files(twice))] == ["doublon"]


def test_an_outing_has_one_number(told: Told) -> None:
    two = '- numero: "1007"\n  sortie: 2026-12-05-concert\n- numero: "1010"\n  sortie: 2026-12-05-concert\n'
    message = "cette sortie a déjà le numéro 1007."
    assert told(_files(two)) == [(4, "numero-en-double", message)]


def test_a_faulty_outing_is_not_one_more_fault(told: Told) -> None:
    files = _files('- numero: "1007"\n  sortie: 2026-12-05-concert\n')
    files["data/sorties/2026/2026-12-05-concert.yaml"] = "titre: Concert\n"
    assert "numero-sans-sortie" not in [code for _, code, _ in told(files)]
