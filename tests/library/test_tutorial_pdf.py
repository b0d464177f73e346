from datetime import date

from pypdfium2 import PdfDocument

from plugins.library.tutorial_pdf import split_steps, tutorial_pdf
from plugins.library.tutorials import tutorial_files
from tests.library.samples import illustrated_tutorial


def text_of(pdf):
    with PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def test_the_paper_says_what_the_page_says_and_shows_addresses(tmp_path):
    listed, site = illustrated_tutorial(tmp_path, avant=["lire"], prerequis=["un téléphone"])
    text = text_of(tutorial_pdf(listed, site).content)
    for words in (
        "Chercher : une sortie",
        "Temps : 1 h 30",
        "Ce qu’il faut : un téléphone",
        "À lire d’abord : Lire (exemple.fr/tutoriels/lire)",
        "Vérifié le 1er novembre 2026.",
        "Avant de commencer.",
        "1 Ouvrir la page",
        "La page des sorties (exemple.fr/sorties), & #rien *d’autre* !",
        "2 Taper",
        "titre: été",
    ):
        assert words in text


def test_an_old_verification_is_said_on_paper_too(tmp_path):
    listed, site = illustrated_tutorial(tmp_path, today=date(2028, 1, 1))
    assert "Vérifié le 1er novembre 2026, à revoir." in text_of(tutorial_pdf(listed, site).content)


def test_the_same_text_gives_the_same_bytes_another_day(tmp_path):
    listed, site = illustrated_tutorial(tmp_path)
    _, later = illustrated_tutorial(tmp_path, today=date(2026, 12, 24))
    assert tutorial_pdf(listed, site) == tutorial_pdf(listed, later)


def test_each_shown_tutorial_gives_its_pdf_and_its_pictures(tmp_path):
    _, site = illustrated_tutorial(tmp_path)
    assert [file.address for file in tutorial_files(site)] == [
        "/tutoriels/chercher/chercher.pdf",
        "/tutoriels/chercher/etape-1.png",
        "/tutoriels/lire/lire.pdf",
    ]
    _, site = illustrated_tutorial(tmp_path, brouillon="oui")
    assert [file.address for file in tutorial_files(site)] == ["/tutoriels/lire/lire.pdf"]


def test_a_picture_among_words_stays_among_them():
    picture = {"sorte": "image", "image": [], "mots": "x"}
    mixed = {"sorte": "p", "dedans": [{"sorte": "texte", "texte": "voyez "}, picture]}
    words = ("1", ".", " ", "Voir 2 pages")
    title = {"sorte": "h2", "dedans": [{"sorte": "texte", "texte": part} for part in words]}
    assert split_steps([title, mixed])[1] == [
        {"numero": 1, "titre": [{"sorte": "texte", "texte": "Voir 2 pages"}], "mots": [mixed], "images": []}
    ]


def test_a_block_of_code_keeps_its_lines_on_paper(tmp_path):
    with PdfDocument(tutorial_pdf(*illustrated_tutorial(tmp_path)).content) as document:
        lines = document[0].get_textpage().get_text_bounded().splitlines()
    assert "titre: été" in lines
    assert "lieu: là" in [line.strip() for line in lines]


def test_what_is_to_be_checked_is_said_on_paper(tmp_path):
    listed, site = illustrated_tutorial(tmp_path, a_verifier="les menus des agendas")
    assert "À vérifier : les menus des agendas." in text_of(tutorial_pdf(listed, site).content)
