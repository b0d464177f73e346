"""What a document says of persons is told like what a text says, with its page or its line."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Dictionary, Name

from plugins.catalog import Problem
from plugins.formats.sheets import Sheet, encode_csv, encode_ods, encode_xlsx
from tests.inspection.samples import odt

Problems = Callable[[dict[str, str | bytes]], tuple[Problem, ...]]
FOLDER = "content/documents"
CONSENTS = (
    '- ecrit: "06 39 98 01 02"\n  role: astreinte\n  accord: la personne, par courriel\n  le: 12/11/2026\n'
)


def _pdf(tmp_path, *pages: str) -> bytes:
    """Return a PDF with one line of text on each page."""
    with pikepdf.new() as made:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        for text in pages:
            made.add_blank_page(page_size=(420, 595))
            page = made.pages[-1]
            page.Resources = Dictionary(Font=Dictionary(F1=font))
            page.Contents = made.make_stream(f"BT /F1 12 Tf 40 500 Td ({text}) Tj ET".encode("cp1252"))
        made.save(tmp_path / "fait.pdf")
    return (tmp_path / "fait.pdf").read_bytes()


def _told(problems: Problems, files: dict[str, str | bytes]) -> list[tuple[str, int, str]]:
    found = (problem for problem in problems(files) if problem.code == "donnee-personnelle")
    return [(problem.file, problem.line, problem.message) for problem in found]


def test_a_private_number_in_a_pdf_is_told_with_its_page(problems: Problems, tmp_path) -> None:
    content = _pdf(tmp_path, "Bienvenue", "Appelez le 06 39 98 01 02")
    assert _told(problems, {f"{FOLDER}/programme.pdf": content}) == [
        (
            f"{FOLDER}/programme.pdf",
            0,
            "page 2 : ce texte semble contenir un numéro de téléphone personnel.",
        )
    ]


def test_a_pdf_that_names_nobody_is_right(problems: Problems, tmp_path) -> None:
    assert _told(problems, {f"{FOLDER}/programme.pdf": _pdf(tmp_path, "Bienvenue")}) == []


def test_what_a_person_agreed_to_may_be_in_a_document(problems: Problems, tmp_path) -> None:
    content = _pdf(tmp_path, "Astreinte : 06.39.98.01.02")
    files = {f"{FOLDER}/programme.pdf": content, "data/autorisations.yaml": CONSENTS}
    assert _told(problems, files) == []


def test_a_row_of_a_table_is_told_with_its_line(problems: Problems) -> None:
    table = "Structure;Places\nCCAS;3\nMartin;Denise;présente\n"
    assert _told(problems, {f"{FOLDER}/retours.csv": table}) == [
        (f"{FOLDER}/retours.csv", 3, "ce texte semble contenir une liste de personnes.")
    ]


WORKSHOP = [
    ["Atelier du 12 novembre", "", ""],
    ["Participant", "Atelier", "Présence"],
    ["Denise Martin", "terre", "x"],
    ["", "papier", "x"],
]
HARMLESS = [
    ["Titre", "Auteur", "Places"],
    ["Le Cid", "Pierre Corneille", "6"],
    ["Structure", "Date", "Personnes venues"],
    ["CCAS de Valence", "12/11/2026", "5"],
]


@pytest.mark.parametrize("kind", ["csv", "ods", "xlsx"])
def test_a_name_beside_what_somebody_did_is_told_with_its_row(problems: Problems, kind: str) -> None:
    assert _told(problems, {f"{FOLDER}/atelier.{kind}": _table(kind, WORKSHOP)}) == [
        (f"{FOLDER}/atelier.{kind}", 3, "ce texte semble contenir une liste de personnes.")
    ]


@pytest.mark.parametrize("kind", ["csv", "ods", "xlsx"])
def test_a_table_of_works_or_of_bodies_names_nobody(problems: Problems, kind: str) -> None:
    assert _told(problems, {f"{FOLDER}/saison.{kind}": _table(kind, HARMLESS)}) == []


def _table(kind: str, rows: list[list[str]]) -> bytes:
    if kind == "csv":
        return encode_csv(rows)
    encode = {"ods": encode_ods, "xlsx": encode_xlsx}[kind]
    return encode([Sheet("Feuille1", rows)])


def test_the_words_of_an_office_document_are_read(problems: Problems) -> None:
    content = odt("<a>Née le 12/03/1974, IBAN FR76 3000 6000 0112 3456 7890 189</a>")
    assert [message for *_, message in _told(problems, {f"{FOLDER}/note.odt": content})] == [
        "ce texte semble contenir un compte bancaire ou une carte.",
        "ce texte semble contenir une date de naissance.",
    ]


@pytest.mark.parametrize("folder", ["content/documents", "content/images", "content/pages", "data", "theme"])
def test_a_linked_folder_is_told_and_not_followed(
    lay, problems: Problems, tmp_path_factory, folder: str
) -> None:
    outside = tmp_path_factory.mktemp("ailleurs")
    (outside / "secret.md").write_text("secret", "utf-8")
    place = lay({}) / folder / "ailleurs"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(outside)
    assert [(problem.file, problem.code) for problem in problems({})] == [
        (f"{folder}/ailleurs", "lien-symbolique")
    ]
