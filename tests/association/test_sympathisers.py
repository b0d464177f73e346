from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from lxml import etree

from plugins.association.compiling import compile_association
from tests.association.samples import association, catalog, news_item, post, site

ATOM = "{http://www.w3.org/2005/Atom}"
PAGE = "/association/college-de-sympathisants/"


def compiled(*news, email=None):
    made = site(catalog(association=association(courriel=email)), news=news)
    return {one.address: one for one in compile_association(made)}


def tagged(slug, *tags):
    return replace(news_item(post(slug, resume="Une soirée.")), tags=tags)


def entries(made):
    """Read the feed as XML: a fault stops the test."""
    feed = etree.fromstring(made[f"{PAGE}atom.xml"].content)
    assert feed.findtext(f"{ATOM}updated")
    assert feed.findtext(f"{ATOM}id")
    return [
        (one.findtext(f"{ATOM}title"), one.find(f"{ATOM}link").get("href"))
        for one in feed.iter(f"{ATOM}entry")
    ]


def test_the_posts_of_its_tag_are_its_news_on_the_page_and_in_the_feed():
    made = compiled(tagged("2026-11-20-soiree", "Sympathisants"), tagged("2026-11-19-autre", "référents"))
    assert [card.title for card in made[PAGE].context["news"]] == ["Billet soiree"]
    assert entries(made) == [("Billet soiree", "https://www.exemple.fr/actualites/2026/11/soiree/")]


def test_without_news_the_feed_is_valid_and_empty():
    made = compiled()
    assert made[PAGE].context["news"] == ()
    assert entries(made) == []


def test_joining_is_one_e_mail_or_the_contact_page_while_there_is_no_address():
    assert compiled()[PAGE].context["question"].address == "/association/contact/"
    link = urlsplit(compiled(email="a@exemple.fr")[PAGE].context["question"].address)
    assert (link.path, parse_qs(link.query)["subject"]) == ("a@exemple.fr", ["Collège de sympathisants"])
