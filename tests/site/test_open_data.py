"""The open data of the association's own site, read as a visitor's program would."""

import csv
import json
from math import isfinite
from urllib.parse import urlsplit

import pytest
from data_inclusion.schema import v1
from lxml import html

from plugins.catalog import load_catalog
from tests.site.building import ROOT

WEST, SOUTH, EAST, NORTH = 3.85, 44.1, 5.85, 45.4  # around the Drôme and the Ardèche


@pytest.fixture(scope="module")
def folder(real):
    return real / "donnees"


@pytest.fixture(scope="module")
def catalog():
    return load_catalog(ROOT)


def _rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _tree(path):
    return json.loads(path.read_text(encoding="utf-8"))


def _is_point(feature):
    """Tell whether RFC 7946 takes a feature as a point: two numbers, the longitude first."""
    point = feature["geometry"]["coordinates"]
    return (
        (feature["type"], feature["geometry"]["type"], len(point)) == ("Feature", "Point", 2)
        and all(isinstance(number, float) and isfinite(number) for number in point)
        and -180 <= point[0] <= 180
        and -90 <= point[1] <= 90
        and isinstance(feature["properties"], dict)
    )


def test_each_file_holds_as_many_things_as_the_catalog(folder, catalog):
    assert [row["id"] for row in _rows(folder / "sigles.csv")] == sorted(catalog.acronyms)
    assert [row["id"] for row in _rows(folder / "lieux.csv")] == sorted(catalog.places)
    assert len(_tree(folder / "sigles.json")["sigles"]) == 515
    assert len(_tree(folder / "organismes.json")["organismes"]) == 51
    assert len(_tree(folder / "rendez-vous.json")["rendez_vous"]) == 32
    assert len(_tree(folder / "lieux.geojson")["features"]) == sum(
        place.latitude is not None and place.longitude is not None for place in catalog.places.values()
    )


def test_the_table_and_the_tree_of_the_acronyms_say_the_same(folder):
    trees = _tree(folder / "sigles.json")["sigles"]
    rows = _rows(folder / "sigles.csv")
    for row, tree in zip(rows, trees, strict=True):
        for name, value in tree.items():
            words = " | ".join(value) if isinstance(value, list) else str("" if value is None else value)
            assert row[name].removeprefix("'") == words.removeprefix("'")


def test_the_points_follow_rfc_7946_and_lie_in_the_two_departments_longitude_first(folder):
    places = _tree(folder / "lieux.geojson")
    assert set(places) == {"type", "features"}
    assert places["type"] == "FeatureCollection"
    assert [feature["id"] for feature in places["features"] if not _is_point(feature)] == []
    outside = [
        (feature["id"], feature["geometry"]["coordinates"])
        for feature in places["features"]
        if not (
            WEST < feature["geometry"]["coordinates"][0] < EAST
            and SOUTH < feature["geometry"]["coordinates"][1] < NORTH
        )
    ]
    assert outside == []


def test_every_place_says_its_source(folder):
    assert [
        feature["id"]
        for feature in _tree(folder / "lieux.geojson")["features"]
        if not feature["properties"]["source"]
    ] == []


def test_every_partner_is_valid_for_the_official_package(folder):
    for structure in _tree(folder / "partenaires.json"):
        v1.Structure.model_validate(structure)


def test_every_date_of_a_rendezvous_says_how_it_is_known(folder):
    editions = [
        edition
        for series in _tree(folder / "rendez-vous.json")["rendez_vous"]
        for edition in series["editions"]
    ]
    assert editions
    states = {"confirmee", "memoire", "calculee", "douteuse", "inconnue"}
    assert [edition for edition in editions if edition["etat"] not in states] == []


def test_no_example_is_in_the_data(folder):
    for path in folder.iterdir():
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "inventé pour montrer" not in text, path.name
            assert "/exemple-" not in text, path.name


def test_the_page_links_to_each_file_that_is_written(folder):
    page = html.parse(str(folder / "index.html")).getroot()
    links = {urlsplit(link).path for link in page.xpath("//main//a/@href")}
    written = {
        f"/donnees/{path.name}" for path in folder.iterdir() if path.suffix != ".html" and path.is_file()
    }
    assert written <= links
    assert len(written) == 10


def test_the_files_are_read_as_utf_8_by_everybody(folder):
    for path in folder.iterdir():
        if path.is_file():
            content = path.read_bytes()
            assert content.startswith(b"\xef\xbb\xbf") is (path.suffix == ".csv"), path.name
            content.decode("utf-8")
