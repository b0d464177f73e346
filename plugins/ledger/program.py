"""The program that builds: the digest of its files, of Python and of the libraries. Standard library only.

A process that builds reads the program for longer than this takes: whoever waits for it works the digest out.
"""

import sys
from pathlib import Path

from plugins.formats.versions import installed
from plugins.ledger.hashing import digest_of
from plugins.ledger.stamps import files_of

PROGRAM = Path(__file__).parents[2]
"""The folder of the project whose program this is."""


def program_and_libraries() -> str:
    """Return the digest of the program, of Python and of the libraries, settings left out; raise `OSError`."""
    plugins = PROGRAM / "plugins"
    names = sorted(files_of(str(plugins), hidden=False))
    parts = (part for name in names for part in (name, _bytes_of(f"{plugins}/{name}")))
    return digest_of(sys.version, *libraries(), *parts)


def libraries() -> list[str]:
    """Name each installed library with its version, as its folder does (PEP 376)."""
    return sorted(installed(sys.path))


def _bytes_of(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # thousands of files: a raw one is read sooner
        return file.read()
