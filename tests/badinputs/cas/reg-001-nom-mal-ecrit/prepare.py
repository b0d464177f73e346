"""Un nom de réglage mal écrit dans pelicanconf.py."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write("DELETE_OUTPUT_DIRECTRY = False\n")
