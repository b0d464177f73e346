"""The mini site as it would be online, as a volunteer sees it, and with its examples."""

from pathlib import Path

import pytest
from lxml import etree

from tests.site.building import MINI

SECRETS = (
    "Phrase-secrete-du-brouillon",
    "Phrase-secrete-du-futur",
    "Phrase-secrete-du-retire",
    "Phrase-secrete-du-tutoriel",
)


def _text(folder: Path, path: str) -> str:
    return (folder / path).read_text(encoding="utf-8")


def _all_text(folder: Path) -> str:
    files = [
        path
        for path in folder.rglob("*")
        if path.suffix in {".html", ".js", ".xml", ".txt", ".ics", ".json", ".geojson", ".csv", ".md"}
    ]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def _files_of_the_search(folder: Path) -> list[str]:
    (names,) = etree.HTML(_text(folder, "recherche/index.html")).xpath("//form/@data-index")
    return names.split()


def test_the_tree_is_the_expected_tree_and_nothing_comes_from_pelican_s_own_theme(mini):
    expected = (Path(__file__).parent / "mini-tree.txt").read_text(encoding="utf-8").split("\n")
    written = sorted(path.relative_to(mini).as_posix() for path in mini.rglob("*") if path.is_file())
    index = [path for path in written if path.startswith("recherche/index/")]  # named after words
    assert [path for path in written if path not in index] == [line for line in expected if line]
    assert index == [f"recherche/index/{name}.js" for name in _files_of_the_search(mini)]


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_not_to_be_shown_leaves_no_trace_online(mini, secret):
    assert secret not in _all_text(mini)
    assert not (mini / "brouillons").exists()


@pytest.mark.parametrize("title", ["Un brouillon bien caché", "Un billet pour plus tard", "Un billet retiré"])
def test_not_even_the_title_of_what_is_not_to_be_shown_is_online(mini, title):
    assert title not in _all_text(mini)


def test_a_volunteer_sees_the_drafts_apart_and_in_no_list(mini_preview):
    assert "Phrase-secrete-du-brouillon" in _text(mini_preview, "brouillons/brouillon/index.html")
    assert "Un brouillon bien caché" not in _text(mini_preview, "actualites/index.html")
    assert "Un brouillon bien caché" not in _text(mini_preview, "actualites/atom.xml")
    assert "Phrase-secrete-du-tutoriel" in _text(mini_preview, "brouillons/tutoriels-en-cours/index.html")
    assert 'href="brouillon/index.html"' in _text(mini_preview, "brouillons/index.html").replace(
        "../brouillons/", ""
    )


def test_an_outing_that_is_not_online_tells_its_writer_why(mini_preview):
    page = _text(mini_preview, "brouillons/sortie-2026-12-05-sans-preuve/index.html")
    assert "sans preuve de gratuité" in page


def test_a_picture_is_published_beside_its_post(mini):
    assert (mini / "images" / "point.png").read_bytes() == (MINI / "content/images/point.png").read_bytes()
    assert 'src="/images/point.png"' in _text(mini, "actualites/2026/11/bienvenue/index.html")


def test_a_post_with_the_old_style_of_header_is_published(mini):
    page = _text(mini, "actualites/2026/11/ancien-style/index.html")
    assert "Un en-tête à l’ancienne" in page
    assert "Le texte du billet." in page
    assert "Mots-clés :" not in page


def test_typography_is_french_in_the_text_and_untouched_in_code_and_hours(mini):
    page = _text(mini, "actualites/2026/11/bienvenue/index.html")
    assert "Bienvenue\u00a0: c’est ouvert\u202f!" in page
    assert "<code>code : brut</code>" in page
    assert "20h30" in page


def test_what_has_ended_is_not_shown_as_coming(mini):
    coming = _text(mini, "sorties/index.html")
    assert "Un conte d’essai" in coming
    assert "Un concert fini" not in coming
    assert "Un concert fini" in _text(mini, "sorties/passees/index.html")
    assert "Un concert fini" in _text(mini, "sorties/2026/11/21-concert-fini/index.html")


def test_an_outing_without_proof_of_being_free_is_nowhere(mini):
    assert "Une sortie sans preuve" not in _all_text(mini)


def test_a_date_that_is_only_computed_says_so(mini):
    assert "date calculée, à confirmer" in _text(mini, "sorties/rendez-vous/index.html")


def test_a_notice_is_shown_on_its_days_only(mini):
    page = _text(mini, "index.html")
    assert "Le téléphone est en panne cette semaine" in page
    assert "Ce bandeau est fini" not in page


def test_examples_are_shown_only_when_asked_and_say_what_they_are(mini, mini_preview, mini_examples):
    assert "une fanfare" not in _all_text(mini)
    assert "une fanfare" not in _all_text(mini_preview)
    page = _text(mini_examples, "sorties/2026/11/25-exemple-fanfare/index.html")
    assert "data-exemple" in page
    assert "mercredi 25\u00a0novembre 2026" in page


def test_the_patterns_page_is_for_volunteers_only(mini, mini_preview):
    assert not (mini / "patterns").exists()
    assert (mini_preview / "patterns" / "index.html").exists()


def test_links_are_from_the_root_online_and_open_by_double_click_here(mini, mini_preview):
    path = "actualites/2026/11/bienvenue/index.html"
    assert 'href="/sigles/rsa/"' in _text(mini, path)
    assert 'href="../../../../sigles/rsa/index.html"' in _text(mini_preview, path)
    assert 'href="/association/"' in _text(mini, path)


def test_an_old_address_leads_to_the_new_one(mini):
    assert "/association/" in _text(mini, "ancienne-page/index.html")


def test_two_towns_of_one_name_have_two_addresses(mini):
    assert "Lemps" in _text(mini, "communes/lemps-ardeche/index.html")
    assert "Lemps" in _text(mini, "communes/lemps-drome/index.html")


def test_the_feed_holds_whole_texts_with_whole_links(mini):
    feed = etree.parse(mini / "actualites" / "atom.xml").getroot()
    space = {"a": "http://www.w3.org/2005/Atom"}
    titles = [node.text for node in feed.findall("a:entry/a:title", space)]
    assert titles == ["Bienvenue\u00a0: c’est ouvert\u202f!", "Un en-tête à l’ancienne"]
    content = feed.find("a:entry/a:content", space).text
    assert 'href="https://www.culturesducoeur26-07.org/sigles/rsa/"' in content
    assert "Un intertitre" in content


def test_robots_are_welcome_online_and_kept_away_from_a_preview(mini, mini_preview):
    assert "Sitemap: https://www.culturesducoeur26-07.org/sitemap.xml" in _text(mini, "robots.txt")
    assert "Disallow: /\n" in _text(mini_preview, "robots.txt")
