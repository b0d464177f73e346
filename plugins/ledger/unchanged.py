"""Answer « nothing has changed » before anything else is imported. Standard library only: `faire` asks.

After a good build, a note holds the stamp of every file that builds read and of every file of the site. A file
saved just before the build is compared by its bytes too: its stamp could be that of another saving.
"""

import hashlib
import json
import os
from pathlib import Path

from plugins.ledger.stamps import disk_time, entries_of, is_settled, scan

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
    for name, stamp in _inputs(root):
        is_old = is_settled(stamp, now) and is_settled(("", stamp[3]), now)
        found[name] = [*stamp, "" if is_old else _digest(root / name)]
    return found


def write_note(root: Path, asked: str, inputs: dict, day: tuple, said: str) -> None:
    """Note that all is built; `inputs` are the stamps of before, `day` the seconds (epoch) it is good for."""
    note = {
        "asked": asked,
        "epoch": os.environ.get("SOURCE_DATE_EPOCH"),
        "day": day,
        "inputs": _digest_of({name: stamp for name, (*stamp, _) in inputs.items()}),
        "young": {name: digest for name, (*_, digest) in inputs.items() if digest},
        "outputs": _digest_of(scan(root / OUTPUT)),
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
            and _digest_of(dict(_inputs(root))) == note["inputs"]
            and all(_digest(root / name) == digest for name, digest in note["young"].items())
            and _digest_of(scan(root / OUTPUT)) == note["outputs"]
        )
        return str(note["said"]) if is_same else ""
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return ""


def _inputs(root: Path):
    """Yield the name and the stamp of each file that a build may read."""
    for folder in FOLDERS:
        for name, entry in entries_of(str(root / folder), "", hidden=False):
            yield from _stamped(f"{folder}/{name}", entry)
    for name in FILES:
        yield from _stamped(name, root / name)


def _stamped(name: str, path):
    """Yield size, day of change, number, and day of the last change of anything; nothing for no file."""
    try:
        found = os.stat(path) if os.name == "nt" else path.stat()  # noqa: PTH116  # see `stamps.scan`
    except OSError:
        return
    yield name, (found.st_size, found.st_mtime_ns, found.st_ino, found.st_ctime_ns)


def _digest_of(stamps: dict) -> str:
    """Return one digest for all the stamps: thousands of them are long to read from a note."""
    total = hashlib.sha256()
    for name in sorted(stamps):
        total.update(f"{name}\0{' '.join(map(str, stamps[name]))}\n".encode("utf-8", "surrogateescape"))
    return total.hexdigest()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
