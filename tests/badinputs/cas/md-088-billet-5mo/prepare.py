"""Write five million signs in one post."""

from pathlib import Path


def prepare(root: Path) -> None:
    text = "Title: Essai\nDate: 2026-10-05\nCategory: Sorties\n\n" + ("mot " * 19 + "fin.\n\n") * 65000
    (root / "content/billets/2026/2026-10-05-5mo.md").write_text(text, encoding="utf-8")
