"""Gabarit : {% endfor %} oublié."""

from pathlib import Path


def prepare(root: Path) -> None:
    page = root / "theme/templates/page.html"
    page.write_text("{% for menu in MENU %}" + page.read_text("utf-8"), encoding="utf-8")
