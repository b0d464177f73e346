"""Whole sites, built once each."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.site.building import MINI, ONLINE, build, build_real

settings.register_profile("same", derandomize=True)  # the same draws each time
settings.load_profile("same")


@pytest.fixture
def mini_root(tmp_path: Path) -> Path:
    """Give a copy of the mini site's sources, to be broken at will."""
    return Path(shutil.copytree(MINI, tmp_path / "site"))


@pytest.fixture(scope="session")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the mini site as it would be online."""
    return _built(tmp_path_factory, MINI, ONLINE)


@pytest.fixture(scope="session")
def mini_preview(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the mini site as a volunteer sees it: drafts shown, links that open by double-click."""
    return _built(tmp_path_factory, MINI, {})


@pytest.fixture(scope="session")
def mini_examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the mini site with its examples."""
    return _built(tmp_path_factory, MINI, {"EXAMPLES": True})


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the association's site as it would be online."""
    return build_real(tmp_path_factory.mktemp("reel"))


@pytest.fixture(scope="session")
def real_again() -> Callable[..., Path]:
    """Give a function that builds the association's site once more, elsewhere, in another environment."""
    return build_real


def _built(factory: pytest.TempPathFactory, source: Path, settings: dict[str, object]) -> Path:
    root = Path(shutil.copytree(source, factory.mktemp("mini") / "site"))
    result = build(root, settings)
    assert result.returncode == 0, result.stderr
    return root / "output"
