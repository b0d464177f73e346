"""The note of an acronym opens where one reads: against its word, inside the screen, at every width."""

import pytest

POST = "actualites/2026/11/le-livret-des-sigles/index.html"
NEAREST = 24  # CSS pixels between a word and its note


@pytest.fixture(scope="module")
def sheets(new_lasting_page, season):
    """Open a post with notes on a phone and on a screen, without script."""
    opened = {}
    for width in (320, 390, 1280):
        page = new_lasting_page(viewport={"width": width, "height": 640}, java_script_enabled=False)
        page.goto((season / POST).as_uri())
        opened[width] = page
    return opened


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("rank", [0, 1, 2])
def test_a_note_opens_against_its_word_and_inside_the_screen(sheets, width, rank):
    page = sheets[width]
    word, note = page.locator(".sigle").nth(rank), page.locator(".sigle-note").nth(rank)
    word.scroll_into_view_if_needed()
    word.click()
    letters, box = word.bounding_box(), note.bounding_box()
    page.keyboard.press("Escape")
    below = box["y"] - letters["y"] - letters["height"]
    above = letters["y"] - box["y"] - box["height"]
    assert 0 <= max(below, above) <= NEAREST
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width + 0.5
    assert box["x"] <= letters["x"] + letters["width"]
    assert box["x"] + box["width"] >= letters["x"]


def test_paper_shows_the_words_once_in_brackets_after_the_acronym(sheets):
    page = sheets[1280]
    page.emulate_media(media="print")
    note = page.locator(".sigle-note").first
    assert note.is_visible()
    assert note.inner_text().strip() == "(Maison départementale des personnes handicapées)"
    page.emulate_media(media="screen")
    assert not note.is_visible()
