"""Serve a built site on this computer as a host does: text compressed, a folder's page at the folder's address."""

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

_TEXT = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt", ".webmanifest")


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Give the address at which a site is served, its final slash included, for as long as the block lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=site)) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


class _Host(SimpleHTTPRequestHandler):
    """Answer with files, their text compressed, and say nothing of it."""

    def do_GET(self) -> None:
        """Send a text compressed, and leave the rest to Python's own server."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and self.path.endswith("/") else path
        if path.suffix not in _TEXT or not path.is_file():
            super().do_GET()
            return
        body = compressed(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tell nothing: a test speaks when it fails."""


@cache
def compressed(path: Path) -> bytes:
    """Return a file as a host sends it, compressed (gzip, level 9)."""
    return gzip.compress(path.read_bytes(), 9, mtime=0)
