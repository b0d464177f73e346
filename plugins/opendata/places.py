"""The places of culture of the two departments, as a table and as points on a map.

Source of the points: RFC 7946 (GeoJSON), longitude first.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any

from plugins.catalog.models.place import Access, Place
from plugins.catalog.models.territory import Commune
from plugins.french import plural
from plugins.opendata.access import access_columns
from plugins.opendata.dataset import PUBLIC, DataFile, Dataset, given
from plugins.opendata.writing import Column, csv_bytes, json_bytes, tree
from plugins.resources import Site
from plugins.views.cards import Fact


@dataclass(frozen=True)
class PlaceRow:
    """Hold a place with its town and the address of its page."""

    place: Place
    commune: Commune
    url: str


def place_rows(site: Site) -> tuple[PlaceRow, ...]:
    """Return the places, by slug."""
    places = (place for place in site.catalog.places.values() if given(place, site))
    return tuple(
        PlaceRow(place, site.catalog.communes[place.commune], site.url + place.address)
        for place in sorted(places, key=lambda place: place.slug)
    )


def places_set(site: Site) -> Dataset:
    """Return the places as a table and as GeoJSON."""
    rows = place_rows(site)
    return Dataset(
        slug="lieux",
        title="Les lieux de culture",
        description="Théâtres, musées, cinémas, festivals… de la Drôme et de l’Ardèche. Être dans cette liste ne veut pas dire être partenaire de l’association. Chaque fiche dit sa source, son année, sa fiabilité, et si quelqu’un doit encore la vérifier.",
        counted=plural(len(rows), "lieu", "lieux"),
        licence=PUBLIC,
        files=(
            DataFile("lieux.csv", "CSV", "text/csv", csv_bytes(COLUMNS, rows)),
            DataFile(
                "lieux.geojson",
                "GeoJSON",
                "application/geo+json",
                json_bytes(geojson(rows)),
                "RFC 7946, WGS 84, longitude d’abord",
            ),
        ),
        columns=tuple(Fact(column.name, column.description) for column in COLUMNS),
        notes=(
            "« position » dit ce que le point désigne : souvent le centre de la commune, et pas la porte du lieu. Un lieu sans coordonnées est dans le tableau seulement.",
        ),
    )


def geojson(rows: tuple[PlaceRow, ...]) -> dict[str, Any]:
    """Return the places that have coordinates as a collection of points (RFC 7946)."""
    return {"type": "FeatureCollection", "features": [_feature(row) for row in rows if _located(row.place)]}


def _located(place: Place) -> bool:
    return place.latitude is not None and place.longitude is not None


def _feature(row: PlaceRow) -> dict[str, Any]:
    said = tree(COLUMNS, row)
    point = [said.pop("longitude"), said.pop("latitude")]
    return {
        "type": "Feature",
        "id": said.pop("id"),
        "geometry": {"type": "Point", "coordinates": point},
        "properties": said,
    }


def _said(row: PlaceRow, field: str) -> Any:
    return getattr(row.place, field)


def _field(name: str, description: str, field: str) -> Column[PlaceRow]:
    return Column(name, description, partial(_said, field=field))


def _access(row: PlaceRow) -> Access:
    return row.place.access or Access()


COLUMNS: tuple[Column[PlaceRow], ...] = (
    _field("id", "Le nom unique du lieu, qui ne change pas.", "slug"),
    _field("nom", "Son nom.", "name"),
    _field("type", "Le genre de lieu.", "type"),
    Column("commune", "La commune.", lambda row: row.commune.name),
    Column("code_insee", "Son code INSEE : gardez-le comme un texte.", lambda row: row.commune.insee),
    Column("departement", "07 ou 26.", lambda row: row.commune.department),
    _field("adresse", "Numéro et rue.", "street"),
    _field("code_postal", "Cinq chiffres, un texte aussi.", "postcode"),
    _field("latitude", "WGS 84. En GeoJSON, dans geometry.", "latitude"),
    _field("longitude", "De même.", "longitude"),
    _field("position", "Ce que le point désigne : adresse ou centre-de-la-commune.", "position"),
    _field("disciplines", "Ce que l’on y trouve.", "disciplines"),
    _field("precisions", "Genres plus précis.", "details"),
    _field("telephone", "Le numéro public.", "phone"),
    _field("site", "Son site.", "website"),
    _field("horaires", "Dans l’écriture d’OpenStreetMap.", "opening_hours"),
    *access_columns(_access),
    _field("acceslibre", "Sa fiche sur acceslibre.", "acceslibre"),
    _field("identifiants", "Ses codes ailleurs (Muséofile…).", "identifiers"),
    _field("label", "Son label national.", "label"),
    _field("periode", "La période, pour un festival.", "season"),
    _field("annee_creation", "L’année de sa création.", "founded"),
    _field("ferme", "Rempli si le lieu a fermé.", "closed"),
    _field("note", "Une remarque utile.", "note"),
    _field("source", "D’où vient l’information : à citer.", "source"),
    _field("source_annee", "L’année de la source.", "source_year"),
    _field("fiabilite", "bonne, moyenne ou faible.", "reliability"),
    _field("a_verifier", "Ce dont on doute ; vide si rien.", "to_check"),
    _field("verifie_le", "Le jour où une personne l’a vérifié.", "verified_on"),
    Column("page", "Sa page sur ce site.", lambda row: row.url),
)
