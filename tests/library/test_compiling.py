from hashlib import sha256
from pathlib import Path

import pytest
from pikepdf import Name

from plugins.library.compiling import compile_library
from plugins.library.editions import Edition, published_name
from plugins.library.extracts import LONGEST
from plugins.resources import File, MadeDocument, Page, list_documents
from plugins.views.cards import Chip, Fact
from tests.association.samples import association, catalog, news_item, post, site
from tests.inspection.samples import pdf
from tests.library.samples import document, put, put_pdf

ROOT = Path(__file__).parents[2]


def compiled(root, *documents, news=(), **records):
    made = site(catalog(root=root, documents=documents, **records), news=news)
    return {resource.address: resource for resource in compile_library(made)}


def test_an_empty_library_says_so_kindly(tmp_path):
    resources = compiled(tmp_path)
    assert list(resources) == ["/documents/", "/documents/atom.xml", "/tutoriels/"]
    context = resources["/documents/"].context
    assert context["documents"] == ()
    assert context["choices"] == ()
    assert context["empty"] == (
        "Aucun document n’est encore en ligne. Livrets, comptes rendus et programmes arriveront ici. "
        "Vous en cherchez un\u00a0? Écrivez-nous, nous vous l’enverrons."
    )


def test_each_version_keeps_its_address_and_the_latest_has_one_that_never_changes(tmp_path):
    old, new = put_pdf(tmp_path, "livret-2025.pdf"), put_pdf(tmp_path, "livret-2026.pdf", pages=2)
    twice = document("livret", ("livret-2025.pdf", "01/02/2025"), ("livret-2026.pdf", "03/04/2026"))
    files = {
        file.address: file.content
        for file in compiled(tmp_path, twice).values()
        if isinstance(file, File) and not file.address.endswith("atom.xml")
    }
    preview = files.pop("/documents/livret/apercu.png")
    assert files == {
        "/documents/livret/livret-2025.pdf": old,
        "/documents/livret/livret-2026.pdf": new,
        "/documents/livret/derniere.pdf": new,
    }
    assert preview.startswith(b"\x89PNG")


def test_the_landing_page_shows_the_latest_and_all_versions_newest_first(tmp_path):
    put(tmp_path, "ancien.csv", b"a" * 1500)
    put(tmp_path, "nouveau.csv", b"b" * 2000)
    versions = [
        {"fichier": "ancien.csv", "date": "01/02/2025"},
        {"fichier": "nouveau.csv", "date": "03/04/2026", "note": "Sigles de 2026."},
    ]
    page = compiled(tmp_path, document("sigles", versions=versions))["/documents/sigles/"]
    assert page.context["latest"] == Edition(
        "/documents/sigles/derniere.csv",
        "nouveau.csv",
        "CSV, 2\u00a0ko",
        "3\u00a0avril 2026",
        "Sigles de 2026.",
    )
    assert [(edition.address, edition.details, edition.note) for edition in page.context["versions"]] == [
        ("/documents/sigles/nouveau.csv", "CSV, 2\u00a0ko", "Sigles de 2026."),
        ("/documents/sigles/ancien.csv", "CSV, 2\u00a0ko", ""),
    ]
    assert page.context["preview"] is None
    assert page.modified.isoformat() == "2026-04-03"


def test_facts_are_computed_from_the_file(tmp_path):
    content = put_pdf(tmp_path, "livret.pdf", pages=3)
    listed = document("livret", ("livret.pdf", "12/11/2026"), themes=["sigles", "accueil"], accessible="oui")
    page = compiled(tmp_path, listed)["/documents/livret/"]
    assert page.context["facts"] == (
        Fact("Type", "Livret", "/documents/type/livret/"),
        Fact("Date", "12\u00a0novembre 2026"),
        Fact("Auteur", "L’association"),
        Fact("Langue", "français"),
        Fact("Format", "PDF"),
        Fact("Pages", "3"),
        Fact("Taille", f"{len(content)}\u00a0octets"),
        Fact("Empreinte SHA-256", sha256(content).hexdigest()),
        Fact("Licence", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.fr"),
        Fact("Accessibilité", "se lit avec un lecteur d’écran"),
    )


def test_lists_are_made_for_the_types_that_have_a_document(tmp_path):
    put(tmp_path, "a.csv", b"a")
    put(tmp_path, "b.csv", b"b")
    booklet = document("livret", ("a.csv", "01/01/2026"))
    report = document("bilan", ("b.csv", "01/02/2026"), type="rapport")
    resources = compiled(tmp_path, booklet, report)
    everything, reports = resources["/documents/"], resources["/documents/type/rapport/"]
    assert [card.title for card in everything.context["documents"]] == ["Bilan", "Livret"]
    assert [card.title for card in reports.context["documents"]] == ["Bilan"]
    assert reports.context["heading"] == "Documents\u00a0: rapport"
    by_type, by_theme, by_year = reports.context["choices"]
    assert by_type.chips == (
        Chip("Tous", "/documents/", 2),
        Chip("Livret", "/documents/type/livret/", 1),
        Chip("Rapport", "/documents/type/rapport/", 1, current=True),
    )
    assert by_theme.chips == ()
    assert by_year.chips == (Chip("2026", "/documents/annee/2026/", 2),)
    assert "/documents/type/affiche/" not in resources


def test_published_posts_that_name_the_document_are_related(tmp_path):
    put(tmp_path, "a.csv", b"a")
    older = post("2026-01-05-premier", documents=["livret"])
    newer = post("2026-02-05-second", documents=["livret"])
    unpublished = post("2026-03-05-brouillon", documents=["livret"], brouillon="oui")
    resources = compiled(
        tmp_path,
        document("livret", ("a.csv", "01/01/2026")),
        posts=[older, newer, unpublished],
        news=(news_item(older), news_item(newer)),
    )
    related = resources["/documents/livret/"].context["related"]
    assert [card.title for card in related] == ["Billet second", "Billet premier"]


def test_a_draft_leaves_no_page_and_no_file(tmp_path):
    put(tmp_path, "a.csv", b"a")
    draft = document("livret", ("a.csv", "01/01/2026"), brouillon="oui")
    assert list(compiled(tmp_path, draft)) == ["/documents/", "/documents/atom.xml", "/tutoriels/"]


def test_two_compilations_give_the_same_resources(tmp_path):
    put_pdf(tmp_path, "a.pdf")
    listed = document("livret", ("a.pdf", "01/01/2026"))
    assert compiled(tmp_path, listed) == compiled(tmp_path, listed)


def test_every_link_of_a_landing_page_to_its_files_is_written(tmp_path):
    put_pdf(tmp_path, "Été 2026.pdf")
    resources = compiled(tmp_path, document("programme", ("Été 2026.pdf", "01/06/2026")))
    page = resources["/documents/programme/"]
    assert isinstance(page, Page)
    links = [page.context["latest"].address, page.context["preview"], page.context["versions"][0].address]
    assert links == [
        "/documents/programme/derniere.pdf",
        "/documents/programme/apercu.png",
        "/documents/programme/ete-2026.pdf",
    ]
    assert set(links) <= set(resources)


@pytest.mark.parametrize(
    ("name", "published"),
    [
        ("livret_2026-v1.2.pdf", "livret_2026-v1.2.pdf"),
        ("Programme d’été.PDF", "programme-d-ete.pdf"),
        ("derniere.pdf", "document-derniere.pdf"),
        ("Apercu.png", "document-apercu.png"),
        ("عربي.pdf", "document.pdf"),
    ],
)
def test_a_file_keeps_its_name_when_it_is_plain(name, published):
    assert published_name(name) == published


def test_a_theme_and_a_year_have_their_list_and_their_feed(tmp_path):
    put(tmp_path, "a.csv", b"a")
    put(tmp_path, "b.csv", b"b")
    old = document("ancien", ("a.csv", "01/01/2025"), themes=["Référents"])
    new = document("nouveau", ("b.csv", "01/02/2026"), themes=["référents", "sigles"])
    resources = compiled(tmp_path, old, new)
    theme, year = resources["/documents/sujet/referents/"], resources["/documents/annee/2025/"]
    assert [card.title for card in theme.context["documents"]] == ["Nouveau", "Ancien"]
    assert [card.title for card in year.context["documents"]] == ["Ancien"]
    assert resources["/documents/nouveau/"].context["themes"] == (
        Chip("Référents", "/documents/sujet/referents/"),
        Chip("Sigles", "/documents/sujet/sigles/"),
    )
    feed = resources["/documents/sujet/referents/atom.xml"].content.decode()
    assert feed.count("<entry>") == 2
    assert feed.index("/documents/nouveau/") < feed.index("/documents/ancien/")


def test_a_feed_tells_what_changed_in_the_latest_version(tmp_path):
    put(tmp_path, "a.csv", b"a")
    versions = [{"fichier": "a.csv", "date": "01/01/2026", "note": "Trois sigles de plus."}]
    feed = compiled(tmp_path, document("livret", versions=versions))["/documents/atom.xml"].content.decode()
    assert "Ce qui a changé : Trois sigles de plus." in feed
    assert "<updated>2026-01-01T00:00:00Z</updated>" in feed


def test_the_words_of_a_pdf_are_given_alone_and_its_first_ones_on_its_page(tmp_path):
    content = (ROOT / "content/documents/compte-rendu-rencontres-2009.pdf").read_bytes()
    put(tmp_path, "a.pdf", content)
    resources = compiled(tmp_path, document("recit", ("a.pdf", "01/01/2026")))
    found = resources["/documents/recit/"].context["extract"]
    assert found.address == "/documents/recit/texte.txt"
    assert found.words.startswith("Document d’archive · octobre 2009 Rencontres d’octobre 2009")
    assert found.words.endswith(" […]")
    assert len(found.words) <= LONGEST + len(" […]")
    assert resources[found.address].content.decode().startswith("Recit\n\nDocument d’archive")


def test_another_form_is_asked_by_an_email_that_is_ready_or_on_the_contact_page(tmp_path):
    put(tmp_path, "a.csv", b"a")
    listed = document("livret", ("a.csv", "01/01/2026"))
    without = compiled(tmp_path, listed)["/documents/livret/"].context["other_form"]
    assert without.address == "/association/contact/"
    reachable = association(courriel="contact@exemple.fr")
    asked = compiled(tmp_path, listed, association=reachable)["/documents/livret/"].context["other_form"]
    assert asked.address.startswith(
        "mailto:contact@exemple.fr?subject=Une%20autre%20forme%20:%20Livret&body="
    )
    assert "https:%2F%2Fwww.exemple.fr%2Fdocuments%2Flivret%2F" in asked.address


def test_what_other_sections_make_is_listed_on_the_first_page_only(tmp_path):
    put(tmp_path, "a.csv", b"a")
    made = MadeDocument("/ailleurs/", "Une affiche", "À imprimer.", "PDF")

    def answer(_site):
        return [made]

    with list_documents.connected_to(answer):
        resources = compiled(tmp_path, document("livret", ("a.csv", "01/01/2026")))
    assert resources["/documents/"].context["made"] == (made,)
    assert resources["/documents/type/livret/"].context["made"] == ()


def test_a_pdf_that_names_a_person_is_published_without(tmp_path):
    put(tmp_path, "a.pdf", pdf(lambda made: made.docinfo.__setitem__(Name.Author, "Prénom NOM")))
    published = compiled(tmp_path, document("livret", ("a.pdf", "01/01/2026")))["/documents/livret/a.pdf"]
    assert b"/Author" not in published.content
