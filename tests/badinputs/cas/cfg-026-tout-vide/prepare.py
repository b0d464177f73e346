"""Take every text away."""

from pathlib import Path


def prepare(root: Path) -> None:
    for path in (root / "content").rglob("*.md"):
        path.unlink()
