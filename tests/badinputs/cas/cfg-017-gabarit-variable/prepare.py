"""Gabarit : variable mal écrite {{ DATA_PARTENAIRE }} (silencieusement vide)."""

from pathlib import Path


def prepare(root: Path) -> None:
    page = root / "theme/templates/page.html"
    page.write_text(page.read_text("utf-8").replace("page.title", "page.titre"), encoding="utf-8")
