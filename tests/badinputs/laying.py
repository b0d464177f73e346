"""Lay a bad input over the mini site, and read what is asked of a build that meets it.

A case is a folder of `cas/`: `cas.json` says what is expected, `fichiers/` is laid over the site, and
`prepare.py` has a function `prepare(root)` for what does not fit in a portable file.
"""

import json
import runpy
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

from tests.site.building import MINI, ROOT

CASES = Path(__file__).parent / "cas"
NAMES = tuple(sorted(path.parent.name for path in CASES.glob("*/cas.json")))
SETTINGS = ("pelicanconf.py", "publishconf.py", "theme")


@dataclass(frozen=True)
class Case:
    """Hold a bad input and what is asked of a build that meets it.

    A case that is `alone` shows its fault, or its weight, only to a build of its own; one with `settings`
    has its own copy of the settings and the theme, and is built by our command. One with a `command` is a
    file given to that command, in the folder `recus` beside the site. `environment` is added to the build's.
    """

    name: str
    expected: tuple[str, ...]
    file: str
    line: int | None
    named: tuple[str, ...]
    invariants: tuple[dict[str, Any], ...]
    alone: bool
    settings: bool
    command: str
    environment: tuple[tuple[str, str], ...]

    @property
    def family(self) -> str:
        """Return the first word of the name: md, yp, ev, doc, img, cfg; red, tab, ima, reg for our own."""
        return self.name.partition("-")[0]


def read_case(name: str) -> Case:
    """Read what a case asks."""
    found = json.loads((CASES / name / "cas.json").read_text(encoding="utf-8"))
    named = tuple(found["message_doit_nommer"]) or (Path(found["fichier"]).name,)
    return Case(
        name,
        tuple(found["attendu"]),
        found["fichier"],
        found["ligne"],
        named,
        tuple(found["invariants"]),
        bool(found.get("seul")),
        bool(found.get("reglages")),
        found.get("commande", ""),
        tuple(found.get("environnement", {}).items()),
    )


def healthy(root: Path) -> Path:
    """Copy the healthy site to `root`."""
    shutil.copytree(MINI, root)
    (root / "content/documents").mkdir(parents=True, exist_ok=True)
    return root


def lay(case: Case, root: Path) -> None:
    """Lay a case over a site; refuse to lay two cases on one file."""
    if case.settings:
        for name in SETTINGS:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, root / name)
    files = CASES / case.name / "fichiers"
    if files.exists():
        shutil.copytree(files, root, dirs_exist_ok=True)
    preparing = CASES / case.name / "prepare.py"
    if preparing.exists():
        runpy.run_path(str(preparing))["prepare"](root)


def pdf_bytes() -> bytes:
    """Return a sound PDF of one blank page."""
    buffer = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def heavy_pdf(size: int) -> bytes:
    """Return a sound PDF of at least `size` bytes, which no cleaning makes lighter."""
    buffer = BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(420, 595))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"% " + b"lourd " * (size // 6) + b"\n")
        pdf.save(buffer, deterministic_id=True, compress_streams=False)
    return buffer.getvalue()
