"""Build once, then cut short whatever the build keeps for the next one."""

from pathlib import Path

from tests.badinputs.treating import build_before


def prepare(root: Path) -> None:
    build_before(root)
    kept = [path for path in root.rglob(".*/**/*") if path.is_file()]
    assert kept
    for path in kept:
        path.write_bytes(path.read_bytes()[:20])
