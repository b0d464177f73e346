"""On the narrowest phone, and zoomed four times, one reads by going down, never sideways."""

import pytest

from tests.browser.kinds import KINDS

NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 225}  # what is left of 1280 × 900 at 400 %: each CSS pixel is four wide

BEYOND_THE_SCREEN = """() => {
  const width = document.documentElement.clientWidth;
  const pageWidth = document.documentElement.scrollWidth;
  const told = pageWidth > width ? [`the page is ${pageWidth} wide`] : [];
  for (const element of document.querySelectorAll("body *:not(pre *)")) {
    const box = element.getBoundingClientRect();
    if (element.checkVisibility() && box.width && (box.right > width + .5 || box.left < -.5)) told.push(element.outerHTML.slice(0, 120));
  }
  return told;
}"""
# A text belongs to the nearest box that one sees: a background, or a border on its four sides.
BEYOND_ITS_BOX = """() => {
  const isSeen = style => style.backgroundColor !== "rgba(0, 0, 0, 0)" || style.backgroundImage !== "none"
    || ["Top", "Right", "Bottom", "Left"].every(side => style[`border${side}Width`] !== "0px");
  const boxes = new Map();
  const boxOf = element => {
    if (!boxes.has(element)) {
      const style = getComputedStyle(element);
      const own = isSeen(style) || style.overflow !== "visible" || element === document.body;
      boxes.set(element, own ? element : boxOf(element.parentElement));
    }
    return boxes.get(element);
  };
  const told = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.data.trim() || text.parentElement.closest(".hidden, pre")) continue;
    if (!text.parentElement.checkVisibility()) continue;
    range.selectNodeContents(text);
    const box = boxOf(text.parentElement).getBoundingClientRect();
    for (const line of range.getClientRects()) {
      if (line.left < box.left - 1 || line.right > box.right + 1
        || line.top < box.top - 4 || line.bottom > box.bottom + 4) {
        told.push(`${text.data.trim()} : ${text.parentElement.outerHTML.slice(0, 120)}`);
        break;
      }
    }
  }
  return told;
}"""
OPEN_ALL = "document.querySelectorAll('details').forEach(details => { details.open = true; })"
# WCAG 2.2, 1.4.12: what a reader may ask for without losing a word.
SPACED = """() => {
  const sheet = document.createElement("style");
  sheet.textContent = "* { line-height: 1.5 !important; letter-spacing: .12em !important;"
    + " word-spacing: .16em !important; } p { margin-bottom: 2em !important; }";
  document.head.append(sheet);
}"""


@pytest.fixture(scope="module")
def narrow(new_lasting_page):
    """Open a page as narrow as the narrowest phone."""
    return new_lasting_page(viewport=NARROW)


@pytest.fixture(scope="module")
def zoomed(new_lasting_page):
    """Open a page zoomed four times."""
    return new_lasting_page(viewport=ZOOMED, device_scale_factor=4)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_goes_beyond_a_narrow_screen_and_no_text_beyond_its_box(narrow, season, kind):
    narrow.goto((season / KINDS[kind]).as_uri())
    narrow.evaluate(OPEN_ALL)
    assert narrow.evaluate(BEYOND_THE_SCREEN) == []
    assert narrow.evaluate(BEYOND_ITS_BOX) == []
    narrow.evaluate(SPACED)
    assert narrow.evaluate(BEYOND_THE_SCREEN) == []
    assert narrow.evaluate(BEYOND_ITS_BOX) == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_goes_beyond_a_screen_zoomed_four_times(zoomed, season, kind):
    zoomed.goto((season / KINDS[kind]).as_uri())
    zoomed.evaluate(OPEN_ALL)
    assert zoomed.evaluate(BEYOND_THE_SCREEN) == []
    assert zoomed.evaluate(BEYOND_ITS_BOX) == []


def test_a_word_too_long_for_its_box_would_be_told(narrow, tmp_path):
    box = '<p style="width: 100px; background: #eee; overflow-wrap: normal">Incompréhensibilités</p>'
    (tmp_path / "faulty.html").write_text(
        f'<meta charset="utf-8"><div style="width: 400px">{box}</div>', "utf-8"
    )
    narrow.goto((tmp_path / "faulty.html").as_uri())
    assert len(narrow.evaluate(BEYOND_ITS_BOX)) == 1
    assert narrow.evaluate(BEYOND_THE_SCREEN)[0] == "the page is 408 wide"
