"""What is on paper of what is on the screen: the words of the one and of the other."""

import re
import unicodedata
from collections import Counter

import pypdfium2
from playwright.sync_api import Page

CLICKED = (".breadcrumb", ".chip-nav", ".letter-nav", ".pagination", ".screen-only", ".section-head__more")
HIDDEN_ON_PAPER = (*CLICKED, ".hidden", "svg")
"""What one clicks, hidden on purpose by theme/static/css/print.css; what only a screen reader says; and the words of
drawings, which paper has as strokes (those of the map are in the list below it).
"""

SHEET = {"format": "A4", "margin": dict.fromkeys(("top", "right", "bottom", "left"), "1cm")}
"""How browsers print when nobody changes anything."""

_WORDS = """hidden => {
  const sheet = document.createElement("style");
  sheet.textContent = `${hidden} { display: none !important }`;
  document.head.append(sheet);
  const folded = [...document.querySelectorAll("main details:not([open])")];
  folded.forEach(details => { details.open = true; });  // paper has nothing to open
  const words = document.querySelector("main").innerText;
  folded.forEach(details => { details.open = false; });
  sheet.remove();
  return words;
}"""
_CUT = re.compile("[-‐‑\\xad\\x02\\ufffe]\\s*")  # where a word is, or was, cut at the end of a line


def printed(page: Page) -> str:
    """Return the text of the page as it comes out on A4 sheets, in one line."""
    with pypdfium2.PdfDocument(page.pdf(**SHEET)) as document:
        sheets = [leaf.get_textpage().get_text_bounded() for leaf in document]
    return " ".join(" ".join(sheets).split())


def lost_on_paper(page: Page) -> list[str]:
    """List the words of the main part that are on the screen, once all is unfolded, and fewer times on paper."""
    shown = _words(page.evaluate(_WORDS, ", ".join(HIDDEN_ON_PAPER)))
    return sorted((shown - _words(printed(page))).elements())


def _words(text: str) -> Counter[str]:
    plain = unicodedata.normalize("NFKC", _CUT.sub("", text)).casefold()
    return Counter(re.findall(r"[^\W_]+", plain))
