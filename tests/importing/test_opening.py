import io
import zipfile
from pathlib import Path

import pytest

from plugins.formats.sheets import archive
from plugins.importing.opening import open_file
from plugins.importing.rows import FileRefusedError
from plugins.importing.template import csv_template, ods_template, xlsx_template

ODS = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}


def _bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
        packed.writestr("xl/worksheets/sheet1.xml", b" " * 70_000_000)
    return buffer.getvalue()


def _lying_bomb() -> bytes:
    """Announce 100 bytes where 70 million wait."""
    data, size = _bomb(), (70_000_000).to_bytes(4, "little")
    return data.replace(size, (100).to_bytes(4, "little"))


def _cells(rows: int, columns: int) -> str:
    cell = f'<table:table-cell office:value-type="string" table:number-columns-repeated="{columns}">'
    return f'<table:table table:name="x"><table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'


REFUSED = {
    "vide.ods": (b"", "« vide.ods » est vide. Enregistrez-le de nouveau, puis relancez."),
    "affiche.pdf": (b"%PDF-1.7", "Ce fichier est un PDF : je ne sais pas y lire un tableau.\nPour continuer, demandez le tableau d’origine, ou recopiez-le dans le modèle."),
    "vieux.xls": (b"\xd0\xcf\x11\xe0\xa1\xb1", "Ce fichier est un ancien classeur Excel (.xls) ou un fichier protégé par un mot de passe : je ne sais pas y lire un tableau.\nPour continuer, ouvrez-le et enregistrez-le en .xlsx ou .ods."),
    "page.csv": (b"<!DOCTYPE html><p>", "Ce fichier est une page web ou du XML : je ne sais pas y lire un tableau.\nPour continuer, enregistrez l’export en JSON, en .ics ou en tableur."),
    "programme.xlsx": (b"\x7fELF\0\0\0", "Ce fichier n’est ni un tableur, ni un agenda .ics, ni un export JSON.\nEnregistrez-le dans l’un de ces formats."),
    "coupé.ods": (ods_template()[:900], "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\nOuvrez-le dans votre tableur et enregistrez-le de nouveau, sans mot de passe."),
    "lettre.docx": (archive({"word/document.xml": "<w/>"}), "Cette archive n’est pas un tableur : je n’y trouve ni classeur ODS, ni classeur XLSX.\nSi c’est un texte (.docx, .odt), copiez son tableau dans le modèle."),
    "bombe.xlsx": (_bomb(), "Ce classeur dépasserait 60 Mo une fois ouvert : il n’est pas ouvert.\nCopiez seulement le tableau dans un classeur neuf."),
    "menteuse.xlsx": (_lying_bomb(), "Ce classeur est abîmé, ou protégé par un mot de passe : il ne s’ouvre pas.\nOuvrez-le dans votre tableur et enregistrez-le de nouveau, sans mot de passe."),
    "entités.ods": (archive(ODS | {"content.xml": "<!DOCTYPE x [<!ENTITY a 'b'>]>"}), "Ce classeur contient une écriture XML dangereuse (DOCTYPE) : il n’est pas ouvert."),
    "répété.ods": (archive(ODS | {"content.xml": _cells(1000, 16000)}), "Cette feuille s’étend sur 1000 lignes et 16000 colonnes : c’est plus qu’un tableau rempli à la main.\nCopiez seulement le tableau dans un classeur neuf."),
    "long.ods": (archive(ODS | {"content.xml": _cells(100000, 3)}), "Ce fichier a 100000 lignes : 2000 au plus sont lues à la fois.\nVérifiez que c’est le bon fichier, ou coupez-le en plusieurs."),
    "loin.xlsx": (archive({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": '<c r="A1"><c r="XFD2000">'}), "Cette feuille s’étend sur 2000 lignes et 16384 colonnes : c’est plus qu’un tableau rempli à la main.\nCopiez seulement le tableau dans un classeur neuf."),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_or_must_not_be_opened_is_refused_in_french(tmp_path: Path, name: str) -> None:
    content, told = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(FileRefusedError) as refused:
        open_file(tmp_path / name)
    assert str(refused.value) == told


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileRefusedError, match=r"Je ne trouve pas .* Donnez son chemin entier"):
        open_file(tmp_path / "rien.ods")
    with pytest.raises(FileRefusedError, match="est un dossier : donnez le nom d’un fichier"):
        open_file(tmp_path)


def test_a_file_that_weighs_too_much_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "gros.csv").open("wb") as file:
        file.truncate(25_000_000)
    with pytest.raises(FileRefusedError, match="Ce fichier pèse 25 Mo : 20 Mo au plus"):
        open_file(tmp_path / "gros.csv")


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("sorties.ods", ods_template(), "ods"),
        ("sorties.xlsx", xlsx_template(), "xlsx"),
        ("sorties.csv", csv_template(), "csv"),
        ("agenda.ics", b"\xef\xbb\xbfBEGIN:VCALENDAR\r\n", "ics"),
        ("export.json", b' {"events": []}', "json"),
    ],
)
def test_a_file_is_known_by_its_content(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    (tmp_path / name).write_bytes(content)
    assert (open_file(tmp_path / name).kind, open_file(tmp_path / name).notes) == (kind, ())


def test_a_wrong_extension_is_said_and_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "sorties.csv").write_bytes(xlsx_template())
    opened = open_file(tmp_path / "sorties.csv")
    assert opened.kind == "xlsx"
    assert opened.notes == ("Son nom finit par « .csv », mais c’est un classeur XLSX : il est lu comme tel.",)


def test_hidden_columns_are_said(tmp_path: Path) -> None:
    hidden = '<worksheet><cols><col min="2" max="2" hidden="1"/></cols></worksheet>'
    (tmp_path / "x.xlsx").write_bytes(
        archive({"xl/workbook.xml": "<w/>", "xl/worksheets/sheet1.xml": hidden})
    )
    told = "Des colonnes ou des lignes masquées s’y trouvent : elles sont lues comme les autres."
    assert open_file(tmp_path / "x.xlsx").notes == (told,)
