"""What the tests of whole sites share."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.building import MINI, Resident


@pytest.fixture
def project(tmp_path: Path) -> Iterator[tuple[Path, Resident]]:
    """Give a mini site built once, and the process that builds it again."""
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    resident = Resident(root)
    assert resident.build()[0] == 0
    yield root, resident
    resident.close()
