import json
from datetime import date

from lxml import etree

from plugins.formats.atom import encode_atom, encode_entry
from plugins.formats.feed import FeedEntry, FeedHead
from plugins.formats.jsonfeed import encode_feed, encode_item

HEAD = FeedHead(
    title="Sorties <gratuites> & libres",
    description="En Drôme et en Ardèche.",
    author="Cultures du Cœur",
    url="https://www.exemple.fr/sorties/atom.xml",
    home="https://www.exemple.fr/sorties/",
    updated=date(2026, 11, 22),
)
BAL = FeedEntry(
    url="https://www.exemple.fr/sorties/2026/11/27-bal/",
    title="Bal « à papa » & <maman>",
    summary="On danse.",
    paragraphs=("vendredi 27 novembre, 20 h 30", "Prix : Entrée libre <b>"),
    updated=date(2026, 11, 20),
    tags=("Fête", "En famille"),
    facts={"debut": "2026-11-27T20:30:00+01:00", "exemple": False},
)
OLDER = FeedEntry("https://www.exemple.fr/a/", "A", "B", ("C",), date(2026, 11, 2))
ATOM = "{http://www.w3.org/2005/Atom}"


def atom(*entries: FeedEntry) -> bytes:
    return encode_atom(HEAD, entries, [encode_entry(entry) for entry in entries])


def test_an_atom_entry_is_written_whole_and_escaped():
    assert encode_entry(BAL).decode() == (
        "<entry>\n"
        "<title>Bal « à papa » &amp; &lt;maman&gt;</title>\n"
        "<id>https://www.exemple.fr/sorties/2026/11/27-bal/</id>\n"
        "<updated>2026-11-20T00:00:00Z</updated>\n"
        '<link rel="alternate" type="text/html" href="https://www.exemple.fr/sorties/2026/11/27-bal/"/>\n'
        '<category term="Fête"/>\n'
        '<category term="En famille"/>\n'
        "<summary>On danse.</summary>\n"
        '<content type="html">&lt;p&gt;vendredi 27 novembre, 20 h 30&lt;/p&gt;'
        "&lt;p&gt;Prix : Entrée libre &amp;lt;b&amp;gt;&lt;/p&gt;</content>\n"
        "</entry>\n"
    )


def test_an_atom_feed_has_what_rfc_4287_requires_and_is_as_old_as_its_latest_change():
    feed = etree.fromstring(atom(OLDER, BAL))
    assert [feed.findtext(f"{ATOM}{name}") for name in ("title", "id", "updated")] == [
        "Sorties <gratuites> & libres",
        "https://www.exemple.fr/sorties/atom.xml",
        "2026-11-20T00:00:00Z",
    ]
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Cultures du Cœur"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "self": "https://www.exemple.fr/sorties/atom.xml",
        "alternate": "https://www.exemple.fr/sorties/",
    }


def test_a_feed_without_entry_is_dated_by_its_list():
    assert etree.fromstring(atom()).findtext(f"{ATOM}updated") == "2026-11-22T00:00:00Z"
    assert json.loads(encode_feed(HEAD, ()))["items"] == []


def test_characters_that_xml_refuses_are_left_out():
    strange = FeedEntry(
        "https://www.exemple.fr/a/", "A\x00B\x0b\ufffe", "C\x1b", ("D\x08",), date(2026, 11, 2)
    )
    assert etree.fromstring(atom(strange)).findtext(f"{ATOM}entry/{ATOM}title") == "AB"


def test_a_json_feed_is_that_of_version_1_1():
    assert json.loads(encode_feed(HEAD, [encode_item(BAL)])) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Sorties <gratuites> & libres",
        "description": "En Drôme et en Ardèche.",
        "home_page_url": "https://www.exemple.fr/sorties/",
        "feed_url": "https://www.exemple.fr/sorties/atom.xml",
        "language": "fr",
        "authors": [{"name": "Cultures du Cœur"}],
        "items": [
            {
                "id": "https://www.exemple.fr/sorties/2026/11/27-bal/",
                "url": "https://www.exemple.fr/sorties/2026/11/27-bal/",
                "title": "Bal « à papa » & <maman>",
                "summary": "On danse.",
                "content_text": "vendredi 27 novembre, 20 h 30\n\nPrix : Entrée libre <b>",
                "date_modified": "2026-11-20T00:00:00Z",
                "tags": ["Fête", "En famille"],
                "_sortie": {"debut": "2026-11-27T20:30:00+01:00", "exemple": False},
            }
        ],
    }
