"""Tell whether .venv, the project's own Python, is sound and holds what the lock files say, without starting it.

Standard library only, and it parses on Python 3.6: `faire` reads it before all else. `pathlib` is longer to import than
all this takes, and names of files are text here.
"""

import os
import re
import sys

OLDEST = (3, 11)
BUILD_LOCK, TEST_LOCK = "requirements.txt", "requirements-tests.txt"
SLOWEST_CLOCK = 2  # seconds between two ticks of the coarsest file system in use (FAT)
MARK = ".faire-en-cours"  # in .venv as long as an installation has not ended well
ON_WINDOWS = os.name == "nt"


class Stop(Exception):  # noqa: N818  # it carries a sentence, and is no error of the program
    """Carry a French sentence to the person, and end there."""


def old_python(version: tuple, executable: str) -> str:
    """Say what to do when this Python is too old; say nothing when it is not."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    return (
        f"Ce site a besoin de Python 3.11 ou plus récent ; ici, c’est Python {version[0]}.{version[1]} "
        f"({executable}).\nInstallez la version actuelle depuis python.org, ou avec le gestionnaire de "
        "votre système,\npuis relancez avec elle, par exemple : python3.12 faire construire"
    )


def sound(venv: str) -> bool:
    """Tell whether .venv was made to the end, by a Python that is still there, the same and recent enough."""
    told, python = os.path.join(venv, "pyvenv.cfg"), python_of(venv)
    if not os.path.exists(python) or not os.path.isfile(told) or os.path.exists(os.path.join(venv, MARK)):
        return False
    with open(told) as file:
        made_by = re.search(r"^version\w* *= *(\d+)\.(\d+)", file.read(), re.MULTILINE)
    runs_on = re.search(r"(\d+)\.(\d+)$", os.path.basename(os.path.realpath(python))) or made_by
    versions = {tuple(map(int, found.groups())) for found in (made_by, runs_on) if found}
    return len(versions) == 1 and min(versions) >= OLDEST


def clean_environment(venv: str) -> dict:
    """Copy the environment without what would make Python or pip look outside .venv, or compile all at each call."""
    strangers = ("PYTHONPATH", "PYTHONHOME", "PYTHONSAFEPATH", "PYTHONSTARTUP", "PYTHONUSERBASE",
                 "PYTHONDONTWRITEBYTECODE", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "__PYVENV_LAUNCHER__")  # fmt: skip
    kept = {name: value for name, value in os.environ.items() if name not in strangers}
    path = f"{os.path.dirname(python_of(venv))}{os.pathsep}{kept.get('PATH', '')}"
    return dict(kept, VIRTUAL_ENV=str(venv), PATH=path, PYTHONNOUSERSITE="1", PYTHONUTF8="1", PIP_USER="0")


def python_of(venv: str) -> str:
    """Name .venv's own Python."""
    return os.path.join(venv, "Scripts", "python.exe") if ON_WINDOWS else os.path.join(venv, "bin", "python")


def stamp(venv: str, lock: str) -> str:
    """Name the file that remembers which lock was installed."""
    return os.path.join(venv, f".faire-{lock}")


def is_installed(mark: str, lock: str) -> bool:
    """Tell whether a lock file is the one that was installed; it is not read again when nothing has moved since."""
    # Nobody sets st_ctime, and each change of the file does; Windows tells there when the file was made.
    if not os.path.isfile(mark):
        return False
    if not ON_WINDOWS and os.stat(lock).st_ctime + SLOWEST_CLOCK < os.stat(mark).st_mtime:
        return True
    with open(mark) as file:
        is_same = file.read() == fingerprint(lock)
    if is_same and os.access(mark, os.W_OK):
        os.utime(mark)  # it was the same at this moment
    return is_same


def fingerprint(lock: str) -> str:
    """Return the SHA-256 of a lock file, the same whatever its line endings."""
    import hashlib  # noqa: PLC0415  # not for an unmoved lock: OpenSSL is long to load

    with open(lock, "rb") as file:
        return hashlib.sha256(file.read().replace(b"\r\n", b"\n")).hexdigest()


def say(text: str, stream=None, end: str = "\n") -> None:
    """Print French, even where the terminal lacks a letter."""
    stream = stream or sys.stdout
    encoding = getattr(stream, "encoding", None) or "ascii"
    stream.write(text.encode(encoding, "replace").decode(encoding) + end)
    stream.flush()
