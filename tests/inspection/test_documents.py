import io
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Name
from PIL import Image

from plugins.inspection.archives import unpack
from plugins.inspection.documents import discreet, inspect_document
from plugins.inspection.persons import list_of_people
from plugins.inspection.words import rejoined
from tests.inspection.samples import add_action, add_note, odt, office, pdf, picture, properties

ROOT = Path(__file__).parents[2]
REPORT = ROOT / "content/documents/compte-rendu-rencontres-2009.pdf"
KNOWN = frozenset({"notre-association"})


def told(name, content):
    found = inspect_document(name, content, KNOWN)
    return [fault.code for fault in found.faults], [notice.code for notice in found.notices]


def test_a_sound_pdf_is_published_as_it_is():
    found = inspect_document("a.pdf", pdf(), KNOWN)
    assert (found.faults, found.notices, found.cleaned, found.pages) == ((), (), None, 1)


def test_our_own_report_names_nobody_and_is_published_to_the_byte():
    found = inspect_document(REPORT.name, REPORT.read_bytes(), frozenset({"cultures-du-coeur-drome-ardeche"}))
    assert (found.faults, found.notices, found.cleaned) == ((), (), None)
    assert "Rencontres d’octobre 2009" in found.text


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.pdf", b"", "fichier-vide"),
        ("a.pdf", pdf()[:300], "fichier-abime"),
        ("a.pdf", b"<!doctype html><p>Perdu", "fichier-deguise"),
        ("a.pdf", b"MZ\x90\x00", "fichier-deguise"),
        ("a.pdf", picture("PNG"), "fichier-deguise"),
        ("a.png", picture("JPEG"), "fichier-deguise"),
        ("a.csv", b"PK\x03\x04", "fichier-deguise"),
        ("a.docx", b"\xd0\xcf\x11\xe0", "fichier-deguise"),
        ("a.docx", b"PK\x03\x04 cut", "fichier-abime"),
        ("a.docx", office({"other.xml": "<a/>"}), "fichier-abime"),
        ("a.txt", b"x" * 10_000_001, "fichier-trop-lourd"),
        ("a.odt", odt("<a>" + " " * 60_000_001 + "</a>"), "fichier-trop-lourd"),
        ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="b")), "document-protege"),
        ("a.pdf", pdf(encryption=pikepdf.Encryption(owner="a", user="")), "document-protege"),
        ("a.csv", b"Nom;Mail\nA;a@gmail.com\nB;b@orange.fr\n", "liste-de-personnes"),
    ],
)
def test_what_is_not_sound_is_refused(name, content, code):
    assert told(name, content) == ([code], [])


@pytest.mark.parametrize(
    "change",
    [
        lambda made: add_action(made, **{"/S": Name.JavaScript, "/JS": "app.alert(1)"}),
        lambda made: add_action(made, **{"/S": Name.Launch, "/F": "calc.exe"}),
        lambda made: add_action(made, **{"/S": Name.SubmitForm, "/F": "https://exemple.fr"}),
        lambda made: made.attachments.__setitem__("a.txt", pikepdf.AttachedFileSpec(made, b"joint")),
    ],
)
def test_a_pdf_that_acts_or_carries_a_file_is_refused(change):
    assert told("a.pdf", pdf(change)) == (["document-a-programme"], [])


def test_a_pdf_that_names_a_person_is_published_without():
    def change(made):
        made.docinfo[Name.Author] = "Prénom NOM"
        made.docinfo[Name.Title] = "Le livret"
        properties(made, "Prénom NOM")
        add_note(made, "Prénom NOM")

    found = inspect_document("a.pdf", pdf(change), KNOWN)
    assert [notice.code for notice in found.notices] == ["auteur-dans-le-fichier"]
    assert found.notices[0].written == "Prénom NOM"
    with pikepdf.open(io.BytesIO(found.cleaned)) as cleaned:
        everything = repr(list(cleaned.objects)).encode() + cleaned.Root.Metadata.read_bytes()
        assert dict(cleaned.docinfo) == {"/Title": "Le livret"}
        with cleaned.open_metadata() as kept:
            assert (kept["dc:title"], kept.pdfa_status) == ("Le livret", "2A")
    assert b"NOM" not in everything
    assert b"Un logiciel" not in everything


def test_a_path_of_a_computer_is_taken_out_even_of_a_title():
    found = inspect_document(
        "a.pdf", pdf(lambda made: made.docinfo.__setitem__(Name.Title, "C:\\Users\\prenom\\cr.docx")), KNOWN
    )
    assert b"prenom" not in found.cleaned


def test_the_association_may_be_the_author():
    assert told("a.pdf", pdf(lambda made: made.docinfo.__setitem__(Name.Author, "Notre Association"))) == (
        [],
        [],
    )


def test_a_cleaned_pdf_always_has_the_same_bytes():
    content = pdf(lambda made: made.docinfo.__setitem__(Name.Author, "Prénom NOM"))
    first = inspect_document("a.pdf", content, KNOWN).cleaned
    assert inspect_document("b.pdf", content, KNOWN).cleaned == first


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (odt(meta="<dc:creator>Prénom NOM</dc:creator>"), "auteur-dans-le-fichier"),
        (odt(meta="<meta:initial-creator>Prénom NOM</meta:initial-creator>"), "auteur-dans-le-fichier"),
        (
            odt("<o xmlns:text='t'><text:changed-region text:id='1'/></o>"),
            "suivi-des-modifications",
        ),
        (odt("<o xmlns:office='o'><office:annotation office:name='1'/></o>"), "suivi-des-modifications"),
        (odt(**{"Basic/Standard/Module1.xml": "<a/>"}), "document-a-programme"),
        (odt("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "document-a-programme"),
        (odt("<a>a@free.fr, b@gmail.com</a>"), "liste-de-personnes"),
    ],
)
def test_an_office_document_that_says_too_much_is_refused(content, code):
    assert told("a.odt", content) == ([code], [])


def test_an_office_document_without_persons_is_right():
    assert told("a.odt", odt(meta="<dc:creator>Notre association</dc:creator>")) == ([], [])


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("06 12 34 56 78 et 07.12.34.56.78", True),
        ("+33 6 12 34 56 78 puis 06-98-76-54-32", True),
        ("06 12 34 56 78, puis encore 0612345678", False),
        ("04 75 00 00 00 et 04 75 00 00 01", False),
        ("contact@theatre.fr, accueil@mairie.fr", False),
        ("un@gmail.com", False),
    ],
)
def test_two_personal_numbers_or_mailboxes_make_a_list(text, refused):
    assert bool(list_of_people(text)) is refused


def test_words_cut_at_the_end_of_a_line_are_put_together():
    assert rejoined("la biblio-\r\nthèque de Saint-\nVallier et du co\ufffe\nmité") == (
        "la bibliothèque de Saint- Vallier et du comité"
    )


def test_a_discreet_copy_names_nobody_and_is_otherwise_the_same_document():
    named = odt(meta="<dc:creator>Denise Martin</dc:creator><dc:title>Le livret</dc:title>")
    copy = discreet("a.odt", named)
    assert [fault.code for fault in inspect_document("a.odt", named).faults] == ["auteur-dans-le-fichier"]
    assert inspect_document("a.odt", copy).faults == ()
    assert b"Le livret" in unpack(copy)["meta.xml"]
    assert list(unpack(copy)) == list(unpack(named))
    assert discreet("a.odt", copy) == copy


def test_a_discreet_copy_of_a_pdf_or_of_a_photo_tells_neither_who_nor_where():
    named = pdf(lambda made: properties(made, author="Denise Martin"))
    assert b"Denise" not in discreet("a.pdf", named)
    notes = Image.Exif()
    notes[0x013B] = "Denise Martin"
    photo = picture("JPEG", exif=notes)
    assert b"Denise" in photo
    assert b"Denise" not in discreet("a.jpg", photo)
    assert discreet("b.jpg", picture("JPEG")) == picture("JPEG")
    assert discreet("abime.pdf", b"%PDF-1.7 abime") == b"%PDF-1.7 abime"
