"""Write a day that does not exist, as a text."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    given(root, "texte.xlsx", [OUTINGS, [OUTING[0], "31 novembre 2026", *OUTING[2:]]])
