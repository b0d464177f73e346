"""Write a workbook under the name of a text."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    given(root, "faux.csv", [OUTINGS, OUTING], kind="xlsx")
