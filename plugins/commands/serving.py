"""Serve output/ to this computer only, with pages that reload when the site is rebuilt.

The script that reloads is added to the HTML on its way out: the files on the disk stay without script.
"""

import os
import secrets
import sys
import threading
from collections.abc import Iterator
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from string import Template
from typing import NamedTuple
from urllib.parse import quote, unquote, urlsplit

from plugins.commands.media_types import PAGE, media_type

HOST = "127.0.0.1"
TRIED_PORTS, LAST_PORT = 20, 65_535
HEARTBEAT = 15.0  # seconds between two signs of life to a page: it is how a closed page is noticed
SCRIPT_ADDRESS, VERSIONS_ADDRESS = "/_faire/reload.js", "/_faire/versions"
_SCRIPT = f'<script src="{SCRIPT_ADDRESS}" defer></script>'.encode()
_TEMPLATES = Path(__file__).parent / "gabarits"
TO_MEND = "Il y a quelque chose à corriger"


class Answer(NamedTuple):
    """Hold what is sent back for one address."""

    status: HTTPStatus
    media_type: str
    body: bytes
    location: str | None = None


class Preview:
    """Hold what is served: a folder, or the report that replaces its pages while a file is not right."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.report: str | None = None
        self.heading = TO_MEND
        self._changed = threading.Condition()
        self._run = secrets.token_hex(4)  # a restarted server is another version too
        self._count = 0

    @property
    def version(self) -> str:
        """Name what is served now."""
        return f"{self._run}-{self._count}"

    def show(self, report: str | None, heading: str = TO_MEND) -> None:
        """Serve the folder, or a report instead of its pages, and make every open page reload."""
        with self._changed:
            self.report, self.heading = report, heading
            self._count += 1
            self._changed.notify_all()

    def versions(self, heartbeat: float = HEARTBEAT) -> Iterator[str | None]:
        """Give the version now, then each new one; give None at each heartbeat without news."""
        given = None
        while True:
            with self._changed:
                if given == self.version:
                    self._changed.wait(heartbeat)
                now = self.version
            yield now if now != given else None
            given = now


class PreviewServer(ThreadingMixIn, TCPServer):
    """Serve a preview; its end does not wait for the pages that are open."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that another program holds

    def __init__(self, preview: Preview, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.preview = preview

    @property
    def port(self) -> int:
        """Give the port that was obtained."""
        return self.server_address[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Stay quiet when a browser leaves in the middle of an answer; show any other error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def open_server(preview: Preview, port: int) -> PreviewServer:
    """Open the first free port from this one on; raise OSError when twenty in a row are taken."""
    refusal = OSError(f"no such port: {port}")
    for candidate in range(port, min(port + TRIED_PORTS, LAST_PORT + 1)):
        try:
            return PreviewServer(preview, candidate)
        except OSError as error:
            refusal = error
    raise refusal


def respond(preview: Preview, address: str) -> Answer:
    """Answer one address; while there is a report, it stands in for every page, never for their pictures."""
    path = urlsplit(address).path
    if path == SCRIPT_ADDRESS:
        return Answer(HTTPStatus.OK, media_type(path), (_TEMPLATES / "reload.js").read_bytes())
    found = locate(preview.folder, path)
    if preview.report is not None and (found is None or found.is_dir() or media_type(found.name) == PAGE):
        return Answer(
            HTTPStatus.SERVICE_UNAVAILABLE, PAGE, with_script(faults_page(preview.report, preview.heading))
        )
    if found is not None and found.is_dir() and not path.endswith("/"):
        return Answer(HTTPStatus.FOUND, PAGE, b"", "/" + quote(unquote(path).strip("/")) + "/")
    if found is not None and found.is_dir():
        found /= "index.html"
    body = _read(found)
    if found is None or body is None:
        missing = _read(preview.folder / "404.html") or faults_page(
            "L’adresse demandée ne mène à rien.", "Cette page n’existe pas"
        )
        # Its links start from the top of the site, wherever the missing page was looked for.
        missing = missing.replace(b"<head>", b'<head><base href="/">', 1)
        return Answer(HTTPStatus.NOT_FOUND, PAGE, with_script(missing))
    kind = media_type(found.name)
    return Answer(HTTPStatus.OK, kind, with_script(body) if kind == PAGE else body)


def locate(folder: Path, path: str) -> Path | None:
    """Find the file or folder of an address; nothing outside the served folder is ever found."""
    parts = [part for part in unquote(path).split("/") if part not in {"", "."}]
    if any(part == ".." or set(part) & set("\\:\0") for part in parts):
        return None
    target = folder.joinpath(*parts)
    try:
        inside = target.resolve(strict=True).is_relative_to(folder.resolve())
    except OSError:
        return None
    return target if inside and (target.is_dir() or not path.endswith("/")) else None


def with_script(page: bytes) -> bytes:
    """Add the script that reloads at the end of a page."""
    head, end, tail = page.rpartition(b"</body>")
    return head + _SCRIPT + end + tail if end else page + _SCRIPT


def faults_page(report: str, heading: str = TO_MEND) -> bytes:
    """Write the page that shows what has to be mended, or what is awaited."""
    template = Template((_TEMPLATES / "faults.html").read_text("utf-8"))
    return template.substitute(report=escape(report), heading=escape(heading)).encode()


def _read(path: Path | None) -> bytes | None:
    try:
        return path.read_bytes() if path else None
    except OSError:  # the folder is being swapped for a new one: the page reloads in a moment
        return None


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer

    def do_GET(self) -> None:  # named by http.server
        if urlsplit(self.path).path == VERSIONS_ADDRESS:
            self._tell_versions()
        else:
            self._send(respond(self.server.preview, self.path))

    def do_HEAD(self) -> None:  # named by http.server
        self._send(respond(self.server.preview, self.path)._replace(body=b""))

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: the terminal tells the rebuilds."""

    def _send(self, answer: Answer) -> None:
        self._head(answer.status, answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        self.wfile.write(answer.body)

    def _tell_versions(self) -> None:
        self._head(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        self.end_headers()
        for version in self.server.preview.versions():
            self.wfile.write(f"data: {version}\n\n".encode() if version else b":\n\n")

    def _head(self, status: HTTPStatus, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
