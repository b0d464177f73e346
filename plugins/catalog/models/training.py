"""The trainings of the association: what they are for, their cycles, how to apply."""

from datetime import date

from pydantic import Field

from plugins.catalog.models.base import Part, Sourced
from plugins.catalog.models.types import Date, InseeCode, Line, Prose, YesNo


class Enrolment(Part):
    """Hold how one applies for a cycle."""

    until: Date | None = Field(default=None, alias="jusqu_au", description="Le dernier jour pour s’inscrire.")
    how: Prose | None = Field(
        default=None, alias="comment", description="Comment s’inscrire, en une phrase.", max_length=300
    )
    full: YesNo = Field(default=False, alias="complet", description="oui : il n’y a plus de place.")


class Cycle(Part):
    """Hold one cycle of a training: its days, where, what is done."""

    dates: tuple[Date, ...] = Field(alias="dates", description="Les jours du cycle.", min_length=1)
    hours: Line | None = Field(default=None, alias="horaires", description="Par exemple : de 9 h à 16 h.")
    place: Line | None = Field(
        default=None, alias="lieu", description="Le nom et l’adresse de la salle.", max_length=200
    )
    commune: InseeCode | None = Field(
        default=None, alias="commune", description="Le code INSEE de la commune."
    )
    programme: tuple[Line, ...] = Field(default=(), alias="programme", description="Ce que l’on y fait.")
    enrolment: Enrolment = Field(
        default_factory=Enrolment, alias="inscription", description="Comment s’inscrire."
    )
    cancelled: YesNo = Field(default=False, alias="annule", description="oui : le cycle n’aura pas lieu.")

    @property
    def first_day(self) -> date:
        """Return the first day of the cycle."""
        return min(self.dates)

    def is_over(self, today: date) -> bool:
        """Tell whether the last day of the cycle has passed."""
        return max(self.dates) < today

    def is_open(self, today: date) -> bool:
        """Tell whether one can still apply that day."""
        last = self.enrolment.until or self.first_day
        return today <= last and not self.enrolment.full and not self.cancelled


class Training(Sourced):
    """Hold a training, past and coming cycles together; the page archives the past ones."""

    title: Line = Field(alias="titre", description="Le nom de la formation.", max_length=140)
    summary: Line = Field(alias="resume", description="Une phrase, 200 signes au plus.", max_length=200)
    audience: Prose = Field(alias="pour_qui", description="À qui elle s’adresse.", max_length=400)
    aim: Prose = Field(alias="pour_quoi", description="Ce qu’elle apporte.", max_length=400)
    landmarks: tuple[Line, ...] = Field(
        default=(), alias="reperes", description="Ce que l’on sait de son histoire, avec les dates."
    )
    cycles: tuple[Cycle, ...] = Field(
        default=(), alias="cycles", description="Les cycles, passés et à venir."
    )

    @property
    def address(self) -> str:
        """Return the address of the training's page."""
        return f"/formations/{self.slug}/"
