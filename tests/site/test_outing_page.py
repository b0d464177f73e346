"""The page of an outing as programs and phones read it: microformats, data, link of a message, QR."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html

PAGE = "sorties/2026/11/28-conte/index.html"


@pytest.fixture(scope="module")
def page(mini: Path):
    """Give the page of the tale, parsed."""
    return html.parse(str(mini / PAGE)).getroot()


def _of(tree, name: str) -> list:
    return tree.xpath(f".//*[contains(concat(' ', @class, ' '), ' {name} ')]")


def _told(tree: html.HtmlElement) -> list[dict]:
    return [json.loads(block.text) for block in tree.xpath("//script[@type='application/ld+json']")]


def test_the_page_is_an_h_event(page):
    """The properties of https://microformats.org/wiki/h-event, each once."""
    (event,) = _of(page, "h-event")
    found = {
        name: _of(event, name)
        for name in ("p-name", "p-summary", "p-location", "dt-start", "dt-end", "u-url")
    }
    assert {name: len(nodes) for name, nodes in found.items()} == dict.fromkeys(found, 1)
    assert found["p-name"][0].text_content() == "Un conte d’essai"
    assert found["p-summary"][0].text_content() == "Une histoire à écouter."
    assert found["dt-start"][0].get("datetime") == "2026-11-28T14:30:00+01:00"
    assert found["dt-end"][0].get("value") == "2026-11-28T15:30:00+01:00"
    assert found["u-url"][0].get("value").endswith("/sorties/2026/11/28-conte/")


def test_a_card_of_a_list_is_an_h_event(mini: Path):
    cards = _of(html.parse(str(mini / "sorties/index.html")).getroot(), "h-event")
    assert cards
    for card in cards:
        for name in ("p-name", "p-summary", "p-location", "dt-start", "dt-end", "u-url"):
            assert len(_of(card, name)) == 1, name


def test_the_data_of_the_page_can_be_read_back(page):
    (found,) = [data for data in _told(page) if data["@type"].endswith("Event")]
    assert (found["@context"], found["name"]) == ("https://schema.org", "Un conte d'essai")
    assert found["startDate"] == "2026-11-28T14:30:00+01:00"
    assert found["url"].endswith("/sorties/2026/11/28-conte/")


def test_the_message_to_copy_is_the_one_that_the_link_opens(page):
    (link,) = page.xpath("//a[starts-with(@href, 'sms:')]/@href")
    (block,) = page.xpath("//pre")
    assert unquote(link) == f"sms:?&body={block.text_content()}"
    assert block.text_content().startswith("Un conte d'essai\nsam. 28 nov. 14h30\n")


def test_the_qr_is_in_the_page_and_has_words(page):
    (drawing,) = page.xpath("//svg[@role='img'][path[@stroke-dasharray]]")
    assert drawing.get("aria-label") == "QR de la page de cette sortie"


def test_a_shared_link_shows_when_and_where(page):
    def shared(name: str) -> str:
        return page.xpath(f"string(//meta[@property='og:{name}']/@content)")

    assert shared("title") == "Un conte d’essai"
    assert shared("description") == (
        "Samedi 28 novembre 2026, de 14\u00a0h\u00a030 à 15\u00a0h\u00a030, Salle d’essai, Valence. "
        "Entrée libre. Une histoire à écouter."
    )
    assert shared("url").endswith("/sorties/2026/11/28-conte/")


def test_what_is_over_invites_nobody(mini: Path):
    past = html.parse(str(mini / "sorties/2026/11/21-concert-fini/index.html")).getroot()
    assert past.xpath("//a[starts-with(@href, 'sms:')] | //pre") == []
    assert sum(data["@type"].endswith("Event") for data in _told(past)) == 1
