"""The copy made on this computer: no server, no script."""

import pytest

CREAM = "rgb(255, 249, 242)"
BACKGROUND = "getComputedStyle(document.body).backgroundColor"

# Each word of the menu, and the links of the list that its page shows; the footer leads to the other lists.
MENU = [
    ("Accueil", ".event-card .card__link"),
    ("Sorties", ".event-card .card__link"),
    ("Actualités", ".card__link"),
    ("Documents", ".card__link"),
    ("Sigles", ".acronym-line"),
    ("Tutoriels", ".card__link"),
    ("Partenaires", ".card__link"),
    ("Référents", ".prose a"),
    ("L’association", ".prose a"),
]
FOOTER = [
    ("Les grands rendez-vous", ".card__link"),
    ("Près de chez moi", ".columns__item a"),
    ("Les lieux de culture", ".acronym-line"),
    ("Les organismes sociaux", ".columns__item a"),
]


@pytest.fixture(scope="module")
def scriptless(new_lasting_page):
    """Open a page in a browser that runs no script."""
    return new_lasting_page(java_script_enabled=False, viewport={"width": 1280, "height": 900})


@pytest.fixture
def home(scriptless, season):
    """Open the home page as a double-click does."""
    scriptless.goto((season / "index.html").as_uri())
    _is_a_whole_page(scriptless)
    return scriptless


def test_the_menu_is_the_one_that_is_followed_here(home):
    assert home.locator("nav.menu a").all_inner_texts() == [word for word, _ in MENU]


@pytest.mark.parametrize(
    ("place", "word", "links"),
    [("nav.menu", *way) for way in MENU] + [(".footer__nav", *way) for way in FOOTER],
)
def test_a_list_and_what_it_lists_open_by_double_click(home, place, word, links):
    home.locator(place).get_by_role("link", name=word, exact=True).click()
    _is_a_whole_page(home)
    listing = home.url
    home.locator(f"main {links}").first.click()
    _is_a_whole_page(home)
    assert home.url != listing


def _is_a_whole_page(page):
    assert page.url.startswith("file://")
    assert page.locator("h1").count() == 1
    assert page.locator("h1").is_visible()
    assert page.locator("h1").inner_text().strip()
    assert page.evaluate(BACKGROUND) == CREAM
