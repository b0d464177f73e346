import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.catalog import Catalog, load_catalog
from plugins.commands.importing import read
from plugins.importing.opening import open_file
from plugins.importing.planning import Planner, Step, apply
from plugins.importing.report import report

ROOT = Path(__file__).parents[2]
TODAY = datetime.date(2026, 11, 22)
COMMUNES = """\
- {insee: "26362", nom: Valence, departement: "26", codes_postaux: ["26000"], population: 64483, lat: 44.93, lon: 4.89}
- {insee: "26161", nom: Lemps, departement: "26", codes_postaux: ["26510"], population: 81, lat: 44.34, lon: 5.41}
- {insee: "07140", nom: Lemps, departement: "07", codes_postaux: ["07610"], population: 834, lat: 45.02, lon: 4.79}
- {insee: "07186", nom: Privas, departement: "07", codes_postaux: ["07000"], population: 8465, lat: 44.72, lon: 4.59}
- {insee: "07072", nom: Coux, departement: "07", codes_postaux: ["07000"], population: 1604, lat: 44.73, lon: 4.62}
- {insee: "07281", nom: Saint-Péray, departement: "07", codes_postaux: ["07130"], population: 7770, lat: 44.94, lon: 4.84}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "projet"
    (root / "data" / "lieux").mkdir(parents=True)
    (root / "content").mkdir()
    for name in ("association", "rubriques"):
        shutil.copy(ROOT / "data" / f"{name}.yaml", root / "data")
    (root / "data" / "communes.yaml").write_text(COMMUNES, "utf-8")
    theatre = 'nom: Théâtre de Privas\ncommune: "07186"\ntype: theatre\n'
    (root / "data" / "lieux" / "theatre-de-privas.yaml").write_text(theatre, "utf-8")
    return root


@pytest.fixture
def catalog(project: Path) -> Catalog:
    return load_catalog(project)


@pytest.fixture
def importing(project: Path) -> Callable[..., tuple[str, tuple[Step, ...]]]:
    """Import a file; return the report and the steps."""

    def run(name: str, content: str | bytes, *, write: bool = False) -> tuple[str, tuple[Step, ...]]:
        path = project.parent / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        reading = read(open_file(path))
        steps = Planner(load_catalog(project), reading.system, f"import de {name}", TODAY).plan(reading)
        if write:
            apply(project, steps)
        return report(name, reading, steps, written=write), steps

    return run
