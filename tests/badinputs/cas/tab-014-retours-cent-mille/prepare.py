"""Write a hundred thousand returns."""

from pathlib import Path

from tests.badinputs.workbooks import RETURN, RETURNS, given


def prepare(root: Path) -> None:
    given(root, "long.csv", [RETURNS, *([RETURN] * 100_000)])
