"""Write pages under names that Windows cannot hold."""

from pathlib import Path


def prepare(root: Path) -> None:
    for name in ("con.md", "a:b.md"):
        (root / "content/pages" / name).write_text("Title: X\n\nx\n", encoding="utf-8")
