"""`./faire voir` as a volunteer lives it: the browser is left open, and files are saved."""

import os
import re
import shutil
import signal
import subprocess
import sys

import pytest
from playwright.sync_api import expect

from tests.site.building import MINI, ROOT

POST = "content/billets/2026/2026-11-20-bienvenue.md"
NOON_OF_TODAY = "1795345200"  # 2026-11-22, 11:00 UTC
# Ctrl-C is heard even where this test runs in the background, which makes Python deaf to it.
VOIR = """
import signal, sys
from pathlib import Path
from plugins.commands.previewing import preview
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.exit(preview(Path.cwd(), port="0"))
"""


@pytest.fixture
def project(tmp_path):
    """Copy the mini site's content, and the code that builds it, as one project."""
    root = shutil.copytree(MINI, tmp_path / "projet")
    shutil.copy(ROOT / "pelicanconf.py", root)
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture
def address(project):
    """Run `voir` on a port that is free; give the address it says, then stop it as Ctrl-C does."""
    env = os.environ | {"SOURCE_DATE_EPOCH": NOON_OF_TODAY, "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
    line, piped = [sys.executable, "-c", VOIR], subprocess.PIPE
    with subprocess.Popen(
        line, cwd=project, env=env, stdout=piped, stderr=piped, encoding="utf-8"
    ) as process:
        try:
            found = next((match for match in map(_address, process.stdout) if match), None)
            assert found, process.stderr.read()
            yield found[0]
            process.send_signal(signal.SIGINT)
            assert process.communicate(timeout=20)[0].endswith("À bientôt.\n")
            assert process.returncode == 0
        finally:
            process.kill()


def test_the_page_follows_what_is_saved_and_shows_what_is_to_be_mended(new_page, project, address):
    page, post = new_page(), project / POST
    right = post.read_text("utf-8")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Le site se construit : un instant…")
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 sortie gratuite")

    with page.expect_response(f"{address}_faire/versions"):  # from now on, the page listens
        page.goto(f"{address}actualites/2026/11/bienvenue/")
    expect(page.locator("main")).to_contain_text("Un intertitre")
    post.write_text(right.replace("Un intertitre", "Un titre changé"), "utf-8")
    expect(page.locator("main")).to_contain_text("Un titre changé")

    post.write_text(right.replace("date: 20/11/2026", "date: 31/11/2026"), "utf-8")
    expect(page.get_by_role("heading", level=1)).to_have_text("Il y a quelque chose à corriger")
    expect(page.locator("pre")).to_contain_text(f"{POST}, ligne 3 : novembre 2026 compte 30 jours, pas 31.")

    post.write_text(right, "utf-8")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bienvenue")
    expect(page.locator("main")).to_contain_text("Un intertitre")


def _address(line):
    return re.search(r"http://127\.0\.0\.1:\d+/", line)
