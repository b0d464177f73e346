"""The inventory lists every tool of the hashed lists, and is the same each time."""

import json
from pathlib import Path

import pytest

from plugins.commands.inventory import WRITTEN, write_inventory

ROOT = Path(__file__).parents[2]
LOCK = f"# tête\npypdf==6.1 \\\n    --hash=sha256:{'a' * 64} \\\n    --hash=sha256:{'b' * 64}\n"
TESTS = f"colorama==0.4.6 ; sys_platform == 'win32' \\\n    --hash=sha256:{'c' * 64}\n{LOCK}"
WORKFLOW = f"steps:\n  - uses: actions/checkout@{'d' * 40} # v7.0.1\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "requirements.txt").write_text(LOCK, "utf-8")
    (tmp_path / "requirements-tests.txt").write_text(TESTS, "utf-8")
    (tmp_path / ".github/workflows").mkdir(parents=True)
    (tmp_path / ".github/workflows/site.yml").write_text(WORKFLOW, "utf-8")
    return tmp_path


def _written(root: Path) -> dict:
    assert write_inventory(root) == 0
    return json.loads((root / WRITTEN).read_text("utf-8"))


def test_each_tool_has_its_version_its_scope_and_its_hashes(project: Path) -> None:
    document = _written(project)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert [(part["purl"], part["scope"]) for part in document["components"]] == [
        (f"pkg:github/actions/checkout@{'d' * 40}", "excluded"),
        ("pkg:pypi/colorama@0.4.6", "excluded"),
        ("pkg:pypi/pypdf@6.1", "required"),
    ]
    assert document["components"][2]["hashes"] == [
        {"alg": "SHA-256", "content": letter * 64} for letter in "ab"
    ]


def test_the_same_lists_give_the_same_bytes_and_another_list_another_number(project: Path) -> None:
    first = _written(project)
    assert _written(project) == first
    (project / "requirements.txt").write_text(LOCK.replace("6.1", "6.2"), "utf-8")
    assert _written(project)["serialNumber"] != first["serialNumber"]


def test_no_tool_of_the_real_lists_is_forgotten(tmp_path: Path) -> None:
    write_inventory(ROOT, str(tmp_path / "a.json"))
    parts = json.loads((tmp_path / "a.json").read_text("utf-8"))["components"]
    lines = [
        line
        for name in ("requirements.txt", "requirements-tests.txt")
        for line in (ROOT / name).read_text("utf-8").splitlines()
    ]
    named = {line.split(" ")[0].replace("==", "@") for line in lines if "==" in line and line[0] not in "# "}
    listed = {part["purl"].removeprefix("pkg:pypi/"): part for part in parts if part["type"] == "library"}
    assert listed.keys() == named
    assert all(part["hashes"] for part in listed.values())
