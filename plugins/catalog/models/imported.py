"""Where an imported outing comes from, and what the import wrote in its file."""

from pydantic import Field

from plugins.catalog.models.base import Choice, Part
from plugins.catalog.models.types import Line


class System(Choice):
    """Say which kind of source an outing was imported from."""

    OPENAGENDA = "openagenda", "OpenAgenda"
    ICS = "ics", "Agenda .ics"
    SHEET = "tableur", "Tableur"


class ImportOrigin(Part):
    """Hold what the next import needs to find an outing again; `./faire importer` writes it."""

    system: System = Field(alias="systeme", description="D’où vient la sortie.")
    identity: Line = Field(alias="id", description="Son identifiant là-bas.", max_length=250)
    marks: Line | None = Field(
        default=None,
        alias="empreintes",
        description="Ce que l’import a écrit, champ par champ : ce qu’une personne a changé n’est plus mis à jour.",
        max_length=600,
    )
