"""Every kind of page, and fifty pages besides: each is opened once in each light, and asked all we want to know."""

import pytest

from tests.browser import axe
from tests.browser.colours import TEXTS, contrast, parse
from tests.browser.kinds import KINDS, LONG, SAMPLE, page_of, sample
from tests.browser.paper import lost_on_paper
from tests.browser.questions import (
    BEYOND_ITS_BOX,
    BEYOND_THE_SCREEN,
    MENU,
    MOVING,
    OPENING,
    READ,
    SPACED,
    TOO_SMALL,
    UNFOLD,
    WAYS,
)
from tests.browser.walking import walk

WIDE, NARROW = {"width": 1280, "height": 400}, {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %: each CSS pixel is four wide
TURNED = {"width": 640, "height": 320}
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
CREAM, NIGHT = "rgb(255, 249, 242)", "rgb(30, 21, 23)"


@pytest.fixture(scope="module", params=[*KINDS, *range(1, SAMPLE + 1)], ids=str)
def place(request, season, mini_examples):
    """Give each page to look at, and whether it is one of the fifty besides."""
    if isinstance(request.param, int):
        return season / sample(season)[request.param - 1], True
    return page_of(request.param, season, mini_examples), False


@pytest.fixture(scope="module")
def opened(new_lasting_page):
    """Open one page by day on a wide screen, one at night on a narrow one, one without colours or scripts."""
    wide = new_lasting_page(viewport=WIDE, color_scheme="light")
    narrow = new_lasting_page(viewport=NARROW, color_scheme="dark")
    bare = new_lasting_page(viewport=NARROW, forced_colors="active", java_script_enabled=False)
    for page in (wide, narrow):
        page.add_init_script(axe.script())
    return wide, narrow, (bare, bare.context.new_cdp_session(bare))


@pytest.fixture(scope="module")
def wide(opened, place):
    """Visit the page as it comes, by day, on a wide screen; `None` for one of the fifty besides."""
    path, is_besides = place
    if is_besides:
        return None
    opened[0].goto(path.as_uri())
    return opened[0]


@pytest.fixture(scope="module")
def narrow(opened, place):
    """Visit the page at night, on a narrow phone, with all that unfolds in it unfolded."""
    opened[1].goto(place[0].as_uri())
    opened[1].evaluate(UNFOLD)
    return opened[1]


@pytest.fixture(scope="module")
def bare(opened, place):
    """Visit the page without its scripts, in the reader's own colours; only what we ask of it runs, and later."""
    page, driver = opened[2]
    driver.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.goto(place[0].as_uri())
    driver.send("Emulation.setScriptExecutionDisabled", {"value": False})
    page.evaluate(axe.script())
    return page


def test_axe_finds_nothing_by_day_at_night_on_a_phone_without_colours_or_scripts(wide, narrow, bare):
    narrow.evaluate(MENU, False)
    pages = [page for page in (wide, narrow) if page]
    for page in pages:
        axe.begin(page)
    # In forced colours, axe reads what the sheet says and not what one sees: the next test measures what one sees.
    axe.begin(bare, contrast=False)
    assert [finding for page in (*pages, bare) for finding in axe.findings(page)] == []


def test_running_text_stands_out_seven_times_in_any_light(wide, narrow, bare):
    assert wide is None or wide.evaluate(BACKGROUND) == CREAM
    assert narrow.evaluate(BACKGROUND) == NIGHT
    for page in filter(None, (wide, narrow, bare)):
        texts = page.evaluate(TEXTS)
        assert texts
        assert [text for text, ink, ground in texts if contrast(parse(ink), parse(ground)) < 7] == []


def test_tab_goes_through_the_whole_page_and_one_always_sees_where_one_is(wide, narrow):
    """On a wide screen; and on one zoomed four times, the menu left open: it may not hide what has the focus."""
    narrow.set_viewport_size(ZOOMED)
    narrow.evaluate(MENU, True)
    for page in filter(None, (wide, narrow)):
        walked = walk(page)
        assert (walked.strays, walked.faint, walked.hidden) == ([], [], [])


def test_nothing_goes_beyond_a_narrow_screen_nor_one_zoomed_four_times_nor_beyond_its_box(narrow):
    narrow.evaluate(MENU, True)
    for viewport in (ZOOMED, NARROW):
        narrow.set_viewport_size(viewport)
        assert narrow.evaluate(BEYOND_THE_SCREEN) == []
        assert narrow.evaluate(BEYOND_ITS_BOX) == []


def test_a_reader_may_space_letters_words_and_lines_without_losing_one(narrow):
    narrow.set_viewport_size(NARROW)
    narrow.evaluate(SPACED, True)
    assert narrow.evaluate(BEYOND_THE_SCREEN) == []
    assert narrow.evaluate(BEYOND_ITS_BOX) == []
    narrow.evaluate(SPACED, False)


def test_what_one_touches_is_as_large_as_a_finger(narrow):
    narrow.set_viewport_size(NARROW)
    narrow.evaluate(MENU, True)
    assert narrow.evaluate(TOO_SMALL) == []


def test_nothing_moves_when_the_device_asks_for_calm(narrow):
    assert narrow.evaluate(MOVING) == []


def test_a_phone_that_is_turned_shows_the_same_words(narrow):
    narrow.set_viewport_size(NARROW)
    upright = narrow.evaluate(READ)
    narrow.set_viewport_size(TURNED)
    assert narrow.evaluate(BEYOND_THE_SCREEN) == []
    assert narrow.evaluate(READ) == upright


def test_the_search_and_the_site_map_are_in_their_place_and_no_link_opens_a_window(narrow):
    assert narrow.evaluate(WAYS) == ["Rechercher", "Plan du site"]
    assert narrow.evaluate(OPENING) == []
    assert len(narrow.context.pages) == 1


def test_no_word_is_lost_on_paper(wide):
    if wide is None:
        return
    assert lost_on_paper(wide) == []


@pytest.mark.parametrize("kind", sorted(LONG))
def test_the_longest_lists_go_beyond_neither_a_narrow_screen_nor_their_boxes(opened, season, kind):
    page = opened[1]
    page.set_viewport_size(NARROW)
    page.goto((season / KINDS[kind]).as_uri())
    page.evaluate(UNFOLD)
    assert page.evaluate(BEYOND_THE_SCREEN) == []
    assert page.evaluate(BEYOND_ITS_BOX) == []
