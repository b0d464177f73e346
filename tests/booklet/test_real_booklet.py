"""Every acronym and every body of the project has its place in each form, and the same number in all of them."""

import csv
import io
import re
import zipfile
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
from lxml import etree
from pypdfium2 import PdfDocument

from plugins.booklet.compiling import compile_booklet
from plugins.catalog import load_catalog
from plugins.formats.fonts import printable
from plugins.french import typeset_text
from plugins.opendata.compiling import compile_open_data
from plugins.resources import File, Site

ROOT = Path(__file__).parent.parent.parent
URL = "https://www.culturesducoeur26-07.org"
XHTML = "{http://www.w3.org/1999/xhtml}"


@cache
def real_site() -> Site:
    return Site(load_catalog(ROOT), (), date(2026, 11, 22), URL, production=True)


@cache
def files() -> dict[str, bytes]:
    return {found.address: found.content for found in compile_booklet(real_site()) if isinstance(found, File)}


def _words(text: str) -> str:
    return re.sub(r"[\s\u00ad\ufffe-]+", "", text)


def test_the_pdf_has_a_bookmark_and_a_place_for_every_acronym_and_every_body():
    catalog = real_site().catalog
    with (
        pikepdf.open(io.BytesIO(files()["/sigles/livret.pdf"])) as found,
        found.open_outline() as outline,
    ):
        parts = {item.title: item.children for item in outline.root}
        acronyms = [entry for letter in parts["Les sigles, de A à Z"] for entry in letter.children]
        assert (len(acronyms), len(parts["Les organismes"])) == (len(catalog.acronyms), len(catalog.bodies))
    document = PdfDocument(files()["/sigles/livret.pdf"])
    text = _words("".join(page.get_textpage().get_text_range() for page in document))
    document.close()
    missing = [
        acronym.slug
        for acronym in catalog.acronyms.values()
        if _words(printable(typeset_text(f"{acronym.definition}"))) not in text
        or _words(printable(typeset_text(acronym.expansion))) not in text
    ]
    assert missing == []
    unsaid = [
        body.slug
        for body in catalog.bodies.values()
        if _words(printable(typeset_text(body.role))) not in text
    ]
    assert unsaid == []


def test_the_book_has_an_article_for_every_acronym_and_every_body():
    catalog = real_site().catalog
    articles: list[str] = []
    with zipfile.ZipFile(io.BytesIO(files()["/sigles/livret.epub"])) as book:
        for name in book.namelist():
            if name.endswith(".xhtml"):
                tree = etree.fromstring(book.read(name))
                articles += [found.get("id") for found in tree.iter(f"{XHTML}article")]
    expected = [f"sigle-{slug}" for slug in catalog.acronyms] + [
        f"organisme-{slug}" for slug in catalog.bodies
    ]
    assert sorted(articles) == sorted(expected)


def test_the_table_has_a_row_for_every_acronym_and_is_that_of_the_open_data():
    tables = {
        found.address: found.content for found in compile_open_data(real_site()) if isinstance(found, File)
    }
    assert tables["/sigles/sigles.csv"] == tables["/donnees/sigles.csv"]
    rows = list(csv.DictReader(io.StringIO(tables["/sigles/sigles.csv"].decode("utf-8-sig"))))
    assert sorted(row["id"] for row in rows) == sorted(real_site().catalog.acronyms)


def test_every_doubt_is_marked_in_the_pdf_and_in_the_book():
    catalog = real_site().catalog
    doubts = sum(bool(found.to_check) for found in (*catalog.acronyms.values(), *catalog.bodies.values()))
    document = PdfDocument(files()["/sigles/livret.pdf"])
    marks = sum(page.get_textpage().get_text_range().count("À VÉRIFIER") for page in document)
    document.close()
    with zipfile.ZipFile(io.BytesIO(files()["/sigles/livret.epub"])) as book:
        read = "".join(book.read(name).decode() for name in book.namelist() if name.endswith(".xhtml"))
    assert (marks, read.count('<strong class="mark">À vérifier</strong>')) == (doubts, doubts)
