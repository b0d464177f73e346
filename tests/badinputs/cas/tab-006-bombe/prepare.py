"""Write a workbook of 300 kB that unpacks to 300 MB."""

from pathlib import Path

from tests.badinputs.workbooks import bomb


def prepare(root: Path) -> None:
    bomb(root, "bombe.xlsx", 300_000_000)
