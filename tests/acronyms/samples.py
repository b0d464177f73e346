"""Acronyms and bodies made by hand."""

from typing import Any

from plugins.catalog.models.acronym import Acronym, Body


def acronym(slug: str, letters: str, expansion: str, *domains: str, **fields: Any) -> Acronym:
    base = {
        "slug": slug,
        "id": slug,
        "sigle": letters,
        "developpe": expansion,
        "domaines": domains or ("protection-sociale",),
        "definition": f"Ce que veut dire {letters}.",
    }
    return Acronym.model_validate(base | fields)


def body(slug: str, name: str, *domains: str, **fields: Any) -> Body:
    base = {
        "slug": slug,
        "nom": name,
        "domaines": domains or ("protection-sociale",),
        "role": "Il verse des aides.",
        "public": "Tout le monde.",
        "financement": "Les cotisations.",
        "qui_decide": "Un conseil.",
        "comment_contacter": "Par téléphone.",
    }
    return Body.model_validate(base | fields)
