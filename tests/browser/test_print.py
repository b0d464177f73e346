"""An outing on paper: what one needs to go there, and nothing of what one clicks."""

import pytest

from tests.browser.kinds import OUTING
from tests.browser.paper import printed


@pytest.fixture
def outing(new_page, season):
    """Open the page of an outing."""
    page = new_page()
    page.goto((season / OUTING).as_uri())
    return page


def test_a_printed_outing_says_where_when_and_how_much(outing):
    text = printed(outing)
    assert "Exemple : concert de quartier" in text
    assert "1 rue de l’Exemple" in text
    assert "26000 Valence" in text
    assert "lundi 23 novembre 2026, de 18 h 30 à 19 h 45" in text
    assert "Entrée libre" in text


def test_what_one_clicks_is_notprinted(outing):
    outing.emulate_media(media="print")
    assert [nav.get_attribute("aria-label") for nav in outing.locator("nav:visible").all()] == []
    text = printed(outing)
    assert [word for word in ("Aller au contenu", "Menu", "Référents", "Plan du site") if word in text] == []


def test_a_printed_outing_is_dark_ink_on_white_even_at_night(outing):
    outing.emulate_media(media="print", color_scheme="dark")
    style = "(() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; })()"
    assert outing.evaluate(style) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
