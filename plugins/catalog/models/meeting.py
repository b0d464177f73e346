"""The meetings of the network: their sessions, counts, never names."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Choice, Part, Sourced
from plugins.catalog.models.types import Date, InseeCode, Line, Prose, Slug


class SessionState(Choice):
    """Say whether a meeting has taken place."""

    HELD = "tenue", "tenue"
    PLANNED = "prevue", "prévue"
    CANCELLED = "annulee", "annulée"


class Pairing(Choice):
    """Say whether the date and the town are written together in the source, or put together by us."""

    WRITTEN = "ecrit", "date et commune écrites ensemble"
    HYPOTHESIS = "hypothese", "date et commune rapprochées par hypothèse"


class Session(Part):
    """Hold one session of a meeting."""

    date: Date = Field(alias="date", description="Le jour.")
    commune: InseeCode = Field(alias="commune", description="Le code INSEE de la commune.")
    state: SessionState = Field(
        default=SessionState.PLANNED, alias="etat", description="Tenue, prévue ou annulée."
    )
    pairing: Pairing = Field(
        default=Pairing.WRITTEN,
        alias="appariement",
        description="Si la date et la commune vont sûrement ensemble.",
    )
    present: int | None = Field(
        default=None, alias="presents_nombre", description="Combien de personnes, jamais qui.", ge=0
    )


class Meeting(Sourced):
    """Hold a meeting of the network, or a series of them: counts, never names."""

    title: Line = Field(alias="titre", description="Le titre.", max_length=140)
    summary: Line = Field(alias="resume", description="Une phrase, 200 signes au plus.", max_length=200)
    series: Slug | None = Field(
        default=None, alias="serie", description="Le nom de la série, si elle continue."
    )
    sessions: tuple[Session, ...] = Field(alias="seances", description="Les séances.", min_length=1)
    present: int | None = Field(
        default=None, alias="presents_nombre", description="Combien de personnes en tout, jamais qui.", ge=0
    )
    agenda: tuple[Line, ...] = Field(default=(), alias="deroule", description="Les temps de la rencontre.")
    report: Slug | None = Field(
        default=None, alias="compte_rendu", description="Le billet qui en rend compte."
    )
    documents: tuple[Slug, ...] = Field(
        default=(), alias="documents", description="Fiches de data/documents."
    )
    note: Prose | None = Field(
        default=None, alias="note", description="Ce qui n’est pas certain.", max_length=600
    )

    @property
    def address(self) -> str:
        """Return the address of the meeting's page."""
        return f"/rencontres/{self.slug}/"

    @property
    def first_day(self) -> date:
        """Return the day of the first session."""
        return min(session.date for session in self.sessions)
