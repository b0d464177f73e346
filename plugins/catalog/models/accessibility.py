"""Where the site stands on each criterion of the RGAA, and how it was checked; no audit from outside.

Source: Référentiel général d’amélioration de l’accessibilité, version 4.1.2: 106 criteria in 13 themes.
"""

from enum import Enum

from pydantic import Field

from plugins.catalog.models.base import Record
from plugins.catalog.models.types import Date, Line

THEMES = (
    ("Images", 9),
    ("Cadres", 2),
    ("Couleurs", 3),
    ("Multimédia", 13),
    ("Tableaux", 8),
    ("Liens", 2),
    ("Scripts", 5),
    ("Éléments obligatoires", 10),
    ("Structuration", 4),
    ("Présentation", 14),
    ("Formulaires", 13),
    ("Navigation", 11),
    ("Consultation", 12),
)
"""The themes of the RGAA in order, each with its number of criteria."""

NUMBERS = tuple(
    f"{theme}.{number}" for theme, (_, count) in enumerate(THEMES, 1) for number in range(1, count + 1)
)


class Check(Enum):
    """Say who looked at a criterion."""

    AUTOMATIC = "automatique"
    BY_HAND = "a-la-main"
    WITHOUT_OBJECT = "sans-objet"
    NOT_YET = "a-verifier"

    @property
    def label(self) -> str:
        """Return the words that readers see."""
        return {
            Check.AUTOMATIC: "vérifié à chaque fois",
            Check.BY_HAND: "relu par l’équipe du site",
            Check.WITHOUT_OBJECT: "sans objet",
            Check.NOT_YET: "pas encore vérifié",
        }[self]


class Criterion(Record):
    """Hold one criterion: what it asks in our words, who looked at it, how and when."""

    number: Line = Field(
        alias="numero", description="Le numéro du critère, entre guillemets.", max_length=5, examples=["3.2"]
    )
    words: Line = Field(alias="mots", description="Ce qu’il demande, en mots simples.", max_length=160)
    state: Check = Field(alias="etat", description="Qui l’a vérifié.")
    how: Line = Field(alias="comment", description="Comment, ou pourquoi il est sans objet.", max_length=200)
    checked_on: Date = Field(alias="le", description="Le jour où cela a été écrit ou vérifié.")

    @property
    def theme(self) -> int:
        """Return the rank of its theme, from 1 to 13."""
        return int(self.number.split(".")[0])
