"""What programs read of each page, held to our own profile: the mini site and the real one, whole."""

import json
from collections import defaultdict
from pathlib import Path

import pytest
from lxml import html

from tests.site.schema_org import SITE, faults

KINDS = {
    "/": {"NGO", "WebSite"},
    "/sigles/": {"DefinedTermSet"},
    "/sigles/rsa/": {"DefinedTerm"},
    "/organismes/caf/": {"Organization"},
    "/actualites/2026/11/rencontres-octobre-2009/": {"BlogPosting"},
    "/tutoriels/trouver-une-sortie/": {"HowTo"},
    "/documents/compte-rendu-rencontres-2009/": {"DigitalDocument"},
    "/lieux/museal-musee-et-site-archeologique-departemental-alba-la-romaine/": {"Museum"},
    "/formations/passeurs-de-culture/": {"Course"},
    "/sorties/rendez-vous/mois-du-doc/": {"EventSeries"},
    "/sorties/rendez-vous/": {"ItemList"},
    "/donnees/": {"DataCatalog"},
}


@pytest.fixture(scope="module", params=["mini", "real"])
def pages(request):
    """Give the blocks of data of each page, with the page, by its address."""
    folder = request.getfixturevalue(request.param)
    return {address: (tree, _blocks(tree)) for address, tree in _parsed(folder)}


def _parsed(folder: Path):
    for path in sorted(folder.rglob("*.html")):
        address = f"/{path.relative_to(folder).as_posix().removesuffix('index.html')}"
        yield address, html.parse(str(path)).getroot()


def _blocks(tree) -> list[dict]:
    return [json.loads(text) for text in tree.xpath("//script[@type='application/ld+json']/text()")]


def test_no_word_is_out_of_the_profile(pages):
    found = defaultdict(list)
    for address, (_, blocks) in pages.items():
        for fault in faults(blocks):
            found[fault].append(address)
    assert found == {}


def test_each_page_with_a_breadcrumb_tells_programs_the_same_way(pages):
    shown = 0
    for address, (tree, blocks) in pages.items():
        links = tree.xpath("//ol[@class='breadcrumb']//a/@href")
        told = [block["itemListElement"] for block in blocks if block.get("@type") == "BreadcrumbList"]
        assert bool(links) == bool(told), address
        if links:
            shown += 1
            assert [item["item"] for item in told[0]] == [f"{SITE}{way}" for way in (*links, address)], (
                address
            )
            assert [item["position"] for item in told[0]] == [*range(1, len(links) + 2)]
    assert shown > 60


def test_each_kind_of_page_says_what_it_is_about(real):
    said = {}
    for address in KINDS:
        blocks = _blocks(html.parse(str(real / address[1:] / "index.html")).getroot())
        nodes = [node for block in blocks for node in block.get("@graph", [block])]
        said[address] = {node["@type"] for node in nodes} - {"BreadcrumbList"}
    assert said == KINDS


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "Place", "name": "Un", "colour": "rouge"}, "Place.colour is not ours"),
        ({"@type": "HowTo", "name": "Un"}, "HowTo lacks step"),
        ({"@type": "WebSite", "name": "", "url": "https://a.fr"}, "name is empty"),
        ({"@type": "Course", "name": "Un", "description": "x", "provider": {}}, "provider is empty"),
        (
            {"@type": "Event", "name": "Un", "location": "x", "startDate": "2026-11-22T20:30:00"},
            "startDate: 2026-11-22T20:30:00 is neither a day nor a moment with its offset",
        ),
        ({"@id": "https://ailleurs.fr/"}, "@id: https://ailleurs.fr/ is not of the site"),
        ({"name": "Un"}, "{'name': 'Un'} is of no type"),
    ],
)
def test_what_is_out_of_the_profile_is_told(node, fault):
    assert fault in list(faults(node))
