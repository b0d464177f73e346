"""Build a whole site with the real Pelican, in a process of its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from plugins.ledger.stamps import Stamp, scan

ROOT = Path(__file__).parent.parent.parent
MINI = ROOT / "tests" / "sites" / "mini"
TODAY = "2026-11-22"
MORNING = f"{TODAY}T08:00:00+01:00"  # in Paris: no outing that is announced has ended
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


def build_real(
    folder: Path, env: dict[str, str] | None = None, settings: dict[str, object] | None = None
) -> Path:
    """Build the association's site from a copy of its sources."""
    for name in ("content", "data"):
        shutil.copytree(ROOT / name, folder / name)
    result = build(folder, {**ONLINE, **(settings or {})}, env)
    assert result.returncode == 0, result.stderr
    return folder / "output"


def written_again(root: Path, before: dict[str, Stamp]) -> set[str]:
    """Name the files of the site that are not those of before."""
    return {name for name, stamp in scan(root / "output").items() if before.get(name) != stamp}


class Resident:
    """Build one project again and again in one process, as `./faire voir` does."""

    def __init__(self, root: Path, output: str = "output", settings: dict[str, object] | None = None) -> None:
        self.notes: list[str] = []
        options = [str(root / "content"), "-s", str(ROOT / "pelicanconf.py"), "-o", str(root / output)]
        options += ["--fatal=warnings", "--log-handler", "plain"]
        if settings:
            options += ["-e", *(f"{name}={json.dumps(value)}" for name, value in settings.items())]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plugins.bridge.resident", *options],
            cwd=ROOT,
            env=os.environ | {"FAIRE_EVENTS": "1", "PYTHONUTF8": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def build(
        self,
        today: str = TODAY,
        settings: dict[str, object] | None = None,
        *,
        forget: bool = False,
        saved: tuple[str, ...] = (),
    ) -> tuple[int, list[dict[str, object]], str]:
        """Return the exit code of one build, the problems it told, and its log; `saved` is what a watcher has seen."""
        request = {"settings": {"TODAY": today, **(settings or {})}, "forget": forget, "saved": saved}
        print(json.dumps(request), file=self._process.stdin, flush=True)
        problems, log = [], []
        for line in self._process.stdout:
            _, mark, text = line.partition("\x1e")
            event = json.loads(text) if mark else {"event": ""}
            if event["event"] == "ended":
                return event["code"], problems, "".join(log)
            if event["event"] == "built":
                self.notes = event["notes"]
            if event["event"] == "problem":
                problems.append(event)
            elif not mark:
                log.append(line)
        raise AssertionError("".join(log))

    def close(self) -> None:
        """End the process."""
        self._process.stdin.close()
        self._process.wait(timeout=60)
        self._process.stdout.close()
