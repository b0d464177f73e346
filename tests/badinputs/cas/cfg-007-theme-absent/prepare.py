"""THEME inexistant."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('THEME = "theme-disparu"\n')
