"""Online, a page may load its own files and nothing else: what the rule would stop is not in any page."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path

import pytest

from tests.browser.kinds import KINDS
from tests.site.policy import POLICY

LISTENING = """
  window.refused = [];
  document.addEventListener("securitypolicyviolation", function (event) {
    window.refused.push(event.violatedDirective + " " + event.blockedURI);
  });
"""


class Strict(SimpleHTTPRequestHandler):
    """Serve pages with the rule of the site online: the copy with examples, which has every kind, has none."""

    policy = POLICY.encode()

    def send_head(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html":
            return super().send_head()
        content = path.read_bytes()
        if b"Content-Security-Policy" not in content:
            content = content.replace(b"<head>", b"<head>" + self.policy, 1)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def serving():
    """Give a function that serves a folder to this computer, and says at which address."""
    servers = []

    def served(folder: Path) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=folder))
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/"

    yield served
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def watched(new_page):
    """Give a page that notes what its rule refuses, what its console says, and what it asks for."""
    page, said, asked = new_page(), [], []
    page.add_init_script(LISTENING)
    page.on("console", lambda message: said.append(f"{message.type} {message.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    return page, said, asked


def test_no_page_breaks_the_rule_and_nothing_is_asked_elsewhere(watched, serving, season):
    page, said, asked = watched
    site = serving(season)
    refused = {}
    for kind, path in KINDS.items():
        page.goto(site + path.removesuffix("index.html"), wait_until="load")
        assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1
        if told := page.evaluate("window.refused"):
            refused[kind] = told
    assert refused == {}
    assert said == []
    assert [url for url in asked if not url.startswith(site)] == []


def test_the_rule_is_that_of_the_site_online(mini):
    assert POLICY in (mini / "index.html").read_text("utf-8")


def test_what_another_would_add_to_a_page_is_refused(watched, serving, mini, tmp_path):
    page, said, _ = watched
    page.goto(serving(_with_additions(mini, tmp_path)))
    assert sorted({told.split(" ")[0] for told in page.evaluate("window.refused")}) == [
        "img-src",
        "script-src-attr",
        "script-src-elem",
        "style-src-attr",
        "style-src-elem",
    ]
    assert said
    assert page.evaluate("window.taken") is None


def _with_additions(mini: Path, folder: Path) -> Path:
    """Write the home page of the mini site, alone, with all that a fault of ours could let in."""
    added = (
        '<script>window.taken = 1</script><style>body { color: red }</style><p style="color: red">Un</p>'
        '<img src="https://example.org/a.png" alt=""><img src="b.png" alt="" onerror="window.taken = 1">'
    )
    html = (mini / "index.html").read_text("utf-8")
    (folder / "index.html").write_text(html.replace("</main>", f"{added}</main>"), "utf-8")
    return folder


def test_a_copy_that_opens_by_double_click_has_no_rule_and_says_no_more_to_others(season):
    """Without a server, a page has no origin of its own: « self » would refuse even its style sheet."""
    html = (season / "index.html").read_text("utf-8")
    assert "Content-Security-Policy" not in html
    assert '<meta name="referrer" content="no-referrer">' in html
