"""The outlines of the two departments, which the maps draw."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from plugins.catalog.models.base import Sourced
from plugins.catalog.models.territory import Department
from plugins.catalog.models.types import fault


def _ring(value: Any) -> Any:
    """Read a closed line, its points written as in the well-known text of ISO 19125: « 4.8 45.2, 4.9 45.3 »."""
    if not isinstance(value, str):
        return value
    try:
        points = tuple((float(east), float(north)) for east, north in map(str.split, value.split(",")))
    except ValueError:
        points = ()
    if len(points) < 3 or not all(abs(east) <= 180 and abs(north) <= 90 for east, north in points):
        raise fault(
            "trace",
            "ce tracé n’est pas compris.",
            "écrivez au moins trois points : la longitude, un espace, la latitude, puis une virgule",
            "4.8 45.2, 4.9 45.3, 4.7 45.1",
        )
    return points


Ring = Annotated[
    tuple[tuple[float, float], ...],
    BeforeValidator(_ring),
    WithJsonSchema(
        {
            "type": "string",
            "description": "Un tracé fermé : des points « longitude latitude », entre virgules.",
        }
    ),
]


class Outline(Sourced):
    """Hold the outline of a department: enough to draw it, too little to measure it."""

    department: Department = Field(alias="departement", description="« 07 » ou « 26 ».")
    shore: Ring = Field(alias="contour", description="Son contour : « longitude latitude, … ».")
    holes: tuple[Ring, ...] = Field(
        default=(), alias="enclaves", description="Les terres d’un autre département à l’intérieur."
    )

    @property
    def rings(self) -> tuple[tuple[tuple[float, float], ...], ...]:
        """Return every closed line, each point as longitude and latitude; a point inside two is outside."""
        return (self.shore, *self.holes)
