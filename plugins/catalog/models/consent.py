"""What somebody agreed to see written: the only way past the guard of private things."""

from pydantic import Field

from plugins.catalog.models.base import Record
from plugins.catalog.models.types import Date, Line


class Consent(Record):
    """Hold one agreement: what may be written, whose role it serves, who agreed and when.

    Source: GDPR, article 7 (1): who publishes must be able to show that the person agreed.
    """

    written: Line = Field(
        alias="ecrit",
        description="Ce qui peut être écrit, tel quel : le numéro, l’adresse, le nom.",
        max_length=140,
    )
    role: Line = Field(
        alias="role", description="À quel rôle public cela sert (« astreinte du festival »).", max_length=140
    )
    agreed_by: Line = Field(
        alias="accord", description="Qui a dit oui, par son rôle, et comment.", max_length=200
    )
    agreed_on: Date = Field(alias="le", description="Le jour de l’accord.")
