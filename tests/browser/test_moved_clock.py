"""A site opened long after it was built, in a real browser whose clock is moved."""

from datetime import date, datetime, timedelta

import pytest

from plugins.french import PARIS
from tests.site.building import TODAY

BUILT = datetime.combine(date.fromisoformat(TODAY), datetime.min.time(), PARIS)
LISTS = (
    "sorties/index.html",
    "sorties/aujourd-hui/index.html",
    "sorties/ce-week-end/index.html",
    "index.html",
)
OUTING = "sorties/2026/11/23-exemple-concert-de-quartier/index.html"
WORKSHOP = "sorties/2026/11/28-exemple-atelier-de-gravure/index.html"
CARDS = """() => [...document.querySelectorAll("[data-a-venir] .event-card")]
  .filter(card => card.offsetParent)
  .map(card => ({
    address: card.querySelector("a").href,
    start: card.dataset.debut, end: card.dataset.fin || "",
    dated: !card.querySelector(".date-stub").textContent.includes("Voir les dates"),
    day: card.closest(".day") ? card.closest(".day").querySelector("h2").textContent : "",
  }))"""


@pytest.fixture
def opened(new_page, season):
    """Give a function that opens a page so many days after the build, at an hour of Paris."""
    page = new_page(timezone_id="Europe/Paris")

    def open_page(address, days, hour=12):
        page.clock.set_fixed_time(BUILT + timedelta(days=days, hours=hour))
        page.goto((season / address).as_uri())
        return page

    return open_page


@pytest.mark.parametrize("address", LISTS)
def test_on_none_of_the_sixty_days_that_follow_is_a_past_outing_shown_as_coming(opened, address):
    for days in range(61):
        page = opened(address, days)
        now = BUILT + timedelta(days=days, hours=12)
        cards = page.evaluate(CARDS)
        assert [(days, card) for card in cards if card["dated"] and _is_over(card, now)] == []
        begun = [card for card in cards if card["start"][:10] < now.date().isoformat() and card["day"]]
        assert {card["day"] for card in begun} <= {"Déjà commencé"}
        told = page.locator("[data-jusqu] strong")
        if told.count():
            assert told.inner_text().split()[0] == str(len({card["address"] for card in cards}))


def test_on_the_day_of_the_build_nothing_is_hidden(opened):
    page = opened("sorties/index.html", 0, hour=0)
    assert page.locator(".event-card:visible").count() == page.locator(".event-card").count() > 5


def test_when_nothing_is_left_the_list_says_so_kindly(opened):
    page = opened("sorties/index.html", 400)
    assert page.locator(".event-card:visible").count() == 0
    assert page.locator(".day:visible .grid:visible").count() == 0
    assert page.get_by_text("Ces sorties sont passées. Revenez bientôt").is_visible()
    assert page.locator("[data-jusqu] strong").inner_text() == "0 sortie"
    assert page.get_by_text("Liste faite le").is_visible()


def test_a_week_end_that_is_over_says_so(opened):
    title = opened("sorties/ce-week-end/index.html", 0).locator("h1")
    assert title.inner_text().startswith("Ce week-end")
    title = opened("sorties/ce-week-end/index.html", 2).locator("h1")
    assert title.inner_text() == "Liste passée\u00a0: du 21 au 22\u00a0novembre 2026"


def test_a_day_that_is_over_says_which_day_it_was(opened):
    title = opened("sorties/aujourd-hui/index.html", 0).locator("h1")
    assert title.inner_text() == "Aujourd’hui, dimanche 22\u00a0novembre 2026"
    title = opened("sorties/aujourd-hui/index.html", 1).locator("h1")
    assert title.inner_text() == "Liste passée\u00a0: dimanche 22\u00a0novembre 2026"


def test_the_page_of_an_outing_says_that_it_is_over(opened):
    said = "Cette sortie est passée"
    assert opened(OUTING, 0).get_by_text(said).count() == 0
    assert opened(OUTING, 3).get_by_text(said).is_visible()


def test_an_outing_with_later_dates_stays_and_gives_them_all(opened):
    page = opened(WORKSHOP, 8)
    assert page.get_by_text("Cette sortie est passée").count() == 0
    assert page.locator(".ticket .date-stub").inner_text() == "Voir les dates"
    assert page.locator(".panel__item", has_text="(passé)").count() == 1


def test_a_rendezvous_whose_edition_is_over_is_not_announced(opened):
    page = opened("sorties/rendez-vous/index.html", 700)
    dated = page.locator(".series-card[data-debut] .card__kicker")
    assert dated.count() > 3
    assert set(dated.all_inner_texts()) == {"Édition passée"}


def test_without_scripts_the_list_still_says_the_day_it_was_made(new_page, season):
    page = new_page(java_script_enabled=False)
    page.goto((season / "sorties" / "index.html").as_uri())
    assert page.get_by_text("Liste faite le dimanche 22 novembre 2026").is_visible()
    assert page.locator(".day").count() == page.locator(".day > .day__title").count() > 5


def _is_over(card, now):
    if "T" in card["end"]:
        return datetime.fromisoformat(card["end"]) <= now
    return (card["end"] or card["start"])[:10] < now.date().isoformat()


def test_a_greeting_whose_days_are_over_gives_way_to_the_one_that_is_always_true(opened):
    greeting = opened("index.html", 0).locator("h1")
    assert greeting.get_attribute("data-jusqu") >= BUILT.date().isoformat()
    assert "près de chez vous" in greeting.inner_text()
    assert opened("index.html", 60).locator("h1").inner_text() == "La culture, c’est pour tout le monde"
