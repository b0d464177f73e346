"""A poster of twelve outings, drawn in a new process each time, as a volunteer does: wall clock."""

import tempfile
import time
from multiprocessing import get_context
from pathlib import Path

from plugins.formats import kept
from plugins.posters.drawing import Paper, draw_poster
from tests.bench.table import Row
from tests.posters.samples import URL, in_valence, many

OUTINGS = 12


def measure_posters(rounds: int) -> list[Row]:
    """Draw `rounds` posters; nothing that one has read or drawn is left for the next."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as processes:
        figures = tuple(processes.map(_draw_once, range(rounds), chunksize=1))
    return [Row(f"une affiche A4 de {OUTINGS} sorties", figures, "s")]


def _draw_once(_round: int) -> float:
    programme = in_valence(*many(OUTINGS))
    with tempfile.TemporaryDirectory() as folder:
        kept.FOLDER = Path(folder)
        start = time.perf_counter()
        draw_poster(programme, Paper.A4, "Cultures du Cœur Drôme-Ardèche", URL)
        return time.perf_counter() - start
