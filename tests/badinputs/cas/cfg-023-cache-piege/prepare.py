"""Build once, then put in place of whatever the build keeps a file that runs a command when it is read."""

import gzip
import os
import pickle
from pathlib import Path

from tests.badinputs.treating import build_before


class Trap:
    def __reduce__(self):
        return os.system, ("touch PWNED",)


def prepare(root: Path) -> None:
    build_before(root)
    former = root / ".cache/pelican/ArticlesGenerator-Readers"
    former.parent.mkdir(parents=True, exist_ok=True)
    former.write_bytes(gzip.compress(pickle.dumps(Trap())))
    for path in root.rglob(".*/**/*"):
        if path.is_file():
            path.write_bytes(pickle.dumps(Trap()))
