"""What nothing kept survives: a change of the program, of its settings, of Python or of a library."""

from collections.abc import Mapping
from types import FunctionType
from typing import Any

from plugins.ledger.digests import Digester, UnknownValueError
from plugins.ledger.fingerprints import Fingerprints
from plugins.ledger.hashing import digest_of
from plugins.ledger.program import PROGRAM, program_and_libraries
from plugins.ledger.stamps import Stamp, files_of, stamp_of
from plugins.ledger.traces import NEVER

FILES = ("faire", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt")
GIVEN = frozenset({"TODAY", "OUTPUT_PATH"})
"""Settings that are counted elsewhere: the day where it is read, the folder by its own memory."""


def basis_of(program: str, settings: Mapping[str, Any], fingerprints: Fingerprints) -> str:
    """Return the digest of the program, the settings, Python and the libraries; `NEVER` when it cannot be told.

    `program` is the digest of all but the settings (`program_of_builds`).
    """
    files = (fingerprints.of(PROGRAM / name) for name in FILES)
    try:
        chosen = Digester({FunctionType: _name}).of(
            {name: settings[name] for name in sorted(settings) if name not in GIVEN}
        )
    except UnknownValueError:
        return NEVER
    return digest_of(program, *files, chosen)


def program_stamps() -> dict[str, Stamp]:
    """Return the stamps of what a process reads once and keeps: the program, and of the theme all but pages."""
    read_once = {f"theme/{name}" for name in files_of(str(PROGRAM / "theme")) if not is_page_template(name)}
    read_once |= {f"plugins/{name}" for name in files_of(str(PROGRAM / "plugins"), hidden=False)}
    return {
        name: stamp_of(PROGRAM / name) for name in sorted({*read_once, *FILES}) if (PROGRAM / name).is_file()
    }


def is_page_template(name: str) -> bool:
    """Tell a template of pages, whose source is read at each build, from the other files of a theme."""
    return name.startswith("templates/") and name.endswith(".html")


def _name(function: FunctionType) -> str:
    """Name a function of the settings: its code is in the program, or in a library."""
    return f"{function.__module__}.{function.__qualname__}"


_told: list[str] = []


def know_program(digest: str) -> None:
    """Take the digest of the program that this process has read from whoever has worked it out; none is empty."""
    _told[:] = [digest] if digest else []


def program_of_builds() -> str:
    """Return the digest of the program, of Python and of the libraries (`program_and_libraries`); raise `OSError`.

    It is the one that was told, in a process that has been told (`know_program`).
    """
    return _told[0] if _told else program_and_libraries()
