"""Build the real site again and again in a copy, then edit it under `voir`; print a table."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.bench.annotation import measure_annotation
from tests.bench.booklet import measure_booklet
from tests.bench.full_build import measure_build
from tests.bench.long_day import measure_long_day
from tests.bench.outings import measure_outings
from tests.bench.posters import measure_posters
from tests.bench.rebuilds import measure_rebuilds
from tests.bench.saved_edit import measure_edits
from tests.bench.table import Row, as_markdown
from tests.bench.weights import measure_weights

ROOT = Path(__file__).parent.parent.parent
ROUNDS = 5


def main() -> None:
    """Measure in a copy of what git tracks, so that nothing of the project is touched."""
    if sys.argv[1:] == ["poids"]:
        sys.stdout.write(measure_weights())
        return
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        _copy_tracked_files(site)
        rows: list[Row] = [*measure_build(site, ROUNDS), *measure_edits(site, ROUNDS)]
        rows += measure_rebuilds(site, ROUNDS)
        rows += measure_long_day(site)
        rows += measure_outings(Path(folder), ROUNDS, site)
        rows += measure_posters(ROUNDS)
        rows += measure_booklet(ROUNDS)
        rows += measure_annotation(Path(folder), ROUNDS)
    sys.stdout.write(f"{as_markdown(rows, ROUNDS)}\n{measure_weights()}")


def _copy_tracked_files(target: Path) -> None:
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    for name in filter(None, names.decode().split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)


if __name__ == "__main__":
    main()
