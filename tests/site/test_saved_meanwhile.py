"""An edit saved while the site is being built again is never lost: the next build, which the watcher asks for, shows it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.building import MINI, ROOT, TODAY, Resident, digests
from tests.site.held import HELD

POST = "content/billets/2026/2026-11-19-ancien-style.md"
OTHER = "content/pages/association/index.md"
WORDS, PAGE = POST, "content/pages/essai.md"
"""Where words are saved first: those of a post are touched up, a new page asks Pelican for a whole build."""

POINTS = (
    ("plugins.bridge.resident:look_at_sources", "before", WORDS),
    ("plugins.bridge.resident:look_at_sources", "after", WORDS),
    ("plugins.bridge.touching_up:load_catalog", "after", WORDS),
    ("plugins.bridge.stages:load_catalog", "before", PAGE),
    ("plugins.bridge.stages:load_catalog", "after", PAGE),
    ("plugins.bridge.generator:SiteGenerator.generate_output", "before", WORDS),
    ("plugins.bridge.build:Build.swap_in", "before", WORDS),
    ("plugins.bridge.build:Build.swap_in", "after", PAGE),
)
AT_ONCE = (
    ("plugins.bridge.touching_up:look_at", "before"),
    ("plugins.bridge.touching_up:look_at", "after"),
    ("plugins.bridge.touching_up:load_catalog", "after"),
    ("plugins.bridge.build:Build.swap_in", "before"),
    ("plugins.bridge.build:Build.swap_in", "after"),
    ("plugins.bridge.looking:look_at_sources", "before"),
    ("plugins.bridge.looking:look_at_sources", "after"),
)
"""Where a build stands still that a watcher has told which text was saved: that text comes first."""


class Held:
    """Hold a process that builds, and that stands still where it was asked to."""

    def __init__(self, root: Path, point: str, moment: str) -> None:
        options = [str(root / "content"), "-s", str(ROOT / "pelicanconf.py"), "-o", str(root / "output")]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.site.held", point, moment, *options, "--fatal=warnings"],
            cwd=ROOT,
            env=os.environ | {"FAIRE_EVENTS": "1", "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(self, saved: tuple[str, ...] = ()) -> Iterator[str]:
        """Build once; stop each time the build stands still, and let it go when the next stop is asked for."""
        self._tell(json.dumps({"settings": {"TODAY": TODAY}, "saved": saved}))
        for line in self._process.stdout:
            if line.startswith(HELD):
                yield "held"
                self._tell("go")
            elif '"event": "ended"' in line:
                assert '"code": 0' in line
                return
        raise AssertionError("the process has left")

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()

    def _tell(self, line: str) -> None:
        print(line, file=self._process.stdin, flush=True)


def _edit(root: Path, name: str, words: str) -> None:
    text = (root / name).read_text("utf-8") if (root / name).exists() else "---\ntitre: Un essai\n---\n"
    (root / name).write_text(f"{text}\n{words}\n", "utf-8")


@pytest.mark.parametrize(("point", "moment", "first"), POINTS)
def test_an_edit_saved_while_the_site_is_built_is_shown_by_the_next_build(
    tmp_path: Path, point: str, moment: str, first: str
):
    _save_meanwhile(tmp_path, point, moment, first, ())


@pytest.mark.parametrize(("point", "moment"), AT_ONCE)
def test_an_edit_saved_while_a_text_is_shown_at_once_is_shown_by_the_next_build(
    tmp_path: Path, point: str, moment: str
):
    _save_meanwhile(tmp_path, point, moment, WORDS, (WORDS,))


def _save_meanwhile(tmp_path: Path, point: str, moment: str, first: str, saved: tuple[str, ...]) -> None:
    root = Path(shutil.copytree(MINI, tmp_path / "site"))
    held = Held(root, point, moment)
    try:
        list(held.build())
        _edit(root, first, "Le premier enregistrement.")
        stops = 0
        for number, _ in enumerate(held.build(saved)):
            stops += 1
            _edit(root, POST, f"Enregistré pendant la construction, {number}.")
            _edit(root, OTHER, f"Enregistrée pendant la construction, {number}.")
        list(held.build())
    finally:
        held.close()
    cold = Resident(root, "froid")
    assert cold.build()[0] == 0
    cold.close()
    assert digests(root / "output") == digests(root / "froid")
    assert stops == 1 if not saved else stops >= 1
    shown = (root / "output" / "actualites" / "2026" / "11" / "ancien-style" / "index.html").read_text(
        "utf-8"
    )
    assert "Enregistré pendant la construction" in shown
