"""A poster of twelve outings, drawn again and again: wall clock."""

import time

from plugins.posters.drawing import Paper, draw_poster
from tests.bench.table import Row
from tests.posters.samples import URL, in_valence, many

OUTINGS = 12


def measure_posters(rounds: int) -> list[Row]:
    """Draw `rounds` posters; the first one also reads the fonts."""
    return [Row(f"une affiche A4 de {OUTINGS} sorties", tuple(_draw_once() for _ in range(rounds)), "s")]


def _draw_once() -> float:
    programme = in_valence(*many(OUTINGS))
    start = time.perf_counter()
    draw_poster(programme, Paper.A4, "Cultures du Cœur Drôme-Ardèche", URL)
    return time.perf_counter() - start
