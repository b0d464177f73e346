"""Write a cell that a spreadsheet would run."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    given(root, "active.csv", [OUTINGS, ["=CMD|'/C calc'!A0", *OUTING[1:]]])
