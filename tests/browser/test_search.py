"""One finds what one looks for: with a keyboard, with a screen reader, without a server, without a script."""

import gzip
import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import expect

from plugins.french import PARIS
from plugins.french.stems import STOP_WORDS, fold, stem
from tests.site.building import ROOT, TODAY

PAGE = "recherche/index.html"
HEAVIEST = 150_000  # bytes, compressed, for a first answer, the page and its styles included
SCRIPT = ROOT / "theme" / "static" / "js" / "search.js"
DAY = datetime.fromisoformat(f"{TODAY}T12:00").replace(tzinfo=PARIS)


@pytest.fixture
def search(new_page, season):
    """Open the page of the search, on the day of the build."""
    page = new_page(viewport={"width": 390, "height": 844})
    page.clock.set_fixed_time(DAY)
    page.goto((season / PAGE).as_uri())
    return page


def _ask(page, words):
    page.get_by_label("Que cherchez-vous ?").fill(words)
    page.get_by_role("button", name="Chercher").click()
    expect(page.get_by_role("status")).to_contain_text(f"« {words} »")
    return [title.replace("\u00a0", " ") for title in page.locator(".card__link").all_inner_texts()]


@pytest.mark.parametrize("words", ["RSA", "rsa", "R.S.A.", " rsa "])
def test_an_acronym_comes_first(search, words):
    search.get_by_label("Que cherchez-vous ?").fill(words)
    first = search.locator("#resultats .card").first
    expect(first).to_contain_text("Revenu de solidarité active")
    assert first.locator(".card__kicker").inner_text() == "Sigle"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("theatre de la ville de valence", "Théâtre de la Ville de Valence"),
        ("26400 crest", "Crest"),
        ("mediatheques bourg", "Médiathèque La Passerelle"),
        ("privsa", "Privas"),
        ("gravure", "Exemple : atelier de gravure, cinq séances"),
        ("mois du doc", "Mois du film documentaire"),
        ("plan du site", "Le plan du site"),
    ],
)
def test_what_is_looked_for_is_among_the_first(search, words, expected):
    assert expected in _ask(search, words)[:4]


def test_a_page_of_a_document_opens_at_that_page(search):
    _ask(search, "piqûre de rappel")
    pages = search.locator(".card", has_text="Dans un document").locator("a")
    assert re.search(
        r"/documents/compte-rendu-rencontres-2009/derniere\.pdf#page=\d$", pages.first.get_attribute("href")
    )


def test_outings_that_come_are_before_those_that_are_over_whatever_the_day_of_the_build(search):
    assert _ask(search, "salle d’exemple")
    kinds = search.locator("#resultats .card__kicker").all_inner_texts()
    assert kinds[0] == "Sortie"
    search.clock.set_fixed_time(DAY + timedelta(days=400))
    search.reload()
    _ask(search, "salle d’exemple")
    assert "Sortie" not in search.locator("#resultats .card__kicker").all_inner_texts()
    assert "Sortie passée" in search.locator("#resultats .card__kicker").all_inner_texts()


def test_a_screen_reader_is_told_how_many_answers_there_are(search):
    status = search.get_by_role("status")
    assert status.inner_text() == ""
    _ask(search, "rsa")
    assert re.fullmatch(r"\d+ résultats pour « rsa »\.", status.inner_text())
    _ask(search, "zzzzz")
    assert (
        status.inner_text()
        == "Aucun résultat pour « zzzzz ». Essayez un autre mot, ou parcourez les listes, plus bas."
    )
    _ask(search, "rsa zzzzz")
    assert "Aucune page n’a tous ces mots" in status.inner_text()
    search.get_by_label("Que cherchez-vous ?").fill("a")
    expect(status).to_have_text("Écrivez au moins deux lettres.")


def test_the_keyboard_is_enough(search):
    search.get_by_label("Que cherchez-vous ?").focus()
    search.keyboard.type("rsa")
    search.keyboard.press("Enter")
    expect(search.locator("#resultats .card").first).to_be_visible()
    expect(search.get_by_label("Que cherchez-vous ?")).to_be_focused()
    for _ in range(2):
        search.keyboard.press("Tab")
    expect(search.locator(".chip-nav button").first).to_be_focused()
    search.get_by_role("button", name=re.compile("^Organisme")).press("Enter")
    expect(search.get_by_role("button", name=re.compile("^Organisme"), pressed=True)).to_be_focused()
    expect(search.get_by_role("button", name=re.compile("^Tout"), pressed=False)).to_be_visible()
    assert set(search.locator("#resultats .card__kicker").all_inner_texts()) == {"Organisme"}
    expect(search.get_by_role("status")).to_contain_text("Organisme")
    search.get_by_role("button", name=re.compile("^Tout")).press("Enter")
    search.locator("#resultats .card__link").first.press("Enter")
    expect(search).to_have_url(re.compile("/sigles/rsa/index.html$"))


def test_a_long_answer_is_shown_by_parts_and_the_next_part_takes_the_focus(search):
    _ask(search, "drome")
    assert search.locator("#resultats .card").count() == 20
    search.get_by_role("button", name="Voir la suite").click()
    assert search.locator("#resultats .card").count() == 40
    expect(search.locator("#resultats .card__link").nth(20)).to_be_focused()


def test_an_address_may_hold_the_question(search, season):
    search.goto(f"{(season / PAGE).as_uri()}?q=solidarit%C3%A9+active")
    expect(search.get_by_label("Que cherchez-vous ?")).to_have_value("solidarité active")
    expect(search.locator("#resultats .card").first).to_contain_text("RSA")


@pytest.mark.parametrize("words", ["rsa", "théâtre valence", "accompagner des enfants au concert"])
def test_nothing_of_the_index_comes_before_the_first_key_and_little_after(new_page, season, words):
    page, asked = new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((season / PAGE).as_uri())
    assert [url for url in asked if "/recherche/index/" in url] == []
    _ask(page, words)
    paths = {url.removeprefix(season.as_uri()).partition("?")[0] for url in asked}
    assert any("/recherche/index/" in path for path in paths)
    total = sum(len(gzip.compress((season / path[1:]).read_bytes(), 9)) for path in paths)
    assert total <= HEAVIEST


def test_when_a_part_cannot_be_loaded_it_is_said_and_the_lists_are_there(search):
    search.route("**/recherche/index/rs.js", lambda route: route.abort())
    _ask(search, "rsa")
    expect(search.get_by_role("status")).to_contain_text("n’a pas pu être chargée")
    expect(search.get_by_role("link", name="Les sigles en R")).to_be_visible()


def test_without_a_script_the_page_is_made_of_lists_that_open(new_page, season):
    page = new_page(java_script_enabled=False)
    page.goto((season / "index.html").as_uri())
    page.get_by_role("link", name="Rechercher").click()
    expect(page.locator("noscript .notice, .notice").first).to_contain_text("JavaScript")
    page.get_by_label("Que cherchez-vous ?").fill("rsa")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"recherche/index\.html\?q=rsa$"))
    page.get_by_role("link", name="Les sigles en R").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Les sigles en R")


def test_the_script_and_the_index_cut_words_alike(new_page, season):
    """Two writings of the same rules: they agree on every word of every address and title, and on hard ones."""
    text = SCRIPT.read_text(encoding="utf-8")
    rules = text[text.index("function fold") : text.index("/* Each file calls")]
    written = " ".join(
        path.read_text(encoding="utf-8") for path in (season / "recherche" / "index").glob("*.js")
    )
    words = sorted(
        {*re.findall(r"[^\W_]+", written), "Œuvre", "R.S.A.", "AÎNÉES", "eaux", "journaux", "asse", "ﬁn"}
    )
    page = new_page()
    page.goto("about:blank")
    cut = page.evaluate(
        f"given => {{ var stop = []; {rules} return given.map(w => [fold(w), stem(fold(w))]); }}", words
    )
    assert len(words) > 5000
    assert [
        (word, pair) for word, pair in zip(words, cut, strict=True) if pair != [fold(word), stem(fold(word))]
    ] == []


def test_stop_words_are_written_once(search):
    form = search.locator("form[data-mots]")
    assert form.get_attribute("data-mots").split() == [*STOP_WORDS]
