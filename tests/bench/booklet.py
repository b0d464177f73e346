"""The booklet of the project, made anew in a new process each time, then asked again: wall clock and memory.

Asked of it, with 515 acronyms and 51 bodies: the PDF in 2 s and 250 MB at most, the EPUB in 1 s at most.
Type is set by a process apart: the memory is that of both.
"""

import os
import tempfile
import time
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from plugins.booklet.binding import bound_booklet
from plugins.booklet.compiling import compile_booklet
from plugins.booklet.contents import as_data, open_contents
from plugins.booklet.drawing import drawn_booklet
from plugins.catalog import load_catalog
from plugins.formats import kept
from plugins.resources import Site
from tests.bench.memory import Memory
from tests.bench.table import Row

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
URL = "https://www.culturesducoeur26-07.org"


def measure_booklet(rounds: int) -> list[Row]:
    """Make the booklet `rounds` times; return what its PDF and its EPUB cost, and what they cost unchanged."""
    with get_context("spawn").Pool(1, maxtasksperchild=1) as processes:
        costs = tuple(processes.map(_make_once, range(rounds), chunksize=1))
    pdf, peak, book, again = zip(*costs, strict=True)
    contents = open_contents(_site())
    name = f"livret de {len(contents.entries)} sigles et {len(contents.bodies)} organismes"
    return [
        Row(f"{name} : PDF", pdf, "s"),
        Row(f"{name} : PDF, mémoire au plus (ses deux processus)", peak, "Mo", 0),
        Row(f"{name} : EPUB", book, "s"),
        Row(f"{name} : tout, quand rien n’a changé", again, "s"),
    ]


def _make_once(_round: int) -> tuple[float, float, float, float]:
    site = _site()
    with Memory(os.getpid()) as memory:
        start = time.perf_counter()
        contents = open_contents(site)
        data = as_data(contents)
        pdf = drawn_booklet(data, contents)
        drawn = time.perf_counter()
    began = time.perf_counter()
    bound_booklet(data, contents, pdf)
    bound = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        kept.FOLDER = Path(folder)
        list(compile_booklet(site))
        asked = time.perf_counter()
        list(compile_booklet(site))
        answered = time.perf_counter()
    return drawn - start, memory.peak, bound - began, answered - asked


def _site() -> Site:
    return Site(load_catalog(ROOT), (), TODAY, URL, production=True)
