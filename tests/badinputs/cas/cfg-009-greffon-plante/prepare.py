"""Greffon qui lève une exception à l'enregistrement."""

from pathlib import Path


def prepare(root: Path) -> None:
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('PLUGINS = [*PLUGINS, "greffon_casse"]\n')
    (root / "greffon_casse.py").write_text(
        'def register():\n    raise RuntimeError("panne")\n', encoding="utf-8"
    )
