"""Merge a title over the headings, and two headings together."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    rows = [["Sorties de l’hiver"], [*OUTINGS, ""], [*OUTING, "perdu"]]
    given(root, "fusion.xlsx", rows, merged=("A1:F1", "F2:G2"))
