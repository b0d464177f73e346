"""From a saved file to the page rebuilt under `voir`, asked of the server as a browser would."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.table import Row

POST = "content/billets/2026/2026-11-22-le-livret-des-sigles.md"
PAGE = "/actualites/2026/11/le-livret-des-sigles/"
LONGEST = 120.0  # seconds before giving up
PAUSE = 0.01  # seconds between two questions


def measure_edits(site: Path, rounds: int) -> list[Row]:
    """Save `rounds` edits of one post, each once the one before is shown."""
    with _preview(site) as address:
        figures = tuple(_edit(site, address, number) for number in range(rounds))
    return [Row("un billet enregistré, puis montré par `voir`", figures, "s")]


def _edit(site: Path, address: str, number: int) -> float:
    mark = f"Modification numéro {number}."
    post = site / POST
    post.write_text(f"{post.read_text(encoding='utf-8')}\n{mark}\n", encoding="utf-8")
    return _wait(f"{address}{PAGE}", mark)


def _wait(address: str, mark: str) -> float:
    start = time.perf_counter()
    while time.perf_counter() - start < LONGEST:
        try:
            with urlopen(address) as answer:  # noqa: S310  # our own server, on this machine
                if mark in answer.read().decode("utf-8"):
                    return time.perf_counter() - start
        except (URLError, ConnectionError):
            pass
        time.sleep(PAUSE)
    sys.exit(f"Rien de nouveau sur {address} après {LONGEST:.0f} s.")


@contextmanager
def _preview(site: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "invoke", "voir", "--port", str(port)]
    process = subprocess.Popen(command, cwd=site, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(f"{address}{PAGE}", "sigles")
        time.sleep(1)  # the watcher has settled
        yield address
    finally:
        process.terminate()
        process.wait()
