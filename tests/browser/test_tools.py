"""What scripts add: a town that is remembered, a message that is copied or sent. Nothing of it is needed."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import OUTING

TOWN = "communes/valence/index.html"
PHONE = {"width": 390, "height": 844}


@pytest.fixture
def page(new_page):
    """Open a page on a phone."""
    return new_page(viewport=PHONE)


def test_a_town_is_remembered_on_the_device_and_forgotten_by_one_click(page, season):
    page.goto((season / TOWN).as_uri())
    page.get_by_role("button", name="Retenir Valence comme « près de chez moi »").press("Enter")
    expect(page.get_by_role("status").filter(has_text="retenu")).to_have_text(
        " C’est retenu, sur cet appareil seulement."
    )
    page.goto((season / "index.html").as_uri())
    page.get_by_role("link", name="Près de chez moi : Valence").click()
    expect(page).to_have_url(re.compile("communes/valence/index.html$"))
    expect(page.get_by_role("button", name="Ne plus retenir Valence")).to_be_visible()
    page.goto((season / "sorties" / "index.html").as_uri())
    page.get_by_role("button", name="Oublier").click()
    assert page.get_by_role("link", name="Près de chez moi : Valence").count() == 0
    assert page.evaluate("localStorage.length") == 0
    page.reload()
    assert page.get_by_role("link", name="Près de chez moi : Valence").count() == 0


@pytest.mark.parametrize(
    "kept",
    ["{", "null", '{"name":"X","address":"https://exemple.fr/"}', '{"name":1,"address":"communes/valence/"}'],
)
def test_what_another_hand_wrote_on_the_device_is_not_followed(page, season, kept):
    page.goto((season / "index.html").as_uri())
    page.evaluate("kept => localStorage.setItem('commune', kept)", kept)
    page.reload()
    assert page.locator("[data-pres]").inner_text() == ""


def test_a_device_that_keeps_nothing_says_so(page, season):
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('plein'); }")
    page.goto((season / TOWN).as_uri())
    page.get_by_role("button", name="Retenir Valence").click()
    expect(page.locator("[data-commune]")).to_contain_text("la commune n’est pas retenue")


def test_a_message_is_copied_and_it_is_said(page, season):
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: words => { window.copied = words; return Promise.resolve(); }}})"
    )
    page.goto((season / OUTING).as_uri())
    page.mouse.move(9, 9)
    message = page.locator("pre[data-copie]")
    page.get_by_role("button", name="Copier : le message").press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copié")).to_have_count(1)
    assert page.evaluate("window.copied") == message.text_content()


def test_an_old_phone_copies_by_selecting(page, season):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto((season / "sorties" / "abonnement" / "index.html").as_uri())
    address = page.locator("code[data-copie]").first
    page.get_by_role("button", name=re.compile("^Copier : ")).first.click()
    assert page.evaluate("getSelection().toString()") == address.inner_text()
    expect(page.get_by_role("status").filter(has_text="copi")).to_have_count(1)


def test_an_outing_is_shared_by_the_phone_s_own_means(page, season):
    page.add_init_script(
        "Object.defineProperty(navigator, 'share', {value: given => { window.shared = given; return Promise.resolve(); }})"
    )
    page.goto((season / OUTING).as_uri())
    page.mouse.move(9, 9)
    page.get_by_role("button", name="Partager").click()
    shared = page.evaluate("window.shared")
    assert shared["text"] == page.locator("pre[data-copie]").text_content()
    assert shared["title"] == page.locator("h1").text_content()


def test_without_these_means_a_text_message_and_an_e_mail_are_ready(page, season):
    page.add_init_script("Object.defineProperty(navigator, 'share', {value: undefined})")
    page.goto((season / OUTING).as_uri())
    page.keyboard.press("Tab")
    assert page.get_by_role("link", name="Envoyer ce message").get_attribute("href").startswith("sms:")
    expect(page.get_by_role("button", name="Par courriel")).to_be_visible()
    assert page.get_by_role("button", name="Partager").count() == 0


def test_what_shares_is_asked_for_once_and_at_the_first_sign_of_life_only(page, season):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((season / OUTING).as_uri())
    assert "sharing.js" not in asked
    page.mouse.move(9, 9)
    page.mouse.move(99, 99)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copier : le message")).to_be_visible()
    assert asked.count("sharing.js") == 1


@pytest.mark.parametrize("path", ["sorties/rendez-vous/index.html", OUTING, TOWN])
def test_a_page_asks_for_what_tells_the_past_once_something_has_ended_only(page, season, path):
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto((season / path).as_uri())
    assert not {"ended.js", "near.js", "sharing.js"} & {*asked}
    page.clock.set_fixed_time("2028-11-22T08:00:00+01:00")
    page.goto((season / path).as_uri())
    assert asked.count("ended.js") == 1


@pytest.mark.parametrize("path", [TOWN, "index.html", OUTING, "sigles/livret/index.html"])
def test_without_a_script_nothing_is_promised(new_page, season, path):
    page = new_page(java_script_enabled=False, viewport=PHONE)
    page.goto((season / path).as_uri())
    assert page.get_by_role("button").count() == page.locator("main button.sigle").count()
    for empty in page.locator("[data-pres], [data-commune], [data-hors-ligne]").all():
        assert empty.inner_text() == ""
