"""What every model shares: the frozen record, the choices with a French label, the typed texts."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field

from plugins.catalog.models.types import Date, ToCheck
from plugins.french import slugify


class Choice(StrEnum):
    """List the values a field may take; each has the French words shown on pages."""

    label: str

    def __new__(cls, value: str, label: str) -> Self:
        """Make a member from the word written in files and the words shown on pages."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        """Accept a choice written with capitals, accents or spaces: « Annulé » is « annule »."""
        slug = slugify(value) if isinstance(value, str) else ""
        return next((member for member in cls if member.value == slug), None) if slug else None


class Part(BaseModel):
    """Hold a group of fields inside a record."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_strip_whitespace=True,
        validate_default=False,
        defer_build=True,  # a model is built when its first record is read: most projects have no use for them all
    )


class Record(Part):
    """Hold one thing of the catalog: what one file (or one item of a list) says.

    `slug` comes from the file's name and `example` from its folder: neither is written by hand.
    """

    slug: str = Field(json_schema_extra={"computed": True})
    example: bool = Field(default=False, alias="exemple", json_schema_extra={"computed": True})


class Sourced(Record):
    """Hold a record that says where its facts come from and who still has to check them."""

    source: str | None = Field(
        default=None,
        alias="source",
        description="D’où vient l’information : une adresse de page, un document, une personne en poste (son rôle).",
        max_length=600,
    )
    to_check: ToCheck = Field(
        default=None,
        alias="a_verifier",
        description="« oui », ou ce dont on doute en quelques mots. Affiché sur la page tant que c’est écrit.",
    )
    verified_on: Date | None = Field(
        default=None,
        alias="verifie_le",
        description="Le jour où une personne a vérifié la fiche (par exemple 12/11/2026).",
    )


@cache
def aliases(model: type[BaseModel]) -> Mapping[str, str]:
    """Map the French key of each written field to its English name."""
    found = {field.alias or name: name for name, field in model.model_fields.items() if not _computed(field)}
    return MappingProxyType(found)


@cache
def computed_aliases(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the French keys that are computed, and that nobody writes by hand."""
    return tuple(field.alias or name for name, field in model.model_fields.items() if _computed(field))


def _computed(field: Any) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("computed"))
