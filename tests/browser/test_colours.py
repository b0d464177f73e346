import pytest

from tests.browser.colours import TEXTS, contrast, parse
from tests.browser.kinds import KINDS, page_of

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
NIGHT, CREAM = "rgb(30, 21, 23)", "rgb(255, 249, 242)"


@pytest.fixture(scope="module")
def page(new_lasting_page):
    """Open a page."""
    return new_lasting_page()


@pytest.fixture(scope="module")
def forced(new_lasting_page):
    """Open a page whose colours the reader's device decides."""
    return new_lasting_page(forced_colors="active")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("scheme", "background"), [("light", CREAM), ("dark", NIGHT)])
def test_running_text_stands_out_seven_times_by_day_and_by_night(
    page, season, mini_examples, kind, scheme, background
):
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(page_of(kind, season, mini_examples).as_uri())
    assert page.evaluate(BACKGROUND) == background
    texts = page.evaluate(TEXTS)
    assert texts
    assert [text for text, ink, ground in texts if contrast(parse(ink), parse(ground)) < 7] == []


@pytest.mark.parametrize("kind", KINDS)
def test_running_text_stands_out_seven_times_in_forced_colours(forced, season, mini_examples, kind):
    forced.goto(page_of(kind, season, mini_examples).as_uri())
    texts = forced.evaluate(TEXTS)
    assert texts
    assert [text for text, ink, ground in texts if contrast(parse(ink), parse(ground)) < 7] == []


def test_contrast_is_what_the_recommendation_says():
    assert contrast((255, 255, 255), (0, 0, 0)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
