"""axe-core's rules for WCAG 2.2 A and AA and its best practices: nothing found, in any light, at any width."""

from importlib.resources import files

import pytest

from tests.browser.kinds import KINDS, page_of

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
BEGIN = """() => setTimeout(() => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  window.checked = axe.run(document, {
    runOnly: tags, resultTypes: ["violations"], selectors: false, iframes: false, preload: false,
  });
})"""
END = """async () => (await window.checked).violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id} : ${node.html}`))"""
SCREENS = ({"width": 1280, "height": 900}, {"width": 320, "height": 640})


@pytest.fixture(scope="module")
def pages(new_lasting_page):
    """Open one page in light and one in dark: axe works in both at once."""
    opened = [new_lasting_page(color_scheme=scheme) for scheme in ("light", "dark")]
    for page in opened:
        page.add_init_script(AXE)
    return opened


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_light_or_dark_wide_or_narrow(pages, season, mini_examples, kind):
    address = page_of(kind, season, mini_examples).as_uri()
    assert [finding for screen in SCREENS for finding in _findings(pages, address, screen)] == []


def test_axe_would_tell_a_fault(pages, tmp_path):
    faulty = tmp_path / "faulty.html"
    faulty.write_text('<html lang="fr"><title>x</title><h1>x</h1><img src="x.png"></html>', "utf-8")
    found = _findings(pages, faulty.as_uri(), SCREENS[0])
    assert [finding for finding in found if "image-alt" in finding] == 2 * ['image-alt : <img src="x.png">']


def _findings(pages, address, screen):
    for page in pages:
        page.set_viewport_size(screen)
        if page.url != address:
            page.goto(address)
        page.evaluate(BEGIN)
    return [finding for page in pages for finding in page.evaluate(END)]
