"""Ask axe-core what it finds on a page: WCAG 2.2 A and AA, the French rules (RGAA 4) and its best practices.

What it finds reads in French when npm's axe-core is there (its words are not in the Python package); in CI, it is.
"""

import os
from importlib.resources import files

import pytest
from playwright.sync_api import Page

from tests.site.building import ROOT

AXE = (files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
FRENCH = ROOT / "node_modules" / "axe-core" / "locales" / "fr.json"
ABSENT = "Il manque les mots français d’axe. Dans le dossier du projet : npm install --no-save axe-core@4.12.1 ical.js@2.2.1 lighthouse@12.8.2 vnu-jar@26.9.27"

_BEGIN = """contrast => setTimeout(() => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "RGAAv4", "best-practice"];
  window.checked = axe.run(document, {
    runOnly: tags, rules: {"color-contrast": {enabled: contrast}},
    resultTypes: ["violations"], selectors: false, iframes: false, preload: false,
  });
})"""
_END = """async () => (await window.checked).violations.flatMap(
  rule => rule.nodes.map(node => `${rule.id} : ${rule.help} : ${node.html}`))"""


def script() -> str:
    """Return axe-core, which speaks French when it can, and must in CI."""
    if FRENCH.is_file():
        return f"{AXE}\naxe.configure({{locale: {FRENCH.read_text('utf-8')}}});"
    if os.environ.get("CI") == "true":
        pytest.fail(ABSENT, pytrace=False)
    return AXE


def begin(page: Page, *, contrast: bool = True) -> None:
    """Let axe, which is on the page, begin; several pages work at once."""
    page.evaluate(_BEGIN, contrast)


def findings(page: Page) -> list[str]:
    """Return what axe finds, once it has: the rule, what it asks in French, and the element."""
    return page.evaluate(_END)
