"""The editions of the acronyms booklet: what each one held on the day it was closed."""

from pydantic import Field

from plugins.catalog.models.base import Record
from plugins.catalog.models.types import Date, Line, Slug


class Edition(Record):
    """Hold an edition of the booklet; `./faire edition` closes it and writes what it holds."""

    number: int = Field(alias="numero", description="Son rang : 1, puis 2…", ge=1, le=999, examples=["1"])
    opened_on: Date = Field(
        alias="ouverte_le", description="Le jour où l’on a commencé à la préparer (par exemple 22/11/2026)."
    )
    closed_on: Date | None = Field(
        default=None,
        alias="fermee_le",
        description="Le jour où elle a été fermée ; sans lui, elle est en préparation.",
    )
    digest: Line | None = Field(
        default=None,
        alias="empreinte",
        description="L’empreinte de ce qu’elle dit (SHA-256) : elle change dès qu’un mot change.",
        max_length=64,
    )
    acronyms: tuple[Slug, ...] = Field(
        default=(), alias="sigles", description="Les id des sigles qu’elle contient."
    )
    bodies: tuple[Slug, ...] = Field(
        default=(), alias="organismes", description="Les noms courts des organismes qu’elle contient."
    )
