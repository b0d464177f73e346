"""Keep bytes that are costly to make from one build to the next, each under a digest of all that makes them.

A pure function seen from outside: `kept(key, make)` gives what `make()` gives, sooner. Nothing is ever out of
date, because what changes has another key; nothing is ever trusted, because each file carries its own digest.
"""

import hashlib
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

FOLDER = Path(__file__).parents[2] / ".cache" / "kept"
"""Ignored by git, emptied by `./faire nettoyer`."""

PICTURES = FOLDER.with_name("images")
"""A folder of its own for pictures: many, small, and dear to encode."""

MOST_FILES = 400
"""The least recently read go first: a year of posters must not fill a disk."""
MOST_PICTURES = 20_000


def digest(*parts: bytes | str) -> str:
    """Return the key of what is made of these parts: the SHA-256 of their lengths and of themselves."""
    total = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        total.update(len(content).to_bytes(8, "big") + content)
    return total.hexdigest()


def kept(key: str, make: Callable[[], bytes], folder: Path | None = None, most: int = MOST_FILES) -> bytes:
    """Return the bytes kept under a key, or make and keep them; a damaged file is made again.

    A folder that cannot be read or written only costs time; it holds at most `most` files.
    """
    path = (folder or FOLDER) / key
    found = _read(path)
    if found is not None:
        return found
    content = make()
    _write(path, content, most)
    return content


def kept_picture(key: str, make: Callable[[], bytes]) -> bytes:
    """Return the bytes of a picture, kept beside the other pictures."""
    return kept(key, make, PICTURES, MOST_PICTURES)


def _read(path: Path) -> bytes | None:
    try:
        written = path.read_bytes()
        os.utime(path)  # read just now: the last to be removed
    except OSError:
        return None
    content = written[hashlib.sha256().digest_size :]
    return content if written == _sealed(content) else None


def _write(path: Path, content: bytes, most: int) -> None:
    beside = path.with_name(f".{path.name}-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(_sealed(content))
        beside.replace(path)
        _make_room(path.parent, most)
    except OSError:
        with suppress(OSError):
            beside.unlink()


def _sealed(content: bytes) -> bytes:
    return hashlib.sha256(content).digest() + content


def _make_room(folder: Path, most: int) -> None:
    files = [path for path in folder.iterdir() if not path.name.startswith(".")]
    if len(files) > most:
        for path in sorted(files, key=lambda path: path.stat().st_mtime_ns)[:-most]:
            path.unlink(missing_ok=True)
