"""Remake the hashed lists of packages that `faire` installs from."""

import subprocess
import sys
import tempfile
import venv
from collections.abc import Sequence
from pathlib import Path

from plugins.commands.console import say, warn

UV = "uv==0.13.9"  # the tool that writes the locks; pinned, so that two people write the same file
LOCKS = ("requirements", "requirements-tests")
_OPTIONS = (
    "--universal --python-version 3.11 --generate-hashes --only-binary :all: --upgrade --quiet "
    "--no-config --no-header --no-annotate --no-emit-index-url --no-emit-find-links"
)


def lock(root: Path) -> int:
    """Write both lock files anew from their .in files, each one only when it is complete."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venv.create(folder / "uv", with_pip=True)
        python = folder / "uv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"
        done = _run(root, [python, "-m", "pip", "install", "--quiet", UV]) and all(
            _compile(root, python, lock_name, folder) for lock_name in LOCKS
        )
    if not done:
        warn("Je n’ai pas pu tout refaire : regardez le message ci-dessus. Rien n’est abîmé.")
        return 1
    say("Les deux listes sont à jour ; la prochaine commande installera ce qui a changé.")
    return 0


def header(name: str) -> str:
    """Say where a lock comes from and how to remake it."""
    return f"# Fait par « ./faire verrouiller » à partir de {name}.in : ne pas modifier à la main.\n"


def _compile(root: Path, python: Path, name: str, folder: Path) -> bool:
    compiled = folder / f"{name}.txt"
    line = [python, "-m", "uv", "pip", "compile", *_OPTIONS.split(), f"{name}.in", "-o", compiled]
    if not _run(root, line):
        return False
    (root / compiled.name).write_text(header(name) + compiled.read_text("utf-8"), "utf-8", newline="\n")
    return True


def _run(root: Path, line: Sequence[str | Path]) -> bool:
    return subprocess.run(line, cwd=root, check=False).returncode == 0  # noqa: S603  # lines written here
