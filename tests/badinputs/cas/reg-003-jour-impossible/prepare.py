"""TODAY qui n’est pas une date."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('TODAY = "30/02/2026"\n')
