"""The agreements between towns and the association."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Choice, Sourced
from plugins.catalog.models.types import Date, InseeCode, Line, Slug, Year


class ConventionState(Choice):
    """Say where a convention stands, as far as its source tells."""

    UNDER_WAY = "en-cours", "en cours de préparation"
    SIGNED = "signee", "signée"
    ENDED = "echue", "arrivée à son terme"


class Convention(Sourced):
    """Hold an agreement between a town and the association: who signs by role, when, as the source says it."""

    commune: InseeCode = Field(alias="commune", description="Le code INSEE de la commune.")
    state: ConventionState = Field(alias="etat", description="Où elle en est, d’après la source.")
    summary: Line = Field(
        alias="resume", description="Ce que la source en dit, en une phrase.", max_length=300
    )
    year: Year | None = Field(default=None, alias="annee", description="L’année de la signature.")
    signed_on: Date | None = Field(
        default=None, alias="signee_le", description="Le jour de la signature, s’il est écrit."
    )
    ends_on: Date | None = Field(
        default=None, alias="jusqu_au", description="Le dernier jour de la convention, s’il est écrit."
    )
    parties: tuple[Line, ...] = Field(
        default=(), alias="signataires", description="Qui signe : des rôles, jamais des noms."
    )
    document: Slug | None = Field(default=None, alias="document", description="Fiche de data/documents.")

    def state_on(self, today: date) -> ConventionState:
        """Return where the convention stands that day: one whose last day has passed has ended."""
        over = self.ends_on is not None and self.ends_on < today
        return ConventionState.ENDED if over else self.state
