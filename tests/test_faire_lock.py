import os
from pathlib import Path
from types import ModuleType

import pytest

from tests.scripts import load


@pytest.fixture
def faire() -> ModuleType:
    return load("faire")


@pytest.fixture
def lock(tmp_path: Path, faire: ModuleType) -> Path:
    """Give a lock file whose mark, beside it, says that it was installed."""
    path = tmp_path / "requirements.txt"
    path.write_text("pelican==4.12.0\n")
    (tmp_path / "mark").write_text(faire.fingerprint(path))
    return path


def _installed_after(lock: Path, seconds: float) -> Path:
    mark, moment = lock.with_name("mark"), lock.stat().st_ctime + seconds
    os.utime(mark, (moment, moment))
    return mark


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was changed last")
def test_a_lock_that_has_not_moved_since_it_was_installed_is_not_read_again(faire, lock, monkeypatch):
    mark = _installed_after(lock, 2 * faire.SLOWEST_CLOCK)
    monkeypatch.setattr(faire, "fingerprint", lambda _: pytest.fail("it was read"))
    assert faire.is_installed(mark, lock)


@pytest.mark.parametrize("age", [-1000, 0, 1])
def test_a_lock_that_may_have_moved_since_is_read(faire, lock, age):
    mark = _installed_after(lock, age)
    assert faire.is_installed(mark, lock)
    lock.write_text("pelican==4.13.0\n")
    assert not faire.is_installed(_installed_after(lock, age), lock)


def test_what_was_never_installed_is_not(faire, lock):
    lock.with_name("mark").unlink()
    assert not faire.is_installed(lock.with_name("mark"), lock)
