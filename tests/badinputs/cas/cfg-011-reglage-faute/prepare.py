"""Faute dans un nom de réglage : DELETE_OUTPUT_DIRECTRY."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write("DELETE_OUTPUT_DIRECTRY = True\nWITH_FUTUR_DATES = False\n")
