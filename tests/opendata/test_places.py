"""The places, as a table and as points."""

from tests.opendata.samples import compiled, table, tree
from tests.views.samples import agenda, place

LIBRARY = place(
    "mediatheque",
    "Médiathèque",
    type="bibliotheque",
    lat="44.93",
    lon="4.89",
    position="adresse",
    source="page de la ville",
    fiabilite="bonne",
    a_verifier="adresse à confirmer",
    disciplines=["livre", "conte"],
)
UNLOCATED = place("salle", "Salle", insee="07186")


def test_a_point_has_its_longitude_first_and_its_source_beside():
    _, files = compiled(agenda(places=(LIBRARY,)))
    [feature] = tree(files["lieux.geojson"])["features"]
    assert feature["id"] == "mediatheque"
    assert feature["geometry"] == {"type": "Point", "coordinates": [4.89, 44.93]}
    kept = ("nom", "commune", "position", "source", "fiabilite", "a_verifier", "disciplines")
    assert [feature["properties"][name] for name in kept] == [
        "Médiathèque",
        "Valence",
        "adresse",
        "page de la ville",
        "bonne",
        "adresse à confirmer",
        ["livre", "conte"],
    ]


def test_a_place_without_coordinates_is_in_the_table_only():
    _, files = compiled(agenda(places=(LIBRARY, UNLOCATED)))
    assert [feature["id"] for feature in tree(files["lieux.geojson"])["features"]] == ["mediatheque"]
    assert [(row["id"], row["latitude"]) for row in table(files["lieux.csv"])] == [
        ("mediatheque", "44.93"),
        ("salle", ""),
    ]
