"""The real booklet: each acronym has its page, its line in a letter and in the light list; homonyms say which."""

from collections import Counter
from pathlib import Path

import pytest

from plugins.acronyms.compiling import compile_acronyms
from plugins.catalog import load_catalog
from plugins.resources import File, Resource
from tests.association.samples import site

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def compiled() -> dict[str, Resource]:
    return {found.address: found for found in compile_acronyms(site(load_catalog(ROOT)))}


def test_every_acronym_and_every_body_has_its_page(compiled: dict[str, Resource]) -> None:
    catalog = load_catalog(ROOT)
    assert len(catalog.acronyms) >= 515
    assert {acronym.address for acronym in catalog.acronyms.values()} <= set(compiled)
    assert {body.address for body in catalog.bodies.values()} <= set(compiled)


def test_every_acronym_is_on_one_letter_page_and_on_one_line_of_the_list(
    compiled: dict[str, Resource],
) -> None:
    catalog = load_catalog(ROOT)
    filed = Counter(
        card.address
        for address, page in compiled.items()
        if address.startswith("/sigles/lettre/")
        for card in page.context["acronyms"]
    )
    assert filed == Counter(acronym.address for acronym in catalog.acronyms.values())
    light = compiled["/sigles/liste.txt"]
    assert isinstance(light, File)
    assert len(light.content.decode().splitlines()) == len(catalog.acronyms)


def test_every_change_of_name_is_in_the_history(compiled: dict[str, Resource]) -> None:
    catalog = load_catalog(ROOT)
    told = [
        change.address for year in compiled["/sigles/histoire/"].context["years"] for change in year.changes
    ]
    gone = [acronym.address for acronym in catalog.acronyms.values() if not acronym.is_current]
    assert sorted(told) == sorted(gone)
    assert all(
        change.became for year in compiled["/sigles/histoire/"].context["years"] for change in year.changes
    )
