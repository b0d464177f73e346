"""Write an empty return sheet."""

from pathlib import Path

from tests.badinputs.workbooks import given


def prepare(root: Path) -> None:
    given(root, "vide.xlsx", [])
