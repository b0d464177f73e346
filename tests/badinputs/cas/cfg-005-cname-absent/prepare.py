"""CNAME supprimé : le domaine serait perdu."""

from pathlib import Path


def prepare(root: Path) -> None:
    settings = root / "pelicanconf.py"
    rows = settings.read_text("utf-8").splitlines(keepends=True)
    settings.write_text("".join(row for row in rows if not row.startswith("SITEURL")), encoding="utf-8")
