"""One browser for the session, a fresh context for each page, on the day of the build; nothing leaves the site."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser import chromium
from tests.browser.outside import outside_requests
from tests.site.building import MORNING, ROOT, build

NewPage = Callable[..., Page]
PATIENCE = (
    60_000  # milliseconds before a page that does not do what is awaited fails the test: no test of speed
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the system's Chromium."""
    path = chromium.found()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def season(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the association's site with its examples, as it opens by double-click."""
    assert browser  # asked for first: without a browser, nothing is built
    root = tmp_path_factory.mktemp("saison")
    for name in ("content", "data", "theme/templates/components"):  # these are shown on pages of their own
        shutil.copytree(ROOT / name, root / name)
    result = build(root, env={"EXEMPLES": "1"})
    assert result.returncode == 0, result.stderr
    return root / "output"


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Give a function that opens a page in a fresh context; a request to another site fails the test."""
    yield from _opening(browser)


@pytest.fixture(scope="module")
def new_lasting_page(browser: Browser) -> Iterator[NewPage]:
    """Give the same for a whole module, whose tests only look: a page opened once goes from kind to kind."""
    yield from _opening(browser)


def _opening(browser: Browser) -> Iterator[NewPage]:
    contexts, outside = [], []

    def opened(**options: Any) -> Page:
        context = browser.new_context(**{"reduced_motion": "reduce", "locale": "fr-FR"} | options)
        context.set_default_timeout(PATIENCE)
        context.clock.set_fixed_time(MORNING)  # whatever the day one tests: later, what has ended says so
        contexts.append(context)
        outside.append(outside_requests(context))
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
    assert [url for urls in outside for url in urls] == []
