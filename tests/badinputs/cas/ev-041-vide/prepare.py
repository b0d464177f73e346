"""Take every outing away."""

import shutil
from pathlib import Path


def prepare(root: Path) -> None:
    shutil.rmtree(root / "data/sorties")
