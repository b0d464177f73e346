"""OUTPUT_PATH hors du projet."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write('OUTPUT_PATH = "../dehors"\n')
