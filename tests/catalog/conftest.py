"""A small healthy site, on which each test lays the one file it speaks of."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from plugins.catalog import Catalog, DataError, Problem, load_catalog

Files = Mapping[str, str | bytes]

HEALTHY: dict[str, str] = {
    "data/association.yaml": "nom: L'association\nmission: Aider.\ndepartements: [Drôme]\nsite: https://www.exemple.fr/\n",
    "data/communes.yaml": (
        '- {insee: "26362", nom: Valence, departement: "26", codes_postaux: ["26000"], population: 64000,'
        " lat: 44.9256, lon: 4.9091}\n"
        '- {insee: "07186", nom: Privas, departement: "07", codes_postaux: ["07000"], population: 8300,'
        " lat: 44.7346, lon: 4.5994}\n"
    ),
    "data/rubriques.yaml": "- nom: Sorties\n  description: Des idées.\n",
    "data/lieux/salle.yaml": 'nom: Salle\ncommune: "26362"\n',
}


@pytest.fixture
def lay(tmp_path: Path) -> Callable[[Files], Path]:
    """Write files over the healthy site and give its folder."""

    def write(files: Files) -> Path:
        for name, content in {**HEALTHY, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return write


@pytest.fixture
def load(lay: Callable[[Files], Path]) -> Callable[[Files], Catalog]:
    """Load the healthy site with these files over it."""
    return lambda files: load_catalog(lay(files))


@pytest.fixture
def problems(lay: Callable[[Files], Path]) -> Callable[[Files], tuple[Problem, ...]]:
    """Load the healthy site with these files over it, and give what is told; nothing when all is right."""

    def told(files: Files) -> tuple[Problem, ...]:
        try:
            load_catalog(lay(files))
        except DataError as error:
            return error.problems
        return ()

    return told


@pytest.fixture
def told(problems: Callable[[Files], tuple[Problem, ...]]) -> Callable[[Files], list[tuple[int, str, str]]]:
    """Give the line, the code and the message of each problem."""
    return lambda files: [(problem.line, problem.code, problem.message) for problem in problems(files)]


@pytest.fixture
def advised(load: Callable[[Files], Catalog]) -> Callable[[Files], list[tuple[int, str, str]]]:
    """Give the line, the code and the message of what is said and stops nothing."""
    return lambda files: [(notice.line, notice.code, notice.message) for notice in load(files).notices]
