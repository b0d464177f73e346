"""The number under which an outing is told by phone, on a poster, in a text message."""

from pydantic import Field

from plugins.catalog.models.base import Record
from plugins.catalog.models.types import Line, YesNo

DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
"""A totally anti-symmetric quasigroup of order ten (H. Michael Damm, doctoral thesis, Marburg, 2004)."""


def check_digit(digits: str) -> str:
    """Return the Damm check digit: every wrong digit and every swap of two neighbours is then caught."""
    interim = 0
    for digit in digits:
        interim = DAMM[interim][int(digit)]
    return str(interim)


def is_checked(number: str) -> bool:
    """Tell whether the last digit of a number is the check digit of the others."""
    return check_digit(number[:-1]) == number[-1]


class OutingNumber(Record):
    """Hold the number of an outing, given once by `./faire numeros` and never given again."""

    number: Line = Field(
        alias="numero",
        description="Quatre chiffres entre guillemets, le dernier vérifie les autres ; `./faire numeros` les donne.",
        max_length=5,
        examples=["1007"],
    )
    outing: Line = Field(
        alias="sortie", description="Le nom du fichier de la sortie, sans .yaml.", max_length=140
    )
    retired: YesNo = Field(
        default=False,
        alias="retiree",
        description="oui : la sortie n’a plus de fiche. Son numéro ne sert à aucune autre.",
    )

    @property
    def address(self) -> str:
        """Return the short address that leads to the outing."""
        return f"/{self.number}/"
