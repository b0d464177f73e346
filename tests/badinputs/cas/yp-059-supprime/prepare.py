"""Take away a place where outings happen."""

from pathlib import Path


def prepare(root: Path) -> None:
    (root / "data/lieux/salle-d-essai.yaml").unlink()
