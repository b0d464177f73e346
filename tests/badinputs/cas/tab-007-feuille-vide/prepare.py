"""Write a workbook whose only sheet is empty."""

from pathlib import Path

from tests.badinputs.workbooks import given


def prepare(root: Path) -> None:
    given(root, "vide.xlsx", [])
