"""The table of the figures, in French, as the README shows it."""

import os
import platform
from dataclasses import dataclass
from statistics import median

from plugins.french import format_number


@dataclass(frozen=True)
class Row:
    """Hold one thing measured: its words, its figures (one a round), their unit."""

    what: str
    figures: tuple[float, ...]
    unit: str
    digits: int = 2


def as_markdown(rows: list[Row], rounds: int) -> str:
    """Write the table: the median of the rounds, then the smallest and the largest."""
    lines = ["| mesure | médiane | de … à … |", "|---|---|---|"]
    lines += [f"| {row.what} | {_figure(row, median(row.figures))} | {_span(row)} |" for row in rows]
    machine = f"{os.cpu_count()} cœurs, Python {platform.python_version()}, {platform.system()}"
    lines += [
        "",
        f"{rounds} tours sur cette machine : {machine}. Pour refaire le tableau : `./faire mesurer`.",
        "",
    ]
    return "\n".join(lines)


def _figure(row: Row, value: float) -> str:
    return f"{format_number(round(value, row.digits))} {row.unit}"


def _span(row: Row) -> str:
    low, high = min(row.figures), max(row.figures)
    return f"{format_number(round(low, row.digits))} – {format_number(round(high, row.digits))}"
