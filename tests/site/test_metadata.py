"""What pages say of themselves, and what they forbid themselves: each page of the mini site and of the real one."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html

from tests.site.policy import RULE

SITE = "https://www.culturesducoeur26-07.org"
SHORTEST, LONGEST = 50, 160


@pytest.fixture(scope="module", params=["mini", "real"])
def folder(request):
    """Give the folder of a site as it is online."""
    return Path(request.getfixturevalue(request.param))


@pytest.fixture(scope="module")
def online(folder):
    """Give every page of a site as it is online, parsed once, by its address."""
    return {
        f"/{path.relative_to(folder).as_posix().removesuffix('index.html')}": html.parse(str(path)).getroot()
        for path in sorted(folder.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def shown(online):
    """Give the pages that people read: those that only lead elsewhere are left out."""
    return {
        address: tree for address, tree in online.items() if not tree.xpath("//meta[@http-equiv='refresh']")
    }


def _content(tree, name):
    return tree.xpath(f"//head/meta[@name='{name}' or @property='{name}']/@content")


def test_each_page_has_a_description_of_its_own_neither_short_nor_long(shown):
    told = defaultdict(list)
    wrong = []
    for address, tree in shown.items():
        descriptions = _content(tree, "description")
        told[descriptions[0]].append(address)
        if len(descriptions) != 1 or not SHORTEST <= len(descriptions[0]) <= LONGEST:
            wrong.append((address, descriptions))
    assert wrong == []
    assert {words: pages for words, pages in told.items() if len(pages) > 1} == {}


def test_what_is_shared_says_its_title_its_kind_its_words_and_its_address(shown):
    wrong = [
        address
        for address, tree in shown.items()
        if _content(tree, "og:description") != _content(tree, "description")
        or _content(tree, "og:url") != [f"{SITE}{address}"]
        or tree.xpath("//link[@rel='canonical']/@href") != [f"{SITE}{address}"]
        or _content(tree, "og:site_name") != ["Cultures du Cœur Drôme-Ardèche"]
        or _content(tree, "og:locale") != ["fr_FR"]
        or _content(tree, "og:type") not in (["website"], ["article"])
        or not tree.findtext("head/title").startswith(("Cultures du Cœur", *_content(tree, "og:title")))
    ]
    assert wrong == []


def test_each_page_forbids_itself_all_but_its_own_files_and_tells_nobody_where_one_comes_from(online):
    wrong = [
        address
        for address, tree in online.items()
        if tree.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content") != [RULE]
        or _content(tree, "referrer") != ["no-referrer"]
    ]
    assert wrong == []


def test_the_rule_comes_before_all_that_is_loaded(online):
    loading = "//head/link | //head/script | //head/style"
    late = [
        address
        for address, tree in online.items()
        if tree.xpath(f"({loading})[1]/following::meta[@http-equiv='Content-Security-Policy']")
    ]
    assert late == []


def test_nothing_is_written_in_a_page_that_the_rule_would_refuse(online):
    inside = (
        "//style | //*[@style] | //@*[starts-with(name(), 'on')] | //base | //object | //embed | //iframe"
        " | //script[not(@src) and not(@type='application/ld+json')]"
        " | //@*[starts-with(normalize-space(.), 'javascript:')] | //img[starts-with(@src, 'data:')]"
    )
    assert [address for address, tree in online.items() if tree.xpath(inside)] == []


def test_each_form_of_a_page_for_software_has_a_title_a_type_and_an_address_of_the_site(online):
    for address, tree in online.items():
        for link in tree.xpath("//head/link[@rel='alternate']"):
            assert link.get("title"), address
            assert re.fullmatch(r"[a-z]+/[a-z+-]+", link.get("type")), address
            assert re.match(r"/[^/]", link.get("href")), address


def test_the_news_are_announced_on_each_page(shown):
    news = "//head/link[@rel='alternate' and @href='/actualites/atom.xml' and @type='application/atom+xml']"
    assert [address for address, tree in shown.items() if len(tree.xpath(news)) != 1] == []


FEEDS = {".xml": "application/atom+xml", ".ics": "text/calendar", ".json": "application/feed+json"}
NOT_OF_THE_PAGE = re.compile(r"rappels-|sitemap|opensearch")
"""The reminders of social workers follow a calendar of their own, not what a page lists."""


def test_every_page_with_feeds_announces_each_of_them(online, folder):
    missing = []
    for path in sorted(folder.rglob("*.*")):
        address = f"/{path.parent.relative_to(folder).as_posix().removeprefix('.')}/".replace("//", "/")
        is_feed = path.suffix == ".ics" or path.name in {"atom.xml", "feed.json"}
        if is_feed and not NOT_OF_THE_PAGE.match(path.name) and address in online:
            link = (
                f"//head/link[@rel='alternate'][@href='{address}{path.name}'][@type='{FEEDS[path.suffix]}']"
            )
            if len(online[address].xpath(link)) != 1:
                missing.append(f"{address}{path.name}")
    assert missing == []


@pytest.mark.parametrize(
    ("address", "feeds"),
    [
        ("/", ["/actualites/atom.xml", "/sorties/agenda.ics", "/sorties/atom.xml"]),
        ("/formations/", ["/actualites/atom.xml", "/rencontres/agenda.ics"]),
        ("/rencontres/", ["/actualites/atom.xml", "/rencontres/agenda.ics"]),
        ("/documents/", ["/actualites/atom.xml", "/documents/atom.xml"]),
    ],
)
def test_a_door_of_the_site_announces_the_feeds_behind_it(online, address, feeds):
    assert sorted(online[address].xpath("//head/link[@rel='alternate']/@href")) == feeds
