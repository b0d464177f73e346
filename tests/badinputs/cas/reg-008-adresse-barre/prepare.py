"""SITEURL suivi d’une barre."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write('SITEURL = "https://www.exemple.fr/"\n')
