"""Write a formula in the place of a number."""

from pathlib import Path

from tests.badinputs.workbooks import RETURN, RETURNS, given


def prepare(root: Path) -> None:
    given(root, "formule.xlsx", [RETURNS, [*RETURN[:3], "=2+4", RETURN[4]]])
