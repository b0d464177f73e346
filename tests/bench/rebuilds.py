"""What a change costs: the real site with its examples, built again at once and by the process that stays."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from plugins.commands.rebuilding import Rebuilder
from tests.bench.full_build import run_build
from tests.bench.table import Row

POST = "content/billets/2026/2026-11-22-le-livret-des-sigles.md"
OUTING = "data/exemples/sorties"
TEMPLATE = "theme/templates/partials/footer.html"


def measure_rebuilds(site: Path, rounds: int) -> list[Row]:
    """Make each change `rounds` times and return the rows of the table."""
    os.environ["EXEMPLES"] = "1"
    try:
        return [*_at_once(site, rounds), *_resident(site, rounds)]
    finally:
        del os.environ["EXEMPLES"]


def _at_once(site: Path, rounds: int) -> list[Row]:
    run_build(site)
    changes = {
        "un billet corrigé": _a_post,
        "une sortie corrigée": _an_outing,
        "un gabarit changé": _a_template,
    }
    rows = [
        Row(
            f"{what} : construction, temps",
            tuple(_after(change, site, run_build) for _ in range(rounds)),
            "s",
        )
        for what, change in changes.items()
    ]
    subprocess.run(
        [sys.executable, "-m", "invoke", "construire"], cwd=site, check=True, stdout=subprocess.DEVNULL
    )
    same = tuple(_after(lambda _: None, site, _asked) for _ in range(rounds))
    return [*rows, Row("rien de changé : `./faire construire`", same, "s")]


def _resident(site: Path, rounds: int) -> list[Row]:
    with Rebuilder(site, examples=True) as rebuilder:
        rebuilder.build()
        rebuilder.build()

        def build(_: Path, *saved: str) -> None:
            if not rebuilder.build(saved=saved).is_good:
                sys.exit("La construction a échoué : rien n’est mesuré.")

        def show(_: Path) -> None:
            build(site, POST)

        return [
            Row("un billet corrigé : processus qui reste", tuple(_after(_a_post, site, show) for _ in range(rounds)), "s"),
            Row("une sortie corrigée : processus qui reste", tuple(_after(_an_outing, site, build) for _ in range(rounds)), "s"),
        ]  # fmt: skip


def _after(change: Callable[[Path], None], site: Path, build: Callable[[Path], object]) -> float:
    change(site)
    start = time.perf_counter()
    build(site)
    return time.perf_counter() - start


def _asked(site: Path) -> None:
    """Ask as a person does, with `faire` itself."""
    subprocess.run(
        [sys.executable, "-c", _WITHOUT_VENV], cwd=site, check=True, stdout=subprocess.DEVNULL, env=os.environ
    )


_WITHOUT_VENV = """
import time
from pathlib import Path
from plugins.ledger.unchanged import look, said_when_built
assert said_when_built(Path("."), look(Path("."), "construire", time.time()))
"""
"""What `faire` runs once it has looked at .venv, which the copy that is measured has not."""


def _a_post(site: Path) -> None:
    _add(site / POST, "\nUn mot de plus.\n")


def _an_outing(site: Path) -> None:
    path = min((site / OUTING).glob("*.yaml"))
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("resume:"))
    lines[at] = f"{lines[at]} ici" if len(lines[at]) < 180 else "resume: Une sortie d’exemple."
    path.write_text("\n".join(lines), encoding="utf-8")


def _a_template(site: Path) -> None:
    _add(site / TEMPLATE, "<!-- un mot -->\n")


def _add(path: Path, words: str) -> None:
    path.write_text(f"{path.read_text(encoding='utf-8')}{words}", encoding="utf-8")
