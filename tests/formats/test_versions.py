import sys
from importlib.metadata import distributions, version

import pytest

from plugins.formats.versions import installed, version_of


@pytest.mark.parametrize("library", ["pelican", "pillow", "Markdown", "pydantic-core", "typst", "pikepdf"])
def test_a_version_is_the_one_that_python_tells(library: str) -> None:
    assert version_of(library) == version(library)


def test_a_library_that_is_not_there_is_told() -> None:
    with pytest.raises(LookupError):
        version_of("a-library-of-nobody")


def test_each_library_is_named_once_with_its_version(tmp_path) -> None:
    packages = tmp_path / "site-packages"
    for name in ("beta-2.0.dist-info", "alpha-1.1.dist-info", "alpha"):
        (packages / name).mkdir(parents=True)
    (tmp_path / "gamma-1.dist-info").mkdir()
    path = [str(tmp_path), str(packages), str(tmp_path / "missing-packages")]
    assert [*installed(path)] == ["alpha-1.1.dist-info", "beta-2.0.dist-info"]


def test_python_finds_the_same_libraries() -> None:
    assert len([*installed(sys.path)]) == len([*distributions()])
