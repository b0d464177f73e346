"""The towns of the two departments."""

from pydantic import Field

from plugins.catalog.models.base import Choice, Record
from plugins.catalog.models.types import InseeCode, Latitude, Line, Longitude, PostCode


class Department(Choice):
    """Name the two departments of the association."""

    ARDECHE = "07", "Ardèche"
    DROME = "26", "Drôme"


class Commune(Record):
    """Hold a town, known by its INSEE code: a postcode serves several towns, a name exists twice."""

    insee: InseeCode = Field(alias="insee", description="Le code INSEE, entre guillemets.")
    name: Line = Field(alias="nom", description="Le nom officiel.")
    department: Department = Field(alias="departement", description="« 07 » ou « 26 ».")
    postcodes: tuple[PostCode, ...] = Field(alias="codes_postaux", description="Ses codes postaux.")
    population: int = Field(alias="population", description="Nombre d’habitants.", ge=0)
    grouping: Line | None = Field(
        default=None, alias="epci", description="Sa communauté de communes ou d’agglomération."
    )
    latitude: Latitude = Field(alias="lat", description="Latitude de son centre.")
    longitude: Longitude = Field(alias="lon", description="Longitude de son centre.")
    former_names: tuple[Line, ...] = Field(default=(), alias="anciens_noms", description="Ses anciens noms.")

    @property
    def address(self) -> str:
        """Return the address of the town's page."""
        return f"/communes/{self.slug}/"
