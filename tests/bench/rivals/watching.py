"""From a saved post to its page on the disk, while each generator watches its sources."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.rivals.posts import make_post
from tests.bench.rivals.race import NOTE
from tests.bench.rivals.tools import SETTING, Tool

PATIENCE = 120.0  # seconds before giving up
PAUSE = 0.005  # seconds between two looks at the page
REST = 1.0  # seconds between two edits, so that a watcher has settled
FIRST = 0.005  # seconds for each post before the first edit: the slowest of them has then built all that it watches


def watch(tool: Tool, folder: Path, count: int, rounds: int) -> tuple[float, ...]:
    """Return the seconds that each of `rounds` edits took, in a project already built; none when one is too long."""
    post = make_post(count // 2, count)
    page = next((folder / tool.output).rglob(f"*{post.slug}/index.html")).relative_to(folder)
    with _watching(tool, folder, 3 * REST + count * FIRST):
        try:
            return tuple(_edit(tool, folder, count, page, 1000 + turn) for turn in range(rounds))
        except TimeoutError:
            return ()


def _edit(tool: Tool, folder: Path, count: int, page: Path, turn: int) -> float:
    time.sleep(REST)
    start = time.perf_counter()
    tool.write(folder, count // 2, count, NOTE.format(turn))
    return _seen(folder / page, NOTE.format(turn)[:20], start)


def _seen(page: Path, words: str, start: float) -> float:
    while time.perf_counter() - start < PATIENCE:
        try:
            if words in page.read_text(encoding="utf-8").replace("\u00a0", " "):
                return time.perf_counter() - start
        except (FileNotFoundError, NotADirectoryError):
            pass  # the page is being replaced
        time.sleep(PAUSE)
    raise TimeoutError(page)


@contextmanager
def _watching(tool: Tool, folder: Path, rest: float) -> Iterator[None]:
    process = subprocess.Popen(
        tool.watch,
        cwd=folder,
        env=SETTING,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
    )
    try:
        time.sleep(rest)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=30)
