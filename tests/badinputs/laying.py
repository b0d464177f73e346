"""Lay a bad input over the mini site, build it for real, and hold what came of it.

A case is a folder of `cas/`: `cas.json` says what is expected, `fichiers/` is laid over the site, and
`prepare.py` has a function `prepare(root)` for what does not fit in a portable file.
"""

import json
import runpy
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from tests.site.building import MINI, ONLINE, digests, pelican_command, pelican_environment

CASES = Path(__file__).parent / "cas"
MEASURING = Path(__file__).parent / "measuring.py"


@dataclass(frozen=True)
class Case:
    """Hold a bad input and what is asked of a build that meets it."""

    name: str
    expected: tuple[str, ...]
    file: str
    line: int | None
    named: tuple[str, ...]
    invariants: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Outcome:
    """Hold the end of a build; `memory` is the most it took, in bytes."""

    code: int
    said: str
    output: Path
    before: dict[str, str]
    seconds: float
    memory: int

    @property
    def after(self) -> dict[str, str]:
        return digests(self.output)


def read_case(name: str) -> Case:
    found = json.loads((CASES / name / "cas.json").read_text(encoding="utf-8"))
    named = tuple(found["message_doit_nommer"]) or (Path(found["fichier"]).name,)
    expected, invariants = tuple(found["attendu"]), tuple(found["invariants"])
    return Case(name, expected, found["fichier"], found["ligne"], named, invariants)


def lay(case: Case, healthy: Path, root: Path) -> Path:
    """Make a site that is healthy but for this case, with the output of a healthy build."""
    shutil.copytree(MINI, root)
    shutil.copytree(healthy, root / "output")
    if (CASES / case.name / "fichiers").exists():
        shutil.copytree(CASES / case.name / "fichiers", root, dirs_exist_ok=True)
    preparing = CASES / case.name / "prepare.py"
    if preparing.exists():
        (root / "content/documents").mkdir(parents=True, exist_ok=True)
        (root / "content/images").mkdir(parents=True, exist_ok=True)
        runpy.run_path(str(preparing))["prepare"](root)
    return root


def build_measured(root: Path) -> Outcome:
    """Build as online, in a process whose time and memory are measured."""
    output = root / "output"
    before = digests(output)
    began = time.perf_counter()
    with (root / "said.txt").open("wb") as said:
        measured = subprocess.run(
            [sys.executable, str(MEASURING), *pelican_command(root, ONLINE)],
            cwd=MINI.parents[2],
            env=pelican_environment(),
            stdout=subprocess.PIPE,
            stderr=said,
            check=True,
        )
    code, memory = map(int, measured.stdout.split()[-2:])
    text = (root / "said.txt").read_text(encoding="utf-8", errors="replace")
    seconds = time.perf_counter() - began
    return Outcome(code, text, output, before, seconds, memory)


def pdf_bytes() -> bytes:
    """Return a sound PDF of one blank page."""
    buffer = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()
