"""The files of a small booklet: each word that matters is looked for in the bytes that people receive."""

import io
import zipfile
from dataclasses import replace

import pikepdf
from pypdfium2 import PdfDocument

from plugins.booklet.binding import bind_booklet, bound_booklet
from plugins.booklet.compiling import compile_booklet
from plugins.booklet.contents import as_data, open_contents
from plugins.booklet.drawing import count_pages, count_sheets, draw_booklet, draw_sheets, drawn_booklet
from plugins.resources import File, Page
from tests.booklet.samples import site

CONTENTS = open_contents(site())
DATA = as_data(CONTENTS)
PDF = draw_booklet(DATA, CONTENTS)
EPUB = bind_booklet(DATA, CONTENTS, PDF)


def text(pdf: bytes) -> str:
    document = PdfDocument(pdf)
    pages = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return " ".join(" ".join(pages).replace("\u00a0", " ").split())


def chapter(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(EPUB)) as book:
        return book.read(f"EPUB/{name}").decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_the_pdf_says_what_is_replaced_doubtful_or_has_two_meanings():
    said = text(PDF)
    assert "N’a plus cours depuis 2009. Remplacé par RSA" in said
    assert "N’a plus cours depuis 2020. Remplacé par Point-justice." in said
    assert "À vérifier : le nom du métier." in said
    assert "Autre sens : ASS, Assistant de service social (p." in said
    assert "À VÉRIFIER" in said
    assert "N’A PLUS COURS" in said


def test_the_pdf_has_bookmarks_a_language_and_a_title():
    with pikepdf.open(io.BytesIO(PDF)) as found:
        assert str(found.Root.Lang) == "fr-FR"
        assert bool(found.Root.MarkInfo.Marked)
        with found.open_outline() as outline:
            assert [item.title for item in outline.root] == [
                "Sommaire",
                "Comment lire ce livret",
                "Les domaines",
                "Les sigles, de A à Z",
                "Les organismes",
                "Index",
                "À propos de ce livret",
            ]
            letters = outline.root[3].children
            assert [item.title for item in letters] == ["A", "P", "R"]
            assert [len(item.children) for item in letters] == [2, 1, 2]


def test_the_sheets_hold_every_page_and_say_which_pdf_is_accessible():
    pages = count_pages(PDF)
    sheets = draw_sheets(DATA, CONTENTS, pages)
    assert count_pages(sheets) == 2 * count_sheets(pages)
    with pikepdf.open(io.BytesIO(sheets)) as found:
        assert [round(float(size), 2) for size in found.pages[0].mediabox] == [0, 0, 841.89, 595.28]
        assert str(found.docinfo["/Title"]).endswith("(le PDF accessible est livret.pdf)")
    assert text(sheets).count("N’a plus cours depuis 2009.") == 1


def test_the_book_says_the_same_in_one_file_a_letter():
    assert "<strong>N’a plus cours depuis 2009.</strong> <strong>Remplacé par</strong>" in chapter(
        "lettre-r.xhtml"
    )
    assert '<a href="lettre-r.xhtml#sigle-rsa">RSA</a>' in chapter("lettre-r.xhtml")
    assert '<strong class="mark">À vérifier</strong>' in chapter("lettre-a.xhtml")
    assert "<strong>À vérifier :</strong> le nom du métier." in chapter("lettre-a.xhtml")
    assert '<h2 class="entry__acronym">Caisse d’allocations familiales</h2>' in chapter("organismes.xhtml")


def test_what_is_new_is_said_in_words_in_each_form():
    issue = replace(CONTENTS.issue, number=2, before=CONTENTS.issue.dated, new_acronyms=frozenset({"pad"}))
    entry = replace(CONTENTS.letters[1].entries[0], is_new=True)
    letters = (CONTENTS.letters[0], replace(CONTENTS.letters[1], entries=(entry,)), CONTENTS.letters[2])
    fresh = replace(CONTENTS, issue=issue, letters=letters)
    data = as_data(fresh)
    pdf = draw_booklet(data, fresh)
    assert "NOUVEAU" in text(pdf)
    with zipfile.ZipFile(io.BytesIO(bind_booklet(data, fresh, pdf))) as book:
        assert '<strong class="mark">Nouveau</strong>' in book.read("EPUB/lettre-p.xhtml").decode()


def test_the_page_tells_each_form_with_its_size_and_its_use():
    page, *files = compile_booklet(site())
    assert isinstance(page, Page)
    assert [file.address for file in files if isinstance(file, File)] == [
        "/sigles/livret.pdf",
        "/sigles/livret-a-imprimer.pdf",
        "/sigles/livret.epub",
        "/sigles/livret.png",
    ]
    assert files[3].content.startswith(b"\x89PNG")
    assert page.context["cover"] == files[3].address
    forms = page.context["forms"]
    assert [form.address for form in forms] == [
        "/sigles/livret.pdf",
        "/sigles/livret-a-imprimer.pdf",
        "/sigles/livret.epub",
        "/sigles/sigles.csv",
        "/donnees/sigles.json",
    ]
    assert forms[0].details.startswith(f"PDF accessible, A5, {count_pages(files[0].content)}\u00a0pages, ")
    assert forms[3].details == "CSV, 5\u00a0lignes"
    assert page.address == "/sigles/livret/"


def test_the_leaves_are_listed_and_none_is_looked_up():
    _, listed, *leaves = (page for page in compile_booklet(site()) if isinstance(page, Page))
    assert (listed.address, listed.template) == ("/sigles/livret/imprimer/", "booklet-print")
    assert [file.address for file in listed.context["files"]] == [
        "/sigles/livret.pdf",
        "/sigles/livret-a-imprimer.pdf",
    ]
    assert [page.address for page in leaves] == [
        leaf.address for part in listed.context["parts"] for leaf in part.leaves
    ]
    assert [page.indexed for page in (listed, *leaves)] == [False] * (1 + len(leaves))
    assert (leaves[0].context["before"], leaves[-1].context["after"]) == (None, None)
    assert leaves[0].context["after"] == leaves[1].context["leaf"]


def test_without_acronym_there_is_no_booklet():
    assert list(compile_booklet(site(acronyms=(), bodies=()))) == []


def test_the_same_booklet_gives_the_same_bytes():
    assert drawn_booklet(DATA, CONTENTS) == drawn_booklet(DATA, CONTENTS) == PDF
    assert bound_booklet(DATA, CONTENTS, PDF) == EPUB
