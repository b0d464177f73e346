import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from plugins.catalog.models.figures import Reception
from plugins.followup.reading import Reading, read_returns
from plugins.followup.returns import season_of
from plugins.formats.sheets import Sheet, archive, encode_ods

TODAY = date(2026, 11, 22)
HEAD = "Structure;Date;Sortie;Commune;Places réservées;Personnes venues;Personnes non venues;Accueil du spectacle;Un mot"
ROW = "CCAS;5/10/2026;Contes;Valence;6;5;1;aimé;Un régal"


@pytest.fixture
def read(tmp_path: Path):
    def reading(*lines: str, name: str = "fiche.csv") -> Reading:
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
        return read_returns(tmp_path / name, TODAY)

    return reading


def test_a_row_is_read_whole(read) -> None:
    (found,) = read(HEAD, ROW).returns
    assert (found.line, found.body, found.day, found.title, found.town) == (
        2,
        "CCAS",
        date(2026, 10, 5),
        "Contes",
        "Valence",
    )
    assert (found.said, found.word, found.season) == ((6, 5, 1, Reception.LIKED), "Un régal", "2026-2027")


def _row(**cells: str) -> str:
    names = ("body", "date", "title", "town", "booked", "came", "absent", "reception", "word")
    values = dict(zip(names, ROW.split(";"), strict=True)) | cells
    return ";".join(values[name] for name in names)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"came": ""}, "« Personnes venues » est vide."),
        ({"booked": "six"}, "« Places réservées » n’est pas un nombre."),
        ({"booked": "2,5"}, "« Places réservées » n’est pas un nombre."),
        ({"booked": "-6"}, "« Places réservées » n’est pas un nombre."),
        ({"booked": "1000"}, "« Places réservées » est trop grand."),
        ({"came": "7", "absent": ""}, "7 venues et 0 non venues ne font pas 6 réservées."),
        ({"absent": "2"}, "5 venues et 2 non venues ne font pas 6 réservées."),
        ({"date": "31/9/2026"}, "« Date » n’est pas comprise."),
        ({"date": "23/11/2026"}, "cette date n’est pas encore passée."),
        ({"title": ""}, "« Sortie » est vide."),
        ({"body": ""}, "« Structure » est vide."),
        ({"body": "Mme Durand"}, "« Structure » contient « madame » ou « monsieur »."),
        ({"title": "06 12 34 56 78"}, "« Sortie » contient un numéro de téléphone."),
        ({"reception": "bof"}, "« Accueil du spectacle » n’est pas l’un des choix."),
        ({"word": "Fatou Diallo"}, "« Un mot » contient deux mots qui se suivent avec une majuscule, comme un prénom et un nom."),
    ],
)  # fmt: skip
def test_a_row_that_is_not_right_is_refused_with_its_line(read, cells: dict[str, str], why: str) -> None:
    reading = read(HEAD, "", _row(**cells))
    assert [(found.file, found.line, found.why) for found in reading.refused] == [("fiche.csv", 3, why)]
    assert reading.returns == []
    assert reading.refused[0].hint


def test_a_show_may_be_called_madame(read) -> None:
    assert read(HEAD, _row(title="Madame Bovary")).returns[0].title == "Madame Bovary"


@pytest.mark.parametrize("heading", ["Prénom", "NOM et prénom", "Bénéficiaires", "Téléphone"])
def test_a_column_that_asks_who_came_refuses_the_whole_sheet(read, heading: str) -> None:
    reading = read(f"{HEAD};{heading}", f"{ROW};x")
    assert reading.returns == []
    assert [(found.line, found.why) for found in reading.refused] == [
        (0, f"elle a une colonne « {heading} », qui dit qui est venu.")
    ]


def test_a_name_in_a_cell_of_no_column_is_refused_too(read) -> None:
    reading = read(f"{HEAD};Divers", f"{ROW};Fatou Diallo", ROW, f"{ROW};;Mme Durand")
    assert [(found.line, found.why) for found in reading.refused] == [
        (2, "la cellule J contient deux mots qui se suivent avec une majuscule, comme un prénom et un nom."),
        (4, "la cellule K contient « madame » ou « monsieur »."),
    ]


def test_a_person_above_the_table_is_told(read) -> None:
    reading = read("Retours de Mme Durand", HEAD, ROW)
    assert [found.line for found in reading.refused] == [1]
    assert len(reading.returns) == 1


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("x.pdf", "%PDF-1.7", "ce fichier est un PDF : je ne sais pas y lire un tableau."),
        ("x.csv", "a;b\n1;2", "je n’y trouve pas les titres de colonnes"),
        ("x.ics", "BEGIN:VCALENDAR", "ce n’est pas un tableau de retours."),
    ],
)
def test_a_file_that_is_no_return_sheet_is_refused_in_french(read, name: str, text: str, why: str) -> None:
    (found,) = read(text, name=name).refused
    assert (found.file, found.line) == (name, 0)
    assert found.why.startswith(why)


def test_a_column_of_no_kind_is_told_and_left_out(read) -> None:
    assert read(f"{HEAD};Météo", f"{ROW};pluie").notes == [
        "La colonne J n’est pas du modèle : elle n’est pas reprise."
    ]


def test_the_second_sheet_of_a_workbook_is_read_when_the_first_has_no_headings(tmp_path: Path) -> None:
    path = tmp_path / "fiche.ods"
    path.write_bytes(
        encode_ods([Sheet("Bonjour", [["Bonjour"]]), Sheet("Retours", [HEAD.split(";"), ROW.split(";")])])
    )
    assert [found.title for found in read_returns(path, TODAY).returns] == ["Contes"]


def test_a_season_goes_from_september_to_august() -> None:
    assert [season_of(day) for day in (date(2026, 8, 31), date(2026, 9, 1), date(2027, 1, 1))] == [
        "2025-2026", "2026-2027", "2026-2027",
    ]  # fmt: skip


def test_a_comment_pinned_on_an_empty_row_is_refused_too(tmp_path: Path) -> None:
    note = (
        "<table:table-cell><office:annotation><text:p>Fatou</text:p></office:annotation></table:table-cell>"
    )
    book = encode_ods([Sheet("Retours", [HEAD.split(";"), ROW.split(";"), [""]])])
    path = tmp_path / "fiche.ods"
    path.write_bytes(
        _with(
            book,
            "<table:table-row><table:table-cell/></table:table-row>",
            f"<table:table-row>{note}</table:table-row>",
        )
    )
    reading = read_returns(path, TODAY)
    assert [(found.line, found.why) for found in reading.refused] == [
        (3, "un commentaire est accroché à cette ligne.")
    ]
    assert len(reading.returns) == 1


def _with(book: bytes, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist()}
    assert old in texts["content.xml"]
    return archive(texts | {"content.xml": texts["content.xml"].replace(old, new)}, {"mimetype"})
