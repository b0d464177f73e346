"""Build once, then change how Markdown is read."""

from pathlib import Path

from tests.badinputs.treating import build_before


def prepare(root: Path) -> None:
    build_before(root)
    with (root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write('MARKDOWN["extensions"] = [*MARKDOWN["extensions"], "nl2br"]\n')
