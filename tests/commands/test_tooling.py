import os
from pathlib import Path

import pytest

from plugins.commands import tooling


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """Give a lock file whose mark, beside it, says that it was installed."""
    path = tmp_path / "requirements.txt"
    path.write_text("pelican==4.12.0\n")
    (tmp_path / "mark").write_text(tooling.fingerprint(path))
    return path


def _installed_after(lock: Path, seconds: float) -> Path:
    mark, moment = lock.with_name("mark"), lock.stat().st_ctime + seconds
    os.utime(mark, (moment, moment))
    return mark


@pytest.mark.skipif(os.name == "nt", reason="Windows does not tell when a file was changed last")
def test_a_lock_that_has_not_moved_since_it_was_installed_is_not_read_again(lock, monkeypatch):
    mark = _installed_after(lock, 2 * tooling.SLOWEST_CLOCK)
    monkeypatch.setattr(tooling, "fingerprint", lambda _: pytest.fail("it was read"))
    assert tooling.is_installed(mark, lock)


@pytest.mark.parametrize("age", [-1000, 0, 1])
def test_a_lock_that_may_have_moved_since_is_read(lock, age):
    mark = _installed_after(lock, age)
    assert tooling.is_installed(mark, lock)
    lock.write_text("pelican==4.13.0\n")
    assert not tooling.is_installed(_installed_after(lock, age), lock)


def test_what_was_never_installed_is_not(lock):
    lock.with_name("mark").unlink()
    assert not tooling.is_installed(lock.with_name("mark"), lock)


def test_an_old_python_is_told_what_to_do() -> None:
    assert tooling.old_python((3, 8, 10), "/usr/bin/python3").splitlines() == [
        "Ce site a besoin de Python 3.11 ou plus récent ; ici, c’est Python 3.8 (/usr/bin/python3).",
        "Installez la version actuelle depuis python.org, ou avec le gestionnaire de votre système,",
        "puis relancez avec elle, par exemple : python3.12 faire construire",
    ]
    assert tooling.old_python((3, 11, 0), "python") == ""


def test_other_pythons_of_the_environment_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_TARGET", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "/elsewhere")
    cleaned = tooling.clean_environment(Path("/project/.venv"))
    assert "/elsewhere" not in cleaned.values()
    assert (cleaned["VIRTUAL_ENV"], cleaned["PIP_USER"]) == (str(Path("/project/.venv")), "0")
