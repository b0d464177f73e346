from collections.abc import Callable

import pytest

from plugins.catalog import Catalog

Told = Callable[[dict[str, str]], list[tuple[int, str, str]]]


def _outline(shore: str, *rows: str) -> dict[str, str]:
    return {"data/contours.yaml": "\n  ".join(['- departement: "26"', f"contour: {shore}", *rows]) + "\n"}


def test_an_outline_is_read_longitude_first(load: Callable[[dict[str, str]], Catalog]) -> None:
    catalog = load(_outline("4.8 45.2, 5.7 44.8, 4.7 44.4", "enclaves: ['5 44.8, 5.1 44.8, 5.1 44.9']"))
    assert catalog.outlines["26"].rings == (
        ((4.8, 45.2), (5.7, 44.8), (4.7, 44.4)),
        ((5, 44.8), (5.1, 44.8), (5.1, 44.9)),
    )


@pytest.mark.parametrize(
    "shore",
    ["4.8 45.2, 5.7 44.8", "4.8;45.2;5.7;44.8", "4.8 45.2, ici, 4.7 44.4", "4.8 452, 5.7 44.8, 4.7 44.4"],
)
def test_an_outline_that_is_no_line_is_told(told: Told, shore: str) -> None:
    assert told(_outline(f'"{shore}"')) == [(2, "trace", "ce tracé n’est pas compris.")]


def test_an_outline_written_latitude_first_is_told(told: Told) -> None:
    assert told(_outline("45.2 4.8, 44.8 5.7, 44.4 4.7")) == [
        (2, "coordonnees", "un point de ce tracé n’est ni en Drôme ni en Ardèche.")
    ]


def test_a_convention_with_an_unknown_town_is_told(told: Told) -> None:
    file = {"data/conventions/x.yaml": 'commune: "26999"\netat: signee\nresume: Une convention.\n'}
    assert told(file) == [(1, "reference-inconnue", "« 26999 » ne correspond à aucune fiche.")]
