"""The association's own site, looked at from outside."""

import gzip
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from plugins.resources import output_path
from tests.site.building import digests

OTHERWISE = Path(__file__).parent / "otherwise"
SITE = "https://www.culturesducoeur26-07.org"
LOADING = {"script": "src", "img": "src", "iframe": "src", "source": "srcset", "embed": "src", "video": "src"}

ADDED_TO = {
    "ended": "//*[contains(@class, 'event-card') or contains(@class, 'series-card') or string(@data-jusqu)]",
    "over": "//*[string(@data-debut) or contains(@class, 'series-card')]",
    "ask": "//form[@data-index]",
    "town": "//*[@data-pres or @data-commune]",
    "offline": "//*[@data-hors-ligne]",
    "sharing": "//*[@data-copie]",
    "wake": "//*[@data-partage or @data-dates]",
}
"""What each script serves."""

ENDS = "//*[@data-a-venir or @data-jusqu or @data-dates or @data-debut and contains(@class, 'series-card')]"
"""What a day makes untrue: `over.js` sees it, `ended.js` tells it."""


@pytest.fixture(scope="session")
def pages(real):
    """Give every page, parsed once."""
    return {
        path.relative_to(real).as_posix(): html.parse(str(path)).getroot()
        for path in sorted(real.rglob("*.html"))
    }


def _target(folder: Path, page: str, link: str) -> Path:
    path = unquote(urlsplit(link).path)
    base = folder if path.startswith("/") else (folder / page).parent
    target = base / path.lstrip("/")
    return target / "index.html" if path.endswith("/") or not path else target


def test_there_is_a_page_for_each_thing(real):
    count = {
        name: sum(1 for path in (real / name).glob("*/index.html"))
        for name in ("sigles", "organismes", "lieux", "communes", "sorties/rendez-vous")
    }
    assert count["sigles"] == 515 + 2  # and the booklet, and their history
    assert count["organismes"] == 51
    assert count["lieux"] == 202 + 2  # and a list for each department
    assert count["communes"] == 697 + 2  # and a list for each department
    assert count["sorties/rendez-vous"] == 32


def test_no_internal_link_and_no_anchor_is_dead(real, pages):
    anchors = {page: {*tree.xpath("//@id")} for page, tree in pages.items()}
    dead = []
    for page, tree in pages.items():
        for link in tree.xpath("//@href | //@src"):
            split = urlsplit(link)
            if split.scheme not in {"", "https"} or (split.netloc and not link.startswith(SITE)):
                continue
            target = _target(real, page, link) if split.path or split.netloc else real / page
            inside = target.relative_to(real).as_posix()
            if not target.is_file() or (
                split.fragment and split.fragment not in anchors.get(inside, {split.fragment})
            ):
                dead.append((page, link))
    assert dead == []


def test_no_page_asks_anything_of_another_site(pages):
    asked = [
        (page, node.get(attribute))
        for page, tree in pages.items()
        for tag, attribute in LOADING.items()
        for node in tree.iter(tag)
        if (node.get(attribute) or "").startswith(("http", "//"))
    ]
    sheets = [
        (page, node.get("href"))
        for page, tree in pages.items()
        for node in tree.iter("link")
        if node.get("rel") in {"stylesheet", "icon", "preload"}
        and node.get("href").startswith(("http", "//"))
    ]
    assert asked + sheets == []


def test_no_page_needs_a_script(pages):
    """Two kinds only: data, and files of ours, deferred, each where it has something to add."""
    wrong = [
        (page, html.tostring(script))
        for page, tree in pages.items()
        for script in tree.xpath("//script[not(@type='application/ld+json')]")
        if sorted(script.keys()) != ["defer", "src"]
        or script.text
        or not all(tree.xpath(ADDED_TO.get(name, "false()")) for name in _names(script.get("src")))
    ]
    assert wrong == []
    assert [page for page, tree in pages.items() if len(tree.xpath("//script[@src]")) > 1] == []
    handlers = [page for page, tree in pages.items() if tree.xpath("//@*[starts-with(name(), 'on')]")]
    assert handlers == []


def _names(script: str) -> list[str]:
    """Return the small scripts that a file is made of: `/theme/ended-offline.js` is made of two."""
    return re.fullmatch(r"/theme/([a-z-]+)\.js", script)[1].split("-")


def test_a_file_of_two_scripts_is_one_after_the_other(real):
    ended, offline = ((real / f"theme/{name}.js").read_text("utf-8") for name in ("ended", "offline"))
    assert (real / "theme/ended-offline.js").read_text("utf-8") == f"{ended}\n{offline}"


def test_a_page_that_a_day_makes_untrue_loads_the_script_that_tells_it(pages):
    missing = [
        page
        for page, tree in pages.items()
        if tree.xpath(ENDS)
        and not tree.xpath("//script[starts-with(@src, '/theme/ended') or starts-with(@src, '/theme/over')]")
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("name", "heaviest"),
    [
        ("theme/over", 300),
        ("theme/over-town", 500),
        ("theme/over-wake", 400),
        ("theme/ended", 1000),
        ("theme/ask", 1000),
        ("theme/search", 3000),
        ("theme/near", 2000),
        ("theme/offline", 2000),
        ("theme/sharing", 2000),
        ("hors-ligne", 2000),
    ],
)
def test_a_script_of_ours_is_light_and_speaks_to_old_phones(real, name, heaviest):
    script = (real / f"{name}.js").read_text(encoding="utf-8")
    assert len(gzip.compress(script.encode(), 9, mtime=0)) <= heaviest
    assert not re.search(
        r"=>|\b(?:const|let|class(?!=)|async|await)\b|`|\.\.\.|\?\.|\bfor ?\([^)]* of ", script
    )
    assert not re.search(r"https?:|XMLHttp|cookie|innerHTML|eval", script)


def test_what_the_search_finds_is_on_the_site(real):
    files = sorted((real / "recherche" / "index").glob("*.js"))
    calls = [json.loads(f"[{path.read_text(encoding='utf-8')[10:-2]}]") for path in files]
    assert [name for name, _, _ in calls] == [path.stem for path in files]
    found = {row[0].partition("#")[0] for _, rows, _ in calls for row in rows}
    assert [address for address in sorted(found) if not (real / output_path(f"/{address}")).is_file()] == []
    assert len(found) > 1500


def test_a_file_of_the_search_weighs_fifteen_thousand_bytes_at_most(real):
    sizes = {
        path.name: len(gzip.compress(path.read_bytes(), 9, mtime=0))
        for path in (real / "recherche" / "index").iterdir()
    }
    assert {name: size for name, size in sizes.items() if size > 15_000} == {}


def test_every_page_says_its_language_its_title_and_one_heading(pages):
    wrong = [
        page
        for page, tree in pages.items()
        if tree.get("lang") != "fr" or len(tree.xpath("//h1")) != 1 or not tree.findtext("head/title")
    ]
    redirects = [page for page in wrong if pages[page].xpath("//meta[@http-equiv='refresh']")]
    assert [page for page in wrong if page not in redirects] == []


def test_no_two_pages_have_the_same_title(pages):
    titles = defaultdict(list)
    for page, tree in pages.items():
        titles[tree.findtext("head/title")].append(page)
    assert {title: found for title, found in titles.items() if len(found) > 1} == {}


def test_no_page_speaks_in_small_drawings(pages):
    """RGAA 4.1.2, 13.5: a smiley or an arrow is not the same for every voice, nor on every phone."""
    drawn = {
        page: marks
        for page, tree in pages.items()
        if (marks := {mark for text in tree.itertext() for mark in text if _is_drawing(mark)})
    }
    assert drawn == {}


def test_what_voices_do_not_say_holds_no_word_save_the_names_that_the_map_says_elsewhere(pages):
    """RGAA 4.1.2, 10.8: each town whose name is written on the map has its link, with the same name."""
    silent = [
        (page, one, " ".join(one.text_content().split()))
        for page, tree in pages.items()
        for one in tree.xpath("//*[@aria-hidden='true' or @hidden or @inert]")
    ]
    assert {page for page, one, words in silent if words and one.get("class") != "map__names"} == set()
    names = {(page, name.text) for page, one, words in silent if words for name in one.iter("text")}
    said = {
        (page, title.text.partition("\xa0:")[0])
        for page in {page for page, _ in names}
        for title in pages[page].iter("title")
    }
    assert {page for page, _ in names} == {f"carte/{name}index.html" for name in ("", "ardeche/", "drome/")}
    assert names - said == set()


def test_no_value_of_the_code_shows_through_a_page(pages):
    shown = ("None", "datetime.", "Undefined", "<built-in", "&lt;", "{{", "}}")
    seen = [
        (page, word)
        for page, tree in pages.items()
        for word in shown
        if word
        in " ".join(tree.xpath("//main//text()[not(ancestor::code or ancestor::pre or ancestor::script)]"))
    ]
    assert seen == []


def test_the_same_sources_give_the_same_bytes_elsewhere(real, real_again, tmp_path):
    """Another time zone, language, order of folders, mask, clock and hour of the same day: each at once."""
    elsewhere = {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "tr_TR.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4127",
        "PYTHONPATH": str(OTHERWISE),
        "OTHERWISE_SEED": "4127",
        "OTHERWISE_SECONDS": str(40 * 24 * 3600 + 5 * 3600),
        "SOURCE_DATE_EPOCH": "1795388340",  # 22 November 2026, 23 h 59 in Paris
    }
    again = real_again(tmp_path, elsewhere, {"TODAY": None})
    first, second = digests(real), digests(again)
    assert {path for path in first.keys() | second.keys() if first.get(path) != second.get(path)} == set()
    assert {path.stat().st_mode & 0o077 for path in again.rglob("*")} == {0}  # the mask was another


def _is_drawing(mark: str) -> bool:
    return mark not in "°©®™" and unicodedata.category(mark) in {"So", "Sk", "Cn", "Co"}
