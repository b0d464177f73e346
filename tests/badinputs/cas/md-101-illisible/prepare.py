"""Leave a link to a page that is not there any more."""

from pathlib import Path


def prepare(root: Path) -> None:
    (root / "content/pages/fantome.md").symlink_to("/nexiste/pas.md")
