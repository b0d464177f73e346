from collections.abc import Callable

from plugins.catalog.models.accessibility import NUMBERS

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]
FILE = "data/accessibilite.yaml"


def _grid(*numbers: str) -> dict[str, str]:
    line = '- {{numero: "{}", mots: Un critère., etat: a-verifier, comment: pas encore, le: 22/11/2026}}'
    return {FILE: "\n".join(line.format(number) for number in numbers) + "\n"}


def test_a_whole_grid_has_no_fault(told: Told) -> None:
    assert told(_grid(*NUMBERS)) == []


def test_a_hole_in_the_grid_is_told(told: Told) -> None:
    assert told(_grid(*NUMBERS[2:])) == [
        (0, "critere-absent", "il manque 2 critères à la grille : 1.1 et 1.2")
    ]


def test_a_number_of_no_criterion_is_told_at_its_line(told: Told) -> None:
    assert told(_grid(*NUMBERS, "3.9"))[0][:2] == (107, "critere-inconnu")
