"""Write a day that does not exist."""

from pathlib import Path

from tests.badinputs.workbooks import RETURN, RETURNS, given


def prepare(root: Path) -> None:
    given(root, "texte.xlsx", [RETURNS, [RETURN[0], "31 novembre 2026", *RETURN[2:]]])
