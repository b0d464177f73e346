"""Write a formula as a text, as a badly saved sheet does."""

from pathlib import Path

from tests.badinputs.workbooks import OUTING, OUTINGS, given


def prepare(root: Path) -> None:
    given(root, "formule.xlsx", [OUTINGS, ["=CONCATENER(A1;B1)", *OUTING[1:]]])
