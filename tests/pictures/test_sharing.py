"""Which pages have a bill of their own when their link is shared."""

from pathlib import Path

from lxml import html

from plugins.pictures.compiling import compile_pictures
from plugins.pictures.sharing import sharing_bills
from tests.association.samples import site
from tests.views.samples import agenda, outing


def test_an_outing_has_its_bill_and_the_shelves_have_theirs() -> None:
    shown = outing("2026-11-28-conte", "28/11/2026 14h30")
    assert sorted(file.address for file in sharing_bills(site(agenda(shown)))) == [
        "/lieux/partage.png",
        "/partage.png",
        "/sigles/partage.png",
        "/sorties/2026/11/28-conte/partage.png",
        "/sorties/partage.png",
        "/tutoriels/partage.png",
    ]


def test_an_outing_that_is_not_shown_has_none() -> None:
    hidden = outing("2026-11-28-conte", "28/11/2026 14h30", brouillon="oui")
    assert [file.address for file in sharing_bills(site(agenda(hidden))) if "2026" in file.address] == []


def test_the_copy_of_a_computer_has_no_bill(tmp_path: Path) -> None:
    there = site(agenda(root=tmp_path), production=False)
    assert [file.address for file in compile_pictures(there) if "partage" in file.address] == []


def test_every_page_of_the_mini_site_names_a_bill_that_is_there(mini: Path) -> None:
    pages = [path for path in sorted(mini.rglob("*.html")) if "og:title" in path.read_text(encoding="utf-8")]
    named = {
        address
        for page in pages
        for address in html.parse(page).getroot().xpath("//meta[@property='og:image']/@content")
    }
    assert len(pages) > 40
    prefix = "https://www.culturesducoeur26-07.org/"
    assert {address for address in named if not (mini / address.removeprefix(prefix)).is_file()} == set()
    assert f"{prefix}sorties/2026/11/28-conte/partage.png" in named
    assert f"{prefix}sigles/partage.png" in named


def test_a_page_has_one_picture_to_share_with_its_size_and_its_words(mini: Path) -> None:
    page = html.parse(mini / "sorties/2026/11/28-conte/index.html").getroot()
    said = {
        name: page.xpath(f"//meta[@property='og:image{name}']/@content")
        for name in ("", ":width", ":height", ":alt")
    }
    assert said == {
        "": ["https://www.culturesducoeur26-07.org/sorties/2026/11/28-conte/partage.png"],
        ":width": ["1200"],
        ":height": ["630"],
        ":alt": ["Un conte d'essai"],
    }
