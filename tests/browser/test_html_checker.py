"""What the Nu HTML checker of the W3C says of every page, style sheet and drawing. It needs Java and npm's vnu-jar."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.site.building import ROOT

JAR = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
POLICY = re.compile(r"(Resource|Inline script) violates Content Security Policy \(meta tag\): ")
"""Left to test_content_policy.py, which asks a real browser: for the checker, a file of the disk is of no site, and
a block of data is a script, which it is not (HTML, « prepare the script element », where data blocks go first).
"""
NOT_YET_KNOWN = frozenset(
    {
        "CSS: “justify-self”: “anchor-center” is not a “justify-self” value.",
        "CSS: “position-anchor”: Property “position-anchor” doesn't exist.",
        "CSS: “position-try”: Property “position-try” doesn't exist.",
        "CSS: “top”: “anchor(bottom)” is not a “top” value.",
    }
)
"""What puts a note against its word (CSS Anchor Positioning Module Level 1), younger than the checker: left to
test_notes.py, which asks a real browser.
"""
CHECKED = frozenset({".html", ".css", ".svg"})
PATIENCE = 180  # seconds: both sites together take about twenty
ABSENT = (
    "Le HTML n’est pas relu par le vérificateur du W3C : il manque {missing}. Pour l’ajouter, installez Java 17, "
    "puis, dans le dossier du projet : npm install --no-save axe-core@4.12.1 ical.js@2.2.1 lighthouse@12.8.2 vnu-jar@26.9.27"
)


def _said_of(files: Sequence[Path]) -> list[str]:
    """Return each error and each warning, with its file and its line."""
    java = _java()
    line = [java, "-Xss4m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", "--stdout"]
    line += ["--also-check-css", "--also-check-svg", *map(str, files)]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=PATIENCE)
    return [
        f"{found['url']}:{found.get('lastLine', 0)} {found['message']}"
        for found in json.loads(done.stdout)["messages"]
        if not POLICY.match(found["message"]) and found["message"] not in NOT_YET_KNOWN
    ]


def _java() -> str:
    """Give Java; without it or without the checker, skip, but fail in CI, where both are expected."""
    java = shutil.which("java")
    missing = [name for name, found in (("Java", java), ("vnu-jar", JAR.is_file())) if not found]
    if missing:
        told = ABSENT.format(missing=" et ".join(missing))
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(told)
    return str(java)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix in CHECKED)


def test_the_whole_site_has_no_error_and_no_warning(real: Path, season: Path):
    """As it goes online, and as it opens by double-click with its examples, its drafts and its components."""
    online, opened = _files(real), _files(season)
    assert {path.suffix for path in (*online, *opened)} == CHECKED
    assert len(online) > 1000 < len(opened)
    assert _said_of([*online, *opened]) == []


def test_a_fault_in_html_in_a_style_sheet_or_in_a_drawing_is_told(tmp_path: Path):
    (tmp_path / "page.html").write_text(
        '<!DOCTYPE html>\n<html lang="fr"><head><title>Un</title></head>\n<body>\n<p id="a">Un\n<p id="a">Deux\n'
        "</body></html>\n",
        "utf-8",
    )
    (tmp_path / "site.css").write_text(".a {\n  colour: red;\n}\n", "utf-8")
    (tmp_path / "dessin.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg">\n<g></svg>\n', "utf-8")
    told = [said.rpartition("/")[2] for said in _said_of(_files(tmp_path))]
    assert "page.html:4 Duplicate ID “a”." in told
    assert "site.css:2 CSS: “colour”: Property “colour” doesn't exist." in told
    assert any(said.startswith("dessin.svg:") for said in told)
