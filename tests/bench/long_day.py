"""A long day of corrections: the memory of the process that stays, after the first one, half-way, after the last."""

import os
import sys
from pathlib import Path
from statistics import median

from plugins.commands.rebuilding import Rebuilder
from tests.bench.memory import PROC, held_by_children
from tests.bench.table import Row

EDITS = 200


def measure_long_day(site: Path, edits: int = EDITS) -> list[Row]:
    """Correct a word of one post after another, `edits` times, and return the rows of the table.

    Each post is as long after it as before, so that what grows is what the process has not let go. Where the
    system does not tell what a process holds (macOS), nothing is measured.
    """
    if not PROC.is_dir():
        return []
    held = _memory_after_each(site, edits)
    what = f"{edits} textes corrigés de suite, mémoire du processus qui reste"
    return [
        Row(f"{what} : après le premier", (held[0],), "Mo", 0),
        Row(f"{what} : au milieu de toutes", (median(held),), "Mo", 0),
        Row(f"{what} : après le dernier", (held[-1],), "Mo", 0),
    ]


def _memory_after_each(site: Path, edits: int) -> list[float]:
    posts = {path: path.read_text(encoding="utf-8") for path in sorted(site.glob("content/billets/*/*.md"))}
    held = []
    with Rebuilder(site, examples=True) as rebuilder:
        _build(rebuilder)
        for number in range(edits):
            path = [*posts][number % len(posts)]
            path.write_text(f"{posts[path]}\nCorrection {number:04}.\n", encoding="utf-8")
            _build(rebuilder, path.relative_to(site).as_posix())
            held.append(held_by_children(os.getpid()))
    for path, text in posts.items():
        path.write_text(text, encoding="utf-8")
    return held


def _build(rebuilder: Rebuilder, *saved: str) -> None:
    """Build as `./faire voir` does, whose watcher says what was saved."""
    if not rebuilder.build(saved=saved).is_good:
        sys.exit("La construction a échoué : rien n’est mesuré.")
