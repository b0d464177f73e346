"""The published site says of each file what it is, and of itself where it comes from."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from plugins.commands.publishing_manifest import Manifest, read_manifest, write_manifest
from plugins.commands.publishing_trees import MANIFEST
from tests.commands.publishing_workshop import git, open_workshop

ZERO = "0" * 64
TEXT = f"# commit: abc\n# SOURCE_DATE_EPOCH: 1795348800\n# python: 3.13.1\n{ZERO}  a b.html\n{ZERO}  z.txt\n"


def test_a_manifest_is_read_as_it_is_written() -> None:
    manifest = Manifest("abc", date(2026, 11, 22), "3.13.1", {"z.txt": ZERO, "a b.html": ZERO})
    assert write_manifest(manifest) == TEXT
    assert read_manifest(TEXT) == manifest


@pytest.mark.parametrize("text", ["", "# commit: abc\n", TEXT.replace("1795348800", "hier")])
def test_a_manifest_without_its_facts_is_none(text: str) -> None:
    assert read_manifest(text) is None


def test_sha256sum_agrees_with_the_manifest_that_is_online(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop = open_workshop(tmp_path, monkeypatch)
    head = git(workshop.root, "rev-parse", "HEAD").strip()
    workshop.publish()
    site = tmp_path / "en-ligne"
    git(tmp_path, "clone", "--quiet", "--branch", "gh-pages", str(workshop.bare), str(site))
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", MANIFEST],
        cwd=site,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    listed = {line.split("  ")[1] for line in (site / MANIFEST).read_text().splitlines() if line[0] != "#"}
    assert listed == set(git(site, "ls-files").split()) - {MANIFEST}
    assert f"# commit: {head}\n# SOURCE_DATE_EPOCH: 1795348800\n" in (site / MANIFEST).read_text()
