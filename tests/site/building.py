"""Build a whole site with the real Pelican, in a process of its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
MINI = ROOT / "tests" / "sites" / "mini"
TODAY = "2026-11-22"
ONLINE = {"PRODUCTION": True, "LOCAL_LINKS": False}

Result = subprocess.CompletedProcess[str]


def build(root: Path, settings: dict[str, object] | None = None, env: dict[str, str] | None = None) -> Result:
    """Run Pelican, strict, on the project at `root`; the site goes to `root/output`."""
    return subprocess.run(
        pelican_command(root, settings),
        cwd=ROOT,
        env=pelican_environment(env),
        capture_output=True,
        text=True,
        check=False,
    )


def pelican_command(root: Path, settings: dict[str, object] | None = None) -> list[str]:
    """Return the line that runs Pelican, strict, on the project at `root`."""
    overrides = {"TODAY": TODAY, **(settings or {})}
    command = [sys.executable, "-m", "pelican", str(root / "content"), "-s", str(ROOT / "pelicanconf.py")]
    command += ["-o", str(root / "output"), "--fatal=warnings", "--log-handler", "plain", "-e"]
    return [*command, *(f"{name}={json.dumps(value)}" for name, value in overrides.items())]


def pelican_environment(env: dict[str, str] | None = None) -> dict[str, str]:
    """Return our environment without what a person's shell may add to a build."""
    clean = {name: value for name, value in os.environ.items() if name not in {"FAIRE_EVENTS", "EXEMPLES"}}
    return clean | {"PYTHONUTF8": "1"} | (env or {})


def digests(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build_real(folder: Path, env: dict[str, str] | None = None) -> Path:
    """Build the association's site from a copy of its sources."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, folder / name)
    result = build(folder, ONLINE, env)
    assert result.returncode == 0, result.stderr
    return folder / "output"
