"""The picture of a record: what the law and readers need beside the file."""

from pydantic import Field

from plugins.catalog.models.base import Part
from plugins.catalog.models.types import Line, YesNo


class Picture(Part):
    """Hold a picture with what the law and readers need."""

    file: Line = Field(alias="fichier", description="Le nom du fichier, dans content/images.")
    alt: Line = Field(alias="alt", description="Ce que l’on voit, pour qui ne voit pas.", max_length=250)
    credit: Line = Field(alias="credit", description="L’auteur de l’image.", max_length=140)
    licence: Line = Field(
        alias="licence", description="La licence, ou « avec l’accord de … ».", max_length=140
    )
    people: YesNo = Field(default=False, alias="personnes", description="Des personnes sont reconnaissables.")
    consent: Line | None = Field(
        default=None,
        alias="accord",
        description="Si des personnes sont reconnaissables : où est gardé leur accord écrit, sans les nommer. "
        "Jamais affiché.",
        max_length=200,
    )
