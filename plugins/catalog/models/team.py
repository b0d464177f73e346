"""The roles of the team: never the name of a person."""

from pydantic import Field

from plugins.catalog.models.base import Choice, Sourced
from plugins.catalog.models.types import Email, Line, Phone, Prose


class RoleState(Choice):
    """Say whether somebody holds a role of the team."""

    HELD = "pourvue", "fonction pourvue"
    OPEN = "a-pourvoir", "fonction à pourvoir"
    UNKNOWN = "inconnu", "nous ne savons pas qui l’occupe aujourd’hui"


class TeamRole(Sourced):
    """Hold a role of the association's team: never a person's name."""

    role: Line = Field(
        alias="fonction", description="La fonction, jamais un nom de personne.", max_length=100
    )
    mission: Prose = Field(alias="mission", description="Ce qu’elle fait, en une phrase.", max_length=300)
    state: RoleState = Field(
        default=RoleState.HELD, alias="etat", description="Pourvue, à pourvoir, ou inconnu."
    )
    phone: Phone | None = Field(default=None, alias="tel", description="Un numéro public de l’association.")
    email: Email | None = Field(default=None, alias="courriel", description="Une adresse de fonction.")
