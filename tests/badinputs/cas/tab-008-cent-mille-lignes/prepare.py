"""Write a hundred thousand outings."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    given(root, "long.xlsx", [OUTINGS, *([OUTING] * 100_000)])
