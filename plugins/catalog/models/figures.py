"""What the returns of a season say, added up: counts, never names, and no count small enough to name someone."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from plugins.catalog.disclosure import Sum
from plugins.catalog.models.base import Choice, Part, Record
from plugins.catalog.models.types import fault

HIDDEN = "masque"
"""What is written instead of a count that is kept from being known."""
COLUMNS = ("reservees", "venues", "absentes")
FIRST_MONTH = 9
"""A season goes from September to August."""


def _count(value: Any) -> Any:
    if isinstance(value, str) and value.strip().lower() in {HIDDEN, "masqué"}:
        return None
    if re.fullmatch(r"[0-9]{1,6}", str(value).strip(), re.ASCII) and not isinstance(value, bool):
        return int(value)
    raise fault("nombre", "ce n’est pas un nombre.", f"écrivez un nombre entier, ou « {HIDDEN} »")


Count = Annotated[
    int | None,
    BeforeValidator(_count),
    WithJsonSchema(
        {
            "type": ["integer", "string"],
            "description": f"Un nombre, ou « {HIDDEN} » quand il est trop petit pour être montré.",
            "examples": ["25", HIDDEN],
        }
    ),
]


class Reception(Choice):
    """Say how a show was received, in the words of a return sheet."""

    LOVED = "beaucoup-aime", "beaucoup aimé"
    LIKED = "aime", "aimé"
    MIXED = "partage", "avis partagés"
    DISLIKED = "pas-aime", "pas aimé"


class Attendance(Part):
    """Hold who had booked, came, and did not come; `None` is a count that is kept hidden."""

    booked: Count = Field(alias="reservees", description="Les places réservées.")
    came: Count = Field(alias="venues", description="Les personnes venues.")
    absent: Count = Field(alias="absentes", description="Les personnes qui ne sont pas venues.")


class MonthAttendance(Attendance):
    """Hold the attendance of a month."""

    month: Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$", examples=["2026-10"])] = Field(
        alias="mois", description="L’année et le mois."
    )


class ReceptionCount(Part):
    """Hold how many returns say that a show was received in one way."""

    reception: Reception = Field(alias="avis", description="Comment le spectacle a été reçu.")
    count: Count = Field(alias="retours", description="Combien de retours le disent.")


class SeasonFigures(Record):
    """Hold a season of returns, from September to August; written by `./faire retours`."""

    returns: int = Field(alias="retours", description="Combien de lignes ont été comptées.", ge=1)
    bodies: int = Field(alias="structures", description="Combien de structures ont répondu.", ge=1)
    outings: int = Field(alias="sorties", description="De combien de sorties elles parlent.", ge=1)
    total: Attendance = Field(alias="total", description="La saison entière.")
    months: tuple[MonthAttendance, ...] = Field(alias="mois", description="Mois par mois.", min_length=1)
    receptions: tuple[ReceptionCount, ...] = Field(
        default=(), alias="avis", description="Comment les spectacles ont été reçus."
    )

    @property
    def first_year(self) -> int:
        """Return the year of its September."""
        return int(self.slug[:4])

    @property
    def label(self) -> str:
        """Return « 2026-2027 »."""
        return self.slug


def sums_of(months: tuple[str, ...]) -> tuple[Sum, ...]:
    """Return what a reader can add up: each month and the season by column, each column by month."""
    across = (Sum(f"{row}/reservees", (f"{row}/venues", f"{row}/absentes")) for row in (*months, "total"))
    down = (Sum(f"total/{name}", tuple(f"{row}/{name}" for row in months)) for name in COLUMNS)
    return (*across, *down)


def named_counts(figures: SeasonFigures) -> Iterator[tuple[str, int | None]]:
    """Name every count of a season as `sums_of` does."""
    rows = ((month.month, month) for month in figures.months)
    for name, row in (*rows, ("total", figures.total)):
        yield from zip(
            (f"{name}/{column}" for column in COLUMNS), (row.booked, row.came, row.absent), strict=True
        )
