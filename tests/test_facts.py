"""What the source of 2009 says stands on a page, in words; what it does not say stands on none.

The pages are those of the association's site as it would be online: built, then read as a visitor reads them.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from lxml import etree, html

FACTS = yaml.safe_load((Path(__file__).parent / "facts" / "2009.yaml").read_text(encoding="utf-8"))
BLOCKS = "//main//*[self::p or self::li or self::dd or self::td or self::h1 or self::h2 or self::h3]"

UNPAIRED_DAYS = ("5 octobre", "12 octobre", "14 octobre", "15 octobre")
UNPAIRED_TOWNS = ("Romans", "Le Teil", "au Teil", "Chabeuil", "Tournon")
DEDUCED_WEEKDAYS = ("lundi 5 octobre", "lundi 12 octobre", "mercredi 14 octobre", "jeudi 15 octobre")
COUNTED = r"partenaires?|invitations?|bénéficiaires?"

# SHA-256 of the nine last digits of the two numbers of 2009, so that a search for a number finds no file.
OLD_NUMBERS = {
    "5e6114535738f5595cfc0c0bb4ba6b60e712a280e8062b5259c5a0509cc0a81d",
    "167d9ea16588ee89618d474ee9781e63ee4b775bdb5fb74e8d0e19e6fa4be310",
}


@dataclass(frozen=True)
class Shown:
    """Hold a built page: its whole text, and the text of each of its blocks."""

    text: str
    blocks: tuple[str, ...]
    links: tuple[str, ...]


@pytest.fixture(scope="module")
def pages(real: Path) -> dict[str, Shown]:
    """Give the text of every page by its address."""
    return {_address(real, path): _read(path) for path in sorted(real.rglob("index.html"))}


def _address(root: Path, path: Path) -> str:
    folder = path.relative_to(root).parent.as_posix()
    return "/" if folder == "." else f"/{folder}/"


def _read(path: Path) -> Shown:
    tree = html.parse(str(path)).getroot()
    mains = tree.xpath("//main") or [tree]
    return Shown(
        text=_words(mains[0]),
        blocks=tuple(_words(node) for node in tree.xpath(BLOCKS)),
        links=tuple(tree.xpath("//main//a/@href")),
    )


def _words(node: etree._Element) -> str:
    """Return the words as they are read: straight apostrophes, single spaces, a space where a block ends."""
    parts = node.xpath(".//text()[not(ancestor::script)]")
    joined = " ".join(" ".join(parts).replace("’", "'").replace("\u202f", " ").replace("\u00a0", " ").split())
    return re.sub(r" ([,.)])", r"\1", joined)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact["id"])
def test_each_fact_of_the_source_stands_on_its_page(pages: dict[str, Shown], fact: dict) -> None:
    assert fact["page"] in pages, fact["page"]
    missing = [words for words in fact["mots"] if words.casefold() not in pages[fact["page"]].text.casefold()]
    assert missing == []


def test_each_fact_is_there_once_with_words_to_look_for() -> None:
    names = [fact["id"] for fact in FACTS]
    assert sorted(set(names)) == sorted(names)
    assert all(fact["mots"] and all(len(words) > 4 for words in fact["mots"]) for fact in FACTS)


# What is uncertain


def test_no_page_pairs_a_day_of_october_2009_with_a_town(pages: dict[str, Shown]) -> None:
    """A block may name the four days, or all the towns; one day beside one town would be a claim."""
    paired = [
        (address, block)
        for address, page in pages.items()
        for block in page.blocks
        if "2009" in block
        and sum(day in block for day in UNPAIRED_DAYS) == 1
        and "les 5, 12, 14 et 15 octobre" not in block
        and sum(town in block for town in UNPAIRED_TOWNS) == 1
    ]
    assert paired == []


def test_no_page_says_a_weekday_that_is_only_deduced(pages: dict[str, Shown]) -> None:
    said = [
        (address, day)
        for address, page in pages.items()
        for day in DEDUCED_WEEKDAYS
        if f"{day} 2009" in page.text
    ]
    assert said == []


def test_no_page_says_that_the_meeting_of_lamastre_was_held(pages: dict[str, Shown]) -> None:
    told = [
        (address, block)
        for address, page in pages.items()
        for block in page.blocks
        if "Lamastre" in block and re.search(r"\b(?:a eu lieu|s'est tenue|ont eu lieu|tenue)\b", block)
    ]
    assert told
    doubts = r"si elle a (?:eu lieu|\[)|si celle de Lamastre s'est tenue"
    assert [(address, block) for address, block in told if not re.search(doubts, block)] == []


def test_the_pages_of_the_projects_say_that_nothing_more_recent_is_known(pages: dict[str, Shown]) -> None:
    assert "nous n'avons pas de source plus récente" in pages["/association/conventions/"].text
    assert "Ce que nous en savons date de 2009" in pages["/formations/passeurs-de-culture/"].text
    assert "nous ne savons pas s'il se réunit encore" in pages["/association/college-de-sympathisants/"].text


# What is not said


def test_no_page_counts_partners_invitations_or_beneficiaries_of_2009(pages: dict[str, Shown]) -> None:
    counted = [
        (address, block)
        for address, page in pages.items()
        for block in page.blocks
        if "2009" in block and re.search(rf"\b\d+ (?:{COUNTED})\b", block)
    ]
    assert counted == []


def test_no_partner_is_named_nor_counted(pages: dict[str, Shown], real: Path) -> None:
    lists = [page for address, page in pages.items() if re.fullmatch(r"/partenaires/(?:\w+/)?", address)]
    assert len(lists) >= 4
    kept = {"/partenaires/devenir/", "/partenaires/saison/"}
    addresses = {address for address in pages if address.startswith("/partenaires/")}
    families = {f"/partenaires/{family}/" for family in ("culturels", "sociaux", "institutions")}
    assert addresses - kept - families == {"/partenaires/"}
    assert json.loads((real / "donnees/partenaires.json").read_text(encoding="utf-8")) in ([], {})


def test_no_town_but_valence_is_said_to_have_a_convention(pages: dict[str, Shown]) -> None:
    with_one = [
        address
        for address, page in pages.items()
        if address.startswith("/communes/") and "Sa convention" in page.text
    ]
    assert with_one == ["/communes/valence/"]
    towns = {link for link in pages["/association/conventions/"].links if "/communes/" in link}
    assert towns == {"/communes/valence/"}


def test_no_venue_is_said_to_be_a_partner(pages: dict[str, Shown]) -> None:
    denial = "Ce lieu n'est pas forcément partenaire de Cultures du Cœur."
    claims = [
        address
        for address, page in pages.items()
        if re.fullmatch(r"/lieux/[^/]+/", address)
        and address not in {"/lieux/drome/", "/lieux/ardeche/"}
        and (denial not in page.text or page.text.replace(denial, "").count("artenaire de Cultures"))
    ]
    assert claims == []


def test_the_numbers_of_2009_stand_on_no_page(real: Path) -> None:
    for path in sorted(real.rglob("*.html")):
        runs = re.findall(r"\d(?:[\s.\-/()\u00a0\u202f]*\d){8,}", path.read_text(encoding="utf-8"))
        digits = [re.sub(r"\D", "", run) for run in runs]
        windows = {run[start : start + 9] for run in digits for start in range(len(run) - 8)}
        assert not {window for window in windows if _digest(window) in OLD_NUMBERS}, path


def test_no_page_gives_an_address_that_the_source_does_not_give(pages: dict[str, Shown]) -> None:
    assert "Siège" not in pages["/association/contact/"].text
    assert "Courriel" not in pages["/association/contact/"].text
    written = {link for page in pages.values() for link in page.links if re.match(r"mailto:[^?]", link)}
    assert written == set()


def test_no_cycle_of_the_training_is_dated(pages: dict[str, Shown], real: Path) -> None:
    assert "Aucun cycle n'est ouvert à l'inscription" in pages["/formations/passeurs-de-culture/"].text
    calendar = (real / "formations/passeurs-de-culture/agenda.ics").read_bytes()
    assert b"BEGIN:VCALENDAR" in calendar
    assert b"BEGIN:VEVENT" not in calendar


def test_nobody_who_took_part_is_named(pages: dict[str, Shown]) -> None:
    title = r"\b(?:M\.|Mme|Mlle|Monsieur|Madame) [A-ZÉÈ]"
    spoken = (
        "/rencontres/",
        "/association/",
        "/formations/",
        "/partenaires/",
        "/actualites/2026/11/rencontres-octobre-2009/",
    )
    named = [
        address
        for address, page in pages.items()
        if address.startswith(spoken) and re.search(title, page.text)
    ]
    assert named == []


def _digest(digits: str) -> str:
    return hashlib.sha256(digits.encode()).hexdigest()
