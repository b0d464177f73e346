"""Everything is reached without a mouse, and one always sees where one is."""

import pytest
from playwright.sync_api import expect

from tests.browser.colours import contrast, parse, picture, pixels_that_stand_out
from tests.browser.kinds import KINDS, page_of

WIDE = {"width": 1280, "height": 900}
HEIGHT = "document.documentElement.scrollHeight"
FOCUSED = "document.activeElement.getBoundingClientRect().toJSON()"
AROUND = 10  # pixels around a link where its outline may be drawn

REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, select, textarea")]
  .filter(one => one.checkVisibility({visibilityProperty: true}) && !one.disabled).length"""
# Where one is, how its outline is drawn, on which ground; null when one has left the page.
OUTLINE = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const style = getComputedStyle(one);
  const grounds = [];
  for (let behind = one.parentElement; behind; behind = behind.parentElement) {
    const ground = getComputedStyle(behind).backgroundColor;
    if (ground.startsWith("rgb(")) grounds.push(ground);
  }
  return [one.outerHTML.slice(0, 120), style.outlineStyle, parseFloat(style.outlineWidth), style.outlineColor, grounds[0]];
}"""


def test_the_first_tab_shows_the_way_to_the_content_and_enter_goes_there(new_page, season):
    page = new_page(viewport=WIDE)
    page.goto((season / "index.html").as_uri())
    skip = page.get_by_role("link", name="Aller au contenu")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(page.locator("main a").first).to_be_focused()


def test_the_phone_s_menu_opens_and_closes_without_a_finger(new_page, season):
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto((season / "index.html").as_uri())
    button, nav = (
        page.locator("summary", has_text="Menu"),
        page.get_by_role("navigation", name="Menu", exact=True),
    )
    expect(nav).to_be_hidden()
    for _ in ("le lien d’évitement", "le nom du site", "la recherche", "le bouton"):
        page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    expect(nav.get_by_role("link", name="Sorties")).to_be_visible()
    page.keyboard.press("Tab")
    expect(nav.get_by_role("link", name="Accueil")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Space")
    expect(nav).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_link_of_the_home_page_shows_that_it_has_the_focus(new_page, season, scheme):
    page = new_page(viewport=WIDE, color_scheme=scheme)
    page.goto((season / "index.html").as_uri())
    page.set_viewport_size(WIDE | {"height": page.evaluate(HEIGHT)})  # nothing scrolls any more
    before, unseen = picture(page.screenshot()), []
    for _ in range(page.locator("a:visible").count()):
        page.keyboard.press("Tab")
        if not _shows_its_focus(page, before):
            unseen.append(page.evaluate("document.activeElement.outerHTML"))
    assert unseen == []
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement === document.body")  # each of them was reached


@pytest.fixture(scope="module")
def walked(new_lasting_page):
    """Open a wide page to walk through with the keyboard."""
    return new_lasting_page(viewport=WIDE)


@pytest.mark.parametrize("kind", KINDS)
def test_tab_goes_through_the_whole_page_and_out_with_an_outline_at_each_step(
    walked, season, mini_examples, kind
):
    walked.goto(page_of(kind, season, mini_examples).as_uri())
    number, steps = walked.evaluate(REACHABLE), []
    for _ in range(number + 1):
        walked.keyboard.press("Tab")
        steps.append(walked.evaluate(OUTLINE))
    assert steps[-1] in (None, steps[0])  # neither caught in a trap: out, or at the top again
    assert {None, steps[0][0]}.isdisjoint(step and step[0] for step in steps[1:-1])  # nor too soon
    faint = [
        what
        for what, line, width, ink, ground in steps[:-1]
        if line == "none" or width < 2 or contrast(parse(ink), parse(ground)) < 3
    ]
    assert faint == []


def _shows_its_focus(page, before):
    """Tell whether enough pixels changed at least three times over, around the link or in it.

    WCAG 2.2, 2.4.13 asks for two pixels around the whole of a box; a link over several lines has a shorter
    outline than its box: here, one pixel around it is enough.
    """
    box = page.evaluate(FOCUSED)
    left, top = max(int(box["left"]) - AROUND, 0), max(int(box["top"]) - AROUND, 0)
    right, bottom = (
        min(int(box["right"]) + AROUND, before.width),
        min(int(box["bottom"]) + AROUND, before.height),
    )
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    after = picture(page.screenshot(clip=clip))
    changed = pixels_that_stand_out(before.crop((left, top, right, bottom)), after, 3)
    return changed >= 2 * (box["width"] + box["height"])
