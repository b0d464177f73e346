from types import ModuleType

import pytest

from tests.scripts import load


@pytest.fixture
def faire() -> ModuleType:
    return load("faire")


@pytest.mark.parametrize(
    ("line", "build"),
    [
        ("construire", ["construire"]),
        ("build --exemples", ["construire", "--exemples"]),
        ("preview", ["apercu"]),
        ("construire --help", []),
        ("nettoyer construire", []),
        ("voir", []),
    ],
)
def test_only_a_build_alone_does_without_invoke(faire: ModuleType, line: str, build: list[str]) -> None:
    assert faire.asked_build(line.split()) == build
