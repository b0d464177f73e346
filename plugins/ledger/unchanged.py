"""Answer « nothing has changed » before anything else is imported. Standard library only: `faire` asks.

After a good build, a note holds the stamp of every file that builds read and of every file of the site. A file
saved just before the build is compared by its bytes too: its stamp could be that of another saving.
"""

import hashlib
import json
import os
from pathlib import Path

from plugins.ledger.stamps import disk_time, files_of, is_settled, scan

NOTE = ".output-memoire/rien-n-a-change.json"
OUTPUT = "output"
FOLDERS = ("content", "data", "theme", "plugins")
FILES = (
    "faire", "tasks.py", "pelicanconf.py", "publishconf.py", "requirements.txt",
    ".venv/pyvenv.cfg", ".venv/.faire-requirements.txt",
)  # fmt: skip


def input_stamps(root: Path) -> dict:
    """Return, for each file that a build may read, its stamp; then its digest when it was saved a moment ago."""
    now = disk_time((root / NOTE).parent)
    found = {}
    for name in _inputs(root):
        stamp = _stamp(root / name)
        if stamp is not None:
            is_old = is_settled(stamp, now) and is_settled(("", stamp[3]), now)
            found[name] = [*stamp, "" if is_old else _digest(root / name)]
    return found


def write_note(root: Path, asked: str, inputs: dict, day: tuple, said: str) -> None:
    """Note that all is built; `inputs` are the stamps of before, `day` the seconds (epoch) it is good for."""
    note = {
        "asked": asked,
        "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
        "day": day,
        "inputs": inputs,
        "outputs": scan(root / OUTPUT),
        "said": said,
    }
    beside = root / f"{NOTE}.neuf"
    beside.write_text(json.dumps(note), encoding="utf-8")
    beside.replace(root / NOTE)


def said_when_built(root: Path, asked: str, now: float) -> str:
    """Return what was said after the last build when it would be built the same, or nothing at all."""
    try:
        note = json.loads((root / NOTE).read_text(encoding="utf-8"))
        is_same = (
            note["asked"] == asked
            and note["epoch"] == os.environ.get("SOURCE_DATE_EPOCH")
            and (note["epoch"] is not None or note["day"][0] <= now < note["day"][1])
            and _are_the_same(root, note["inputs"])
            and scan(root / OUTPUT) == {name: tuple(stamp) for name, stamp in note["outputs"].items()}
        )
        return str(note["said"]) if is_same else ""
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return ""


def _are_the_same(root: Path, noted: dict) -> bool:
    found = {name: stamp for name in _inputs(root) if (stamp := _stamp(root / name)) is not None}
    return found == {name: tuple(stamp) for name, (*stamp, _) in noted.items()} and all(
        not digest or _digest(root / name) == digest for name, (*_, digest) in noted.items()
    )


def _inputs(root: Path) -> list:
    names = [
        f"{folder}/{name}" for folder in FOLDERS for name in files_of(str(root / folder), "", hidden=False)
    ]
    return [*names, *FILES]


def _stamp(path: Path):
    """Return size, day of change, number, and day of the last change of anything; None for no file."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
