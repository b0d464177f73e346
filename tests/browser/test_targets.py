"""What one touches is at least 44 CSS pixels high and wide (WCAG 2.2, 2.5.5): old phones, old hands.

The recommendation's own exceptions: a link inside a sentence; a dot of the map, whose town is also in the list below.
"""

import pytest

from tests.browser.kinds import KINDS, page_of

NARROW = {"width": 320, "height": 640}
TOO_SMALL = """() => {
  const shown = element => element.checkVisibility() && element.getBoundingClientRect().width > 1;
  const inSentence = element => {
    if (!getComputedStyle(element).display.startsWith("inline")) return false;
    const block = element.closest("p, li, dd, td, th, figcaption, summary, .pattern__stage");
    const words = text => (text.match(/[\\p{L}\\p{N}]{2,}/gu) || []).length;
    return block && words(block.textContent) > words(element.textContent);
  };
  const covers = element => getComputedStyle(element, "::after").position === "absolute";
  return [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
    .filter(one => shown(one) && !one.closest("svg, .hidden") && !inSentence(one) && !covers(one))
    .map(one => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.width < 43.5 || box.height < 43.5)
    .map(([one, box]) => `${Math.round(box.width)} × ${Math.round(box.height)} : ${one.outerHTML.slice(0, 120)}`);
}"""


@pytest.fixture(scope="module")
def page(new_lasting_page):
    """Open a page on the narrowest phone."""
    return new_lasting_page(viewport=NARROW)


@pytest.mark.parametrize("kind", KINDS)
def test_what_one_touches_is_as_large_as_a_finger(page, season, mini_examples, kind):
    page.goto(page_of(kind, season, mini_examples).as_uri())
    assert page.evaluate(TOO_SMALL) == []


def test_a_small_button_would_be_told(page, tmp_path):
    (tmp_path / "faulty.html").write_text('<button style="width: 20px">x</button>', "utf-8")
    page.goto((tmp_path / "faulty.html").as_uri())
    assert len(page.evaluate(TOO_SMALL)) == 1
