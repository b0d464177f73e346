"""SITEURL en http:// et barre finale."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write('SITEURL = "http://www.exemple.fr/"\n')
