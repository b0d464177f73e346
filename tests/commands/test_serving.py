import errno
import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.commands.media_types import media_type
from plugins.commands.serving import (
    HOST,
    SCRIPT_ADDRESS,
    VERSIONS_ADDRESS,
    Preview,
    PreviewServer,
    locate,
    open_server,
    respond,
    with_script,
)

PAGE = "<!doctype html><html><body><p>Bonjour</p></body></html>"
TAG = f'<script src="{SCRIPT_ADDRESS}" defer></script>'


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    output = tmp_path / "output"
    (output / "sorties").mkdir(parents=True)
    (output / "index.html").write_text(PAGE, "utf-8")
    (output / "404.html").write_text(PAGE.replace("Bonjour", "Introuvable"), "utf-8")
    (output / "sorties" / "index.html").write_text(PAGE.replace("Bonjour", "Sorties"), "utf-8")
    (output / "sorties" / "tout.ics").write_text("BEGIN:VCALENDAR\r\n", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return Preview(output)


@pytest.fixture
def server(preview: Preview) -> Iterator[PreviewServer]:
    with open_server(preview, 0) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def get(server: PreviewServer, address: str, method: str = "GET") -> tuple[int, str, str]:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=5)
    connection.request(method, address)
    response = connection.getresponse()
    found = response.status, response.headers["Content-Type"], response.read().decode()
    assert response.headers["Cache-Control"] == "no-store"
    connection.close()
    return found


def test_a_page_is_served_with_the_script_that_the_disk_does_not_have(
    server: PreviewServer, preview: Preview
) -> None:
    status, kind, body = get(server, "/")
    assert (status, kind) == (200, "text/html; charset=utf-8")
    assert body == PAGE.replace("</body>", f"{TAG}</body>")
    assert (preview.folder / "index.html").read_text("utf-8") == PAGE


def test_a_folder_is_its_index_and_gets_its_slash(server: PreviewServer) -> None:
    assert "Sorties" in get(server, "/sorties/?depuis=accueil")[2]
    assert get(server, "/sorties")[0] == 302


def test_the_slash_is_added_on_this_site_only(preview: Preview) -> None:
    assert respond(preview, "/sorties").location == "/sorties/"
    assert respond(preview, "http://elsewhere.test/sorties").location == "/sorties/"
    (preview.folder / "é è").mkdir()
    assert respond(preview, "///%C3%A9%20%C3%A8").location == "/%C3%A9%20%C3%A8/"


def test_what_is_missing_is_the_site_s_own_404(server: PreviewServer) -> None:
    status, _, body = get(server, "/nulle-part/")
    assert status == 404
    assert "Introuvable" in body
    assert TAG in body


@pytest.mark.parametrize(
    "address",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/sorties/../../secret.txt",
        "/..\\secret.txt",
        "/link/secret.txt",
        "/c:/secret.txt",
        "/%00",
        "/index.html/",
        "/" + "a" * 5000,
    ],
)
def test_nothing_outside_the_folder_is_served(preview: Preview, address: str) -> None:
    (preview.folder / "link").symlink_to(preview.folder.parent, target_is_directory=True)
    assert locate(preview.folder, address) is None
    assert respond(preview, address).status == 404


def test_the_404_finds_its_styles_at_any_depth(preview: Preview) -> None:
    page = '<!doctype html><html><head><link rel="stylesheet" href="theme/a.css"></head></html>'
    (preview.folder / "404.html").write_text(page, "utf-8")
    assert b'<head><base href="/"><link' in respond(preview, "/tres/loin/").body


def test_a_head_request_has_no_body(server: PreviewServer) -> None:
    assert get(server, "/", "HEAD") == (200, "text/html; charset=utf-8", "")


def test_files_that_are_not_pages_are_served_as_they_are(server: PreviewServer) -> None:
    assert get(server, "/sorties/tout.ics") == (
        200,
        "text/calendar; charset=utf-8",
        "BEGIN:VCALENDAR\r\n",
    )


def test_a_report_stands_in_for_every_page_and_no_other_file(server: PreviewServer, preview: Preview) -> None:
    preview.show("data/x.yaml, ligne 3 : <titre> manque.")
    for address in ("/", "/sorties/", "/nulle-part/", "/index.html"):
        status, kind, body = get(server, address)
        assert (status, kind) == (503, "text/html; charset=utf-8")
        assert "data/x.yaml, ligne 3 : &lt;titre&gt; manque." in body
        assert TAG in body
    assert get(server, "/sorties/tout.ics")[0] == 200
    preview.show(None)
    assert get(server, "/")[0] == 200


def test_the_script_is_served_and_listens_to_the_versions(server: PreviewServer) -> None:
    status, kind, body = get(server, SCRIPT_ADDRESS)
    assert (status, kind) == (200, "text/javascript; charset=utf-8")
    assert f'EventSource("{VERSIONS_ADDRESS}")' in body


def test_an_open_page_hears_each_new_version(server: PreviewServer, preview: Preview) -> None:
    connection = http.client.HTTPConnection(HOST, server.port, timeout=5)
    connection.request("GET", VERSIONS_ADDRESS)
    stream = connection.getresponse()
    first = stream.readline()
    assert stream.readline() == b"\n"
    preview.show(None)
    second = stream.readline()
    assert stream.headers["Content-Type"].startswith("text/event-stream")
    assert first.startswith(b"data: ")
    assert second.startswith(b"data: ")
    assert first != second
    connection.close()


def test_a_restarted_server_is_another_version(preview: Preview) -> None:
    assert Preview(preview.folder).version != preview.version


def test_without_news_a_heartbeat_is_given(preview: Preview) -> None:
    versions = preview.versions(heartbeat=0)
    assert [next(versions), next(versions)] == [preview.version, None]


def test_a_taken_port_gives_the_next_one(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[int] = []

    def bind(server: PreviewServer) -> None:
        tried.append(server.server_address[1])
        if len(tried) < 3:
            raise OSError(errno.EADDRINUSE, "Address already in use")

    monkeypatch.setattr(PreviewServer, "server_bind", bind)
    monkeypatch.setattr(PreviewServer, "server_activate", lambda _: None)
    open_server(preview, 8000).server_close()
    assert tried == [8000, 8001, 8002]


def test_a_page_without_end_gets_the_script_at_its_end() -> None:
    assert with_script(b"<p>bonjour") == b"<p>bonjour" + TAG.encode()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.atom", "application/atom+xml; charset=utf-8"),
        ("a.xml", "application/xml; charset=utf-8"),
        ("a.webmanifest", "application/manifest+json; charset=utf-8"),
        ("a.svg", "image/svg+xml; charset=utf-8"),
        ("a.WEBP", "image/webp"),
        ("a.avif", "image/avif"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("CNAME", "application/octet-stream"),
    ],
)
def test_media_types_do_not_depend_on_the_computer(name: str, kind: str) -> None:
    assert media_type(name) == kind
