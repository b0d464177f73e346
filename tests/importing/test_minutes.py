"""The documents of `minutes/` were written once by LibreOffice, from `compte-rendu.html`:

soffice --headless --infilter="HTML (StarWriter)" --convert-to odt:writer8 compte-rendu.html
soffice --headless --convert-to docx compte-rendu.odt
"""

import datetime
import io
import zipfile
from pathlib import Path

import pytest

from plugins.importing.blocks import Block, Minutes, Span, markdown
from plugins.importing.minutes import draft, is_minutes, read_minutes
from plugins.importing.rows import FileRefusedError

FOLDER = Path(__file__).parent / "minutes"
TODAY = datetime.date(2026, 11, 22)
W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"

TEXT = """\
La réunion a duré **deux heures**. Elle était *ouverte à tous* ; voir [le programme](https://www.exemple.fr/page?a=1&b=2).

## Ordre du jour

1. Les sorties du mois
2. Les **référents** nouveaux

## Décisions

- Un premier point
- Un second point
    - avec un détail

| Lieu | Places |
| --- | --- |
| Salle A \\| B | 12 |
| Salle \\*C\\* | 8 |

Un texte avec des signes : 2 \\* 3 \\* 4, mot_à_mot, \\[crochets\\], &lt;balise>.

### Photo

Fin de la réunion.
"""


def docx(body: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return buffer.getvalue()


def run(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


@pytest.fixture
def read(tmp_path):
    def reading(content: bytes, name: str = "a.docx") -> Minutes:
        (tmp_path / name).write_bytes(content)
        return read_minutes(tmp_path / name)

    return reading


@pytest.mark.parametrize("name", ["compte-rendu.docx", "compte-rendu.odt"])
def test_a_document_of_an_office_suite_becomes_the_same_draft(name):
    made = draft(read_minutes(FOLDER / name), name, "Vie de l'association", TODAY)
    header, text = made.content.split("---\n\n")
    assert text == TEXT
    assert 'titre: "Compte rendu de la réunion d’essai"\ndate: 22/11/2026\n' in header
    assert "brouillon: oui\n" in header
    assert made.path == "content/billets/2026/2026-11-22-compte-rendu-de-la-reunion-d-essai.md"
    assert made.kept == "3\u00a0intertitres, 3\u00a0paragraphes, 5\u00a0lignes de liste, 1\u00a0tableau"
    assert [line.split(" : ")[0] for line in made.lost] == ["1\u00a0image"]
    assert made.warnings == ()


def test_the_author_of_a_file_never_reaches_the_draft():
    for name in ("compte-rendu.docx", "compte-rendu.odt"):
        assert "NOM" not in draft(read_minutes(FOLDER / name), name, "Vie", TODAY).content


def test_what_is_not_kept_is_counted(read):
    minutes = read(
        docx(
            run("Un mot")
            + "<w:p><w:del w:author='A'><w:r><w:delText>effacé</w:delText></w:r></w:del>"
            + "<w:ins w:author='A'><w:r><w:t>ajouté</w:t><w:footnoteReference w:id='1'/></w:r></w:ins></w:p>"
            + "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"
        )
    )
    assert minutes.lost == {"texte effacé": 1, "texte ajouté": 1, "note": 1, "cellules fusionnées": 1}
    assert markdown(minutes.blocks) == "Un mot\n\najouté\n"


def test_a_list_of_people_is_told(read):
    made = draft(read(docx(run("a@gmail.com") + run("b@free.fr"))), "presents.docx", "Vie", TODAY)
    assert made.warnings[0].startswith("ce fichier ressemble à une liste de personnes")
    assert 'titre: "Presents"' in made.content


def test_links_that_could_act_and_signs_of_markdown_are_plain_words():
    spans = (Span("- un ", bold=True), Span("<b>", link="javascript:a()"))
    assert markdown([Block("paragraph", spans)]) == "**- un** &lt;b>\n"
    assert markdown([Block("paragraph", (Span("1. début"),))]) == "1\\. début\n"
    assert markdown([Block("paragraph", (Span("# titre"),))]) == "\\# titre\n"


def test_neighbours_that_look_alike_share_their_marks():
    spans = (Span("un", bold=True), Span(" mot", bold=True), Span(" simple"))
    assert markdown([Block("paragraph", spans)]) == "**un mot** simple\n"


def test_headings_begin_at_the_second_level_and_lists_go_down_one_step_at_a_time():
    blocks = [
        Block("heading", (Span("A"),), 3),
        Block("item", (Span("b"),), 2, ordered=True),
        Block("item", (Span("c"),), 5),
    ]
    assert markdown(blocks) == "## A\n\n1. b\n    - c\n"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.docx", b"", "ce fichier est vide"),
        ("a.docx", b"%PDF-1.7", "c’est un fichier PDF"),
        ("a.docx", b"PK\x03\x04 cut", "ne s’ouvre pas jusqu’au bout"),
        ("a.odt", docx(run("a")), "n’a pas le texte"),
        ("a.docx", docx("<w:p>" + " " * 60_000_001 + "</w:p>"), "dépasserait 60 Mo"),
        ("a.docx", docx("").replace(b"word/document.xml", b"word/documenu.xml"), "n’a pas le texte"),
    ],
)
def test_a_file_that_is_no_sound_document_is_refused_in_french(read, name, content, words):
    with pytest.raises(FileRefusedError, match=words):
        read(content, name)


def test_a_scan_without_words_is_refused(read):
    with pytest.raises(FileRefusedError, match="ne contient pas de texte"):
        draft(read(docx("<w:p/>")), "a.docx", "Vie", TODAY)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(FileRefusedError, match="Je ne trouve pas"):
        read_minutes(tmp_path / "a.odt")


def test_only_texts_of_an_office_suite_are_minutes():
    assert is_minutes("Compte rendu.DOCX")
    assert is_minutes("a.odt")
    assert not is_minutes("sorties.ods")
