"""Remove what the commands make, and only that."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from plugins.commands.console import say, warn

_MADE = ("output", ".cache", ".pytest_cache", ".ruff_cache", ".import_linter_cache", ".hypothesis")
_MADE_PATTERNS = (".output-*",)
_SOURCES = ("plugins", "tests", "theme")


def clean(root: Path, everything: bool = False) -> int:
    """Remove output and caches; .venv too when everything is asked."""
    found = sorted(made_by_commands(root, everything))
    if refused := [path for path in found if not _removed(path)]:
        names = ", ".join(path.relative_to(root).as_posix() for path in refused)
        warn(f"Un programme s’en sert encore : {names}. Fermez-le, puis recommencez.")
        return 1
    shown = [path.relative_to(root).as_posix() for path in found if path.name != "__pycache__"]
    if found:
        say(f"C’est propre. Effacé : {', '.join([*shown, 'caches de Python'])}.")
    else:
        say("C’était déjà propre.")
    if everything:
        say("Les outils seront réinstallés à la prochaine commande.")
    return 0


def made_by_commands(root: Path, everything: bool = False) -> Iterator[Path]:
    """List the folders that a command makes again by itself; a link is never followed."""
    candidates = [root / name for name in (*_MADE, *((".venv",) if everything else ()))]
    candidates += [path for pattern in _MADE_PATTERNS for path in root.glob(pattern)]
    candidates += [root / "__pycache__"]
    candidates += [path for name in _SOURCES for path in (root / name).rglob("__pycache__")]
    return (path for path in candidates if path.is_dir() and not path.is_symlink())


def _removed(path: Path) -> bool:
    try:
        shutil.rmtree(path)
    except OSError:
        return False
    return True
