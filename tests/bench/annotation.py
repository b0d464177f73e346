"""A thousand posts full of acronyms: what part of a whole build goes into explaining them.

Asked: 15 % of the processor's time at most. Both figures come from the same build: how busy the machine is
changes them together. The rules that ask which meaning is meant are counted with the explanations.
"""

import os
import shutil
import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from tests.bench.table import Row

ROOT = Path(__file__).parent.parent.parent
TODAY = date(2026, 11, 22)
POSTS = 1000
_ACRONYMS = (
    "RSA",
    "CCAS",
    "MDPH",
    "AAH",
    "CHRS",
    "SIAO",
    "CAF",
    "ESAT",
    "ASE",
    "RMI",
    "DDASS",
    "PMI",
    "EHPAD",
)
_WORDS = (
    "Samedi, le théâtre ouvre ses portes à celles et ceux qui n’osent pas y entrer : on visite les coulisses, on "
    "essaie un costume, on parle avec l’équipe, et l’on reste pour la répétition si l’on en a envie. "
)


def measure_annotation(scratch: Path, rounds: int) -> list[Row]:
    """Build `rounds` times, each in a new process, and return the rows of the table."""
    folder = scratch / "billets"
    write_posts(folder, POSTS)
    with get_context("spawn").Pool(1, maxtasksperchild=1) as processes:
        figures = processes.map(_build, [folder] * rounds, chunksize=1)
    return [
        Row(f"{POSTS} billets : processeur", tuple(whole for whole, _ in figures), "s"),
        Row(
            f"{POSTS} billets : part des sigles expliqués (15 % au plus)",
            tuple(100 * part / whole for whole, part in figures),
            "%",
            1,
        ),
    ]


def write_posts(folder: Path, count: int) -> None:
    """Write the mini site with the acronyms of the real one, and `count` posts that use a dozen of them each."""
    shutil.copytree(ROOT / "tests" / "sites" / "mini", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "data" / "sigles", folder / "data" / "sigles", dirs_exist_ok=True)
    for number in range(count):
        day = TODAY - timedelta(days=number * 3)
        path = folder / "content" / "billets" / f"{day:%Y}" / f"{day}-billet-{number}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_post(number, day), encoding="utf-8")


def _post(number: int, day: date) -> str:
    paragraphs = (
        f"{_WORDS}Le {_ACRONYMS[(number + place) % len(_ACRONYMS)]} de la ville, l’"
        f"{_ACRONYMS[(number + 2 * place) % len(_ACRONYMS)]} et la commune aident. {_WORDS}"
        for place in range(6)
    )
    head = f"---\ntitre: Billet numéro {number}\ndate: {day}\nrubrique: Sorties\n---\n\n"
    return head + "\n\n## La suite\n\n".join(paragraphs) + "\n"


def _build(folder: Path) -> tuple[float, float]:
    """Return the seconds of CPU of a whole build, where nothing is kept from before, and those spent on acronyms."""
    for name in (".cache", "output", ".output-memoire", ".output-reserve"):
        shutil.rmtree(folder / name, ignore_errors=True)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.chdir(ROOT)
    from pelican import main  # noqa: PLC0415  # read in the process that is measured

    from plugins.catalog import rules  # noqa: PLC0415  # with Pelican, in the process that is measured
    from plugins.views.annotation import Annotator  # noqa: PLC0415  # with Pelican, in the process that is measured

    spent: list[float] = []
    rules.WHOLE = tuple(
        _timed(rule, spent) if rule.__module__.endswith(".meanings") else rule for rule in rules.WHOLE
    )
    Annotator.__init__ = _timed(Annotator.__init__, spent)  # type: ignore[method-assign]  # timed here only
    Annotator.annotate = _timed(Annotator.annotate, spent)  # type: ignore[method-assign]  # timed here only
    start = time.process_time()
    options = ("-s", "pelicanconf.py", "--fatal=warnings", "-e", f'TODAY="{TODAY}"')
    main([str(folder / "content"), *options, "-o", str(folder / "output")])
    return time.process_time() - start, sum(spent)


def _timed(work: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    @wraps(work)
    def measured(*args: Any, **named: Any) -> Any:
        start = time.process_time()
        found = work(*args, **named)
        found = list(found) if hasattr(found, "__next__") else found
        spent.append(time.process_time() - start)
        return found

    return measured
