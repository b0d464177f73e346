"""The sheets that LibreOffice has saved (see make_sheets.py), read and added up."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plugins.followup.merging import merge, season_text, seasons
from plugins.followup.reading import Reading, read_returns
from plugins.followup.returns import Return

SHEETS = Path(__file__).with_name("fiches")
TODAY = date(2026, 11, 22)
ENDINGS = ["ods", "xlsx", "csv"]
SEASON = """\
retours: 6
structures: 2
sorties: 5
total: {reservees: 66, venues: 45, absentes: 21}
mois:
  - {mois: 2026-10, reservees: 31, venues: 21, absentes: 10}
  - {mois: 2026-11, reservees: 35, venues: 24, absentes: 11}
avis:
  - {avis: beaucoup-aime, retours: masque}
  - {avis: aime, retours: masque}
  - {avis: partage, retours: masque}
  - {avis: pas-aime, retours: masque}
"""


def _read(name: str, ending: str) -> Reading:
    return read_returns(SHEETS / f"{name}.{ending}", TODAY)


def _text(*readings: Reading) -> str:
    (season,) = seasons(merge(found for reading in readings for found in reading.returns).returns)
    return "\n".join(line for line in season_text(season).split("\n") if not line.startswith("#"))


@pytest.mark.parametrize("ending", ENDINGS)
def test_renamed_columns_blank_rows_french_numbers_and_dates_as_text_are_understood(ending: str) -> None:
    reading = _read("port", ending)
    assert reading.refused == []
    assert [(found.day, found.title, found.town, *found.said[:3]) for found in reading.returns] == [
        (date(2026, 10, 5), "Contes du soir", "Valence", 12, 10, 2),
        (date(2026, 10, 10), "Le grand bal", "Privas", 10, 8, 2),
        (date(2026, 11, 17), "Cirque de papier", "Die", 20, 11, 9),
    ]
    assert {found.body for found in reading.returns} == {"Centre social du Port"}


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_totals_are_right_in_every_format(ending: str) -> None:
    assert _text(_read("port", ending), _read("familles", ending)) == SEASON


def test_the_same_sheet_in_three_formats_counts_once() -> None:
    readings = [_read(name, ending) for ending in ENDINGS for name in ("port", "familles")]
    assert _text(*readings) == SEASON
    assert merge(found for reading in readings for found in reading.returns).again == 12


@pytest.mark.parametrize("ending", ENDINGS)
def test_names_are_refused_with_the_file_and_the_row_and_never_repeated(ending: str) -> None:
    reading = _read("tilleuls", ending)
    refused = {found.line: found.why for found in reading.refused}
    expected = {
        3: "« Un mot » contient deux mots qui se suivent avec une majuscule, comme un prénom et un nom.",
        5: "« Un mot » contient un numéro de téléphone.",
        6: "« Personnes venues » n’est pas un nombre et contient « madame » ou « monsieur ».",
    }
    if ending != "csv":  # a CSV keeps no comment
        expected[4] = "un commentaire est accroché à cette ligne."
    assert refused == expected
    assert {found.file for found in reading.refused} == {f"tilleuls.{ending}"}
    told = "\n".join(found.told for found in reading.refused)
    assert not {"Fatou", "Diallo", "Paul", "Martin", "Petit", "06 12"} & set(told.split())
    assert [found.line for found in reading.returns] == ([4] if ending == "csv" else [])


def test_two_sheets_that_contradict_each_other_are_told_apart() -> None:
    first = _read("port", "ods").returns
    other = [_changed(found) for found in first[:1]]
    merged = merge([*first, *other])
    assert [(found.file, found.line, found.why) for found in merged.refused] == [
        (
            "autre.ods",
            9,
            "cette sortie est déjà dite pour cette structure, avec d’autres nombres (port.ods, ligne 3).",
        )
    ]
    assert merged.returns == tuple(first)


def _changed(found: Return) -> Return:
    return replace(found, file="autre.ods", line=9, came=found.came - 1, absent=found.absent + 1)


def test_a_count_under_five_is_hidden_and_another_with_it() -> None:
    text = _text(_read("port", "ods"))
    assert "total: {reservees: 42, venues: 29, absentes: 13}" in text
    assert "- {mois: 2026-10, reservees: 22, venues: masque, absentes: masque}" in text
    assert "- {mois: 2026-11, reservees: 20, venues: masque, absentes: masque}" in text
