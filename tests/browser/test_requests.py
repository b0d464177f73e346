"""A page asks nothing of another site: opened by double-click, or online."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.browser.kinds import KINDS
from tests.browser.outside import outside_requests

MOST = 3  # itself, its style sheet, one script at most; pictures come after, and none is needed
PICTURES = (".svg", ".png", ".jpg", ".webp", ".avif")


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def online(mini):
    """Serve the mini site as it would be online; give its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=mini)) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opened_by_double_click_asks_for_its_own_files_only(requests, season, kind):
    page, seen = requests
    seen.clear()
    page.goto((season / KINDS[kind]).as_uri())
    assert [url for url in seen if not url.startswith(season.as_uri())] == []
    assert len([url for url in seen if not url.endswith(PICTURES)]) <= MOST


def test_the_site_online_asks_nothing_of_another(new_page, mini, online):
    page, seen = new_page(), []
    page.on("request", lambda request: seen.append(request.url))
    paths = [path for path in KINDS.values() if (mini / path).is_file()]
    for path in paths:
        page.goto(online + path.removesuffix("index.html"))
    assert len(seen) > len(paths) > 20
    assert [url for url in seen if not url.startswith(online)] == []


def test_a_picture_of_elsewhere_is_noticed_and_stopped(browser, tmp_path):
    (tmp_path / "page.html").write_text('<img src="https://example.org/a.png"><img src="b.png">', "utf-8")
    context = browser.new_context()
    seen = outside_requests(context)
    context.new_page().goto((tmp_path / "page.html").as_uri())
    context.close()
    assert seen == ["https://example.org/a.png"]


@pytest.fixture(scope="module")
def requests(new_lasting_page):
    """Open a page that notes what it asks for."""
    page, seen = new_lasting_page(), []
    page.on("request", lambda request: seen.append(request.url))
    return page, seen
