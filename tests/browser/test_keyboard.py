"""The skip link, the menu and the home page's links, without a mouse; every page is walked by test_each_page.py."""

import pytest
from playwright.sync_api import expect

from tests.browser.colours import picture, pixels_that_stand_out

WIDE = {"width": 1280, "height": 900}
HEIGHT = "document.documentElement.scrollHeight"
FOCUSED = "document.activeElement.getBoundingClientRect().toJSON()"
AROUND = 10  # pixels around a link where its outline may be drawn


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


def test_the_note_of_an_acronym_opens_and_closes_without_a_finger(new_page, season):
    page = new_page(viewport=WIDE)
    page.goto((season / "organismes" / "caf" / "index.html").as_uri())
    word, note = page.locator("button.sigle").first, page.locator(".sigle-note").first
    while page.evaluate("document.activeElement.className") != "sigle":
        page.keyboard.press("Tab")
    expect(word).to_be_focused()
    expect(note).to_be_hidden()  # reaching a word opens nothing
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


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
