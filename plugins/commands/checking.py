"""Run every check of the project, one after the other, and sum them up."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.commands.console import say, title
from plugins.commands.reporting import duration

_LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_logo=True))"
_ZIZMOR = "zizmor.exe" if sys.platform == "win32" else "zizmor"


@dataclass(frozen=True)
class Check:
    """Hold one check: its French name and its command line."""

    name: str
    line: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """Hold how one check ended."""

    check: Check
    code: int
    seconds: float


Runner = Callable[[Check], Outcome]


def verify(root: Path, run: Runner | None = None) -> int:
    """Run every check to the last one, then show the summary; return 0 when all are green."""
    outcomes = []
    for check in checks(root):
        title(f"▸ {check.name}")
        outcomes.append(run(check) if run else run_check(root, check))
    title("Résumé")
    say(summary(outcomes))
    return int(any(outcome.code for outcome in outcomes))


def run_tests(root: Path, arguments: Sequence[str] = ()) -> int:
    """Run pytest with the arguments as they were given."""
    return run_check(root, Check("Tests", (*_tests(), *arguments))).code


def measure(root: Path, arguments: Sequence[str] = ()) -> int:
    """Measure the real site; the tables are for the README and for docs/poids.md."""
    return run_check(root, Check("Mesures", (sys.executable, "-m", "tests.bench", *arguments))).code


def compare(root: Path, arguments: Sequence[str] = ()) -> int:
    """Race the project against other generators; the table is for the README."""
    return run_check(
        root, Check("Comparaison", (sys.executable, "-m", "tests.bench.rivals", *arguments))
    ).code


def look(root: Path, kinds: Sequence[str] = ()) -> int:
    """Photograph a page of each kind, or of those that are named, for people to look at."""
    return run_check(root, Check("Images", (sys.executable, "-m", "tests.browser.looking", *kinds))).code


def checks(root: Path) -> tuple[Check, ...]:
    """List the checks in the order in which they run, the quickest first."""
    python = sys.executable
    workflows = root / ".github"
    zizmor = str(Path(python).parent / _ZIZMOR)
    listed = (
        Check("Règles d’écriture du code (ruff)", (python, "-m", "ruff", "check")),
        Check("Mise en forme du code (ruff)", (python, "-m", "ruff", "format", "--check")),
        Check("Architecture (import-linter)", (python, "-c", _LINT_IMPORTS)),
        Check("Automatismes de GitHub (zizmor)", (zizmor, "--offline", "--no-progress", str(workflows))),
        Check("Tests (pytest)", _tests()),
    )
    return tuple(check for check in listed if check.line[0] != zizmor or workflows.is_dir())


def run_check(root: Path, check: Check) -> Outcome:
    """Run one check with its output shown as it is."""
    began = time.perf_counter()
    code = subprocess.run(check.line, cwd=root, check=False).returncode  # noqa: S603  # lines written here
    return Outcome(check, code, time.perf_counter() - began)


def summary(outcomes: Sequence[Outcome]) -> str:
    """Write one line for each check, then what it comes to."""
    width = max(len(outcome.check.name) for outcome in outcomes)
    lines = [
        f"  {'✘' if outcome.code else '✔'} {outcome.check.name.ljust(width)}  {duration(outcome.seconds)}"
        for outcome in outcomes
    ]
    failed = [outcome.check.name for outcome in outcomes if outcome.code]
    closing = f"À reprendre : {', '.join(failed)}." if failed else "Tout est bon."
    return "\n".join([*lines, closing])


def _tests() -> tuple[str, ...]:
    return (sys.executable, "-m", "pytest")
