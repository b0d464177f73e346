"""Paste a picture of three million signs into a post."""

from pathlib import Path


def prepare(root: Path) -> None:
    text = (
        "Title: Essai\nDate: 2026-10-05\nCategory: Sorties\n\n"
        f"![x](data:image/png;base64,{'A' * 3_000_000})\n"
    )
    (root / "content/billets/2026/2026-10-05-base64.md").write_text(text, encoding="utf-8")
