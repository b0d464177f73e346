"""Without a network, what was kept on demand is read, and says of which day it is; nothing else is kept."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import expect

WEEKEND, BOOKLET, LIST = "sorties/ce-week-end/", "sigles/livret/", "sigles/liste.txt"
KEPT = "caches.keys().then(names => Promise.all(names.map(name => caches.open(name).then(one => one.keys())))).then(all => all.flat().map(one => new URL(one.url).pathname).sort())"
WORKERS = "navigator.serviceWorker.getRegistrations().then(all => all.length)"
MARK, STOP = b"var STOPPED = false;", b"var STOPPED = true;"


class Network(SimpleHTTPRequestHandler):
    """A server whose cable can be pulled out, and whose service worker can be told to stop."""

    cut = stopped = False

    def log_message(self, *_):
        pass

    def date_time_string(self, timestamp=None):
        return super().date_time_string(timestamp) if timestamp else "Sun, 22 Nov 2026 09:00:00 GMT"

    def do_GET(self):
        if type(self).cut:
            self.close_connection = True
            self.connection.close()
        elif type(self).stopped and self.path == "/hors-ligne.js":
            content = Path(self.directory, "hors-ligne.js").read_bytes().replace(MARK, STOP)
            self.send_response(200)
            self.send_header("content-type", "text/javascript")
            self.end_headers()
            self.wfile.write(content)
        else:
            super().do_GET()


@pytest.fixture
def network(mini):
    """Serve the mini site; give the handler, whose class has the switches, and the address."""
    handler = type("Cable", (Network,), {})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=mini)) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield handler, f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()


@pytest.fixture
def kept(new_page, network):
    """Open « ce week-end » and ask to keep it."""
    page = new_page()
    page.goto(network[1] + WEEKEND)
    page.get_by_role("button", name="Garder hors connexion").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("C’est gardé sur cet appareil")
    return page


def test_nothing_is_kept_before_it_is_asked_for(new_page, network):
    page = new_page()
    page.goto(network[1] + WEEKEND)
    expect(page.get_by_role("button", name="Garder hors connexion")).to_be_visible()
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(KEPT) == []


def test_what_is_kept_is_named_and_nothing_else_comes_in(kept, network):
    for path in ("", "sorties/", "sigles/", BOOKLET):
        kept.goto(network[1] + path)
    assert kept.evaluate(KEPT) == [
        "/sigles/liste.txt",
        "/sigles/livret/",
        "/sorties/ce-week-end/",
        "/theme/ended-offline.js",
        "/theme/offline.js",
        "/theme/site.css",
    ]


@pytest.mark.parametrize("path", [WEEKEND, BOOKLET])
def test_without_a_network_the_page_is_there_and_says_of_which_day_it_is(kept, network, path):
    network[0].cut = True
    kept.goto(network[1] + path)
    assert (
        kept.get_by_role("alert").inner_text()
        == "Sans réseau : version du dimanche 22 novembre 2026. Elle a pu changer depuis."
    )
    assert kept.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 249, 242)"
    expect(kept.get_by_role("button", name="Ne plus garder hors connexion")).to_be_visible()


def test_the_list_of_acronyms_says_it_too(kept, network):
    network[0].cut = True
    kept.goto(network[1] + LIST)
    assert kept.locator("pre").inner_text().startswith("Sans réseau : version du dimanche 22 novembre 2026.")


def test_with_a_network_the_page_is_the_newest_and_says_nothing(kept, network):
    kept.goto(network[1] + WEEKEND)
    assert kept.get_by_role("alert").count() == 0


def test_one_click_takes_all_away(kept):
    kept.get_by_role("button", name="Ne plus garder hors connexion").click()
    expect(kept.get_by_role("status")).to_have_text("C’est effacé de cet appareil.")
    assert kept.evaluate(KEPT) == []
    assert kept.evaluate(WORKERS) == 0


def test_the_publisher_can_stop_it_everywhere(kept, network):
    network[0].stopped = True
    kept.evaluate("navigator.serviceWorker.getRegistration().then(one => one.update())")
    kept.wait_for_function("caches.keys().then(names => names.length === 0)")
    kept.wait_for_function(f"{WORKERS}.then(count => count === 0)")
    kept.goto(network[1] + WEEKEND)
    expect(kept.get_by_role("button", name="Garder hors connexion")).to_be_visible()


def test_a_page_opened_by_double_click_promises_nothing(new_page, season):
    page = new_page()
    page.goto((season / WEEKEND / "index.html").as_uri())
    assert page.locator("[data-hors-ligne]").inner_text() == ""
