"""Every payload at once in a real browser: alive as it is written, dead once it is cleaned."""

from pathlib import Path

import pytest

from plugins.inspection.markup import clean_markup
from tests.inspection.payloads import converted, payloads

SPY = "window.alert = () => console.log('vivant ' + document.title)"
CLICK = """() => document.querySelectorAll('[href]').forEach(
    one => one.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true})))"""
LEAST_ALIVE = 12
"""How many of those that need no click Chromium runs as they are; the others are for other browsers."""


class Watched:
    """Open texts, each in a frame of its own; note which ones run, and what is asked of another site."""

    def __init__(self, browser, folder: Path, texts: list[str]) -> None:
        self.alive, self.asked = set(), []
        for number, text in enumerate(texts):
            head = f"<!doctype html><meta charset=utf-8><title>{number}</title>"
            (folder / f"{number}.html").write_text(f"{head}<body>{text}", "utf-8")
        frames = "".join(f'<iframe src="{number}.html"></iframe>' for number in range(len(texts)))
        self.start = folder / "tout.html"
        self.start.write_text(f"<!doctype html><meta charset=utf-8>{frames}", "utf-8")
        self.context = browser.new_context()
        self.context.add_init_script(SPY)
        self.context.on("console", self._said)
        self.context.on("request", self._requested)
        self.context.route("https://**", lambda route: route.abort())
        self.page = self.context.new_page()

    def _said(self, message) -> None:
        if message.text.startswith("vivant "):
            self.alive.add(message.text)

    def _requested(self, request) -> None:
        if not request.url.startswith("file:"):
            self.asked.append(request.url)


@pytest.fixture
def watched(browser, tmp_path):
    made = []

    def watch(texts):
        made.append(Watched(browser, tmp_path, texts))
        return made[-1]

    yield watch
    for one in made:
        one.context.close()


def test_no_payload_is_alive_once_cleaned(watched):
    one = watched([clean_markup(converted(body)).html for _, body in payloads()])
    one.page.goto(one.start.as_uri(), wait_until="load")
    for frame in one.page.frames:
        frame.evaluate(CLICK)
    one.page.wait_for_load_state("networkidle")
    assert (one.alive, one.asked) == (set(), [])


def test_many_payloads_are_alive_as_they_are_written(watched):
    one = watched([body for family, body in payloads() if family in {"attribut", "mutation", "SVG"}])
    with one.page.expect_console_message(lambda _: len(one.alive) >= LEAST_ALIVE):
        one.page.goto(one.start.as_uri(), wait_until="commit")
    assert len(one.alive) >= LEAST_ALIVE
