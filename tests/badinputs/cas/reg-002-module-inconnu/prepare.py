"""Un module inconnu dans PLUGINS."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "publishconf.py").open("a", encoding="utf-8") as settings:
        settings.write('PLUGINS = ["plugins.bridge", "plugins.meteo"]\n')
