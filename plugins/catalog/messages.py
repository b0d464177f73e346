"""Turn what pydantic says into the problems a volunteer reads: one French sentence per error type."""

import difflib
from collections.abc import Callable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.catalog.models.base import aliases
from plugins.catalog.origin import Origin
from plugins.catalog.problems import Problem

Words = tuple[str, str, str | None, str | None]
"""Code, message, expected, hint."""


def explain(error: ValidationError, model: type[BaseModel], origin: Origin) -> Iterator[Problem]:
    """Yield one problem for each error of a record, at the line where the fault is written."""
    for details in error.errors(include_url=False):
        location = tuple(part for part in details["loc"] if origin.knows(part))
        code, message, expected, hint = _words(details, model)
        yield origin.problem(location, code, message, expected=expected, hint=hint)


def near_miss(word: str, known: list[str]) -> str | None:
    """Return the known word that a mistyped one was probably meant to be, or None."""
    folded = {name.casefold(): name for name in known}
    close = difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
    return folded[close[0]] if close else None


def _words(details: ErrorDetails, model: type[BaseModel]) -> Words:
    context: dict[str, Any] = details.get("ctx") or {}
    if "message" in context:
        return details["type"], context["message"], context.get("expected"), context.get("hint")
    name = str(details["loc"][-1]) if details["loc"] else ""
    if details["type"] == "extra_forbidden":
        return _unknown_key(name, details, model)
    if details["type"] == "enum":
        return _unknown_choice(details, context)
    return SENTENCES[details["type"]](name, details.get("input"), context)


def _unknown_key(name: str, details: ErrorDetails, model: type[BaseModel]) -> Words:
    known = sorted(aliases(_model_at(model, details["loc"][:-1])))
    guess = near_miss(name, known)
    hint = (
        f"vouliez-vous écrire « {guess} » ?"
        if guess
        else "retirez cette ligne, ou choisissez un champ de la liste"
    )
    return "champ-inconnu", f"le champ « {name} » n’existe pas ici.", ", ".join(known), hint


def _unknown_choice(details: ErrorDetails, context: dict[str, Any]) -> Words:
    known = [value.strip().strip("'") for value in context["expected"].replace(" or ", ", ").split(", ")]
    guess = near_miss(str(details.get("input")), known)
    hint = f"vouliez-vous écrire « {guess} » ?" if guess else "recopiez l’une de ces valeurs"
    return (
        "valeur-inconnue",
        f"« {details.get('input')} » ne fait pas partie des choix.",
        ", ".join(known),
        hint,
    )


def _model_at(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel]:
    """Follow a location down to the model that holds it, through optional values and lists."""
    for part in location:
        if isinstance(part, int):
            continue
        field = model.model_fields.get(aliases(model).get(part, ""))
        inner = next(_models_in(field.annotation), None) if field else None
        model = inner or model
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


def _missing(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return (
        "champ-manquant",
        f"il manque le champ « {name} ».",
        f"une ligne « {name}: … »",
        "ajoutez cette ligne",
    )


def _too_long(name: str, value: Any, context: dict[str, Any]) -> Words:
    limit = context["max_length"]
    message = f"« {name} » est trop long : {len(str(value))} signes."
    return (
        "trop-long",
        message,
        f"{limit} signes au plus",
        "raccourcissez ; le détail peut aller dans le texte",
    )


def _empty(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return "vide", f"« {name} » est vide.", "un texte", "remplissez la valeur, ou retirez la ligne"


def _too_few(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return (
        "vide",
        f"la liste « {name} » est vide.",
        "au moins un élément",
        "ajoutez un élément, après un tiret",
    )


def _too_many(name: str, _value: Any, context: dict[str, Any]) -> Words:
    limit = context["max_length"]
    return (
        "trop-long",
        f"la liste « {name} » est trop longue.",
        f"{limit} éléments au plus",
        "gardez l’essentiel",
    )


def _text(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return (
        "texte-attendu",
        f"« {name} » attend un texte seul.",
        "un texte sur une ligne",
        "retirez les tirets de liste et les sous-champs",
    )


def _list(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return (
        "liste-attendue",
        f"« {name} » attend une liste.",
        "un élément par ligne, après un tiret",
        f"écrivez par exemple « {name}: [un, deux] »",
    )


def _group(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    what = f"« {name} » attend" if name else "cette fiche attend"
    return (
        "groupe-attendu",
        f"{what} plusieurs champs, un par ligne.",
        "des lignes « champ: valeur » décalées vers la droite",
        "voyez docs/donnees.md",
    )


def _integer(name: str, value: Any, _context: dict[str, Any]) -> Words:
    return (
        "nombre",
        f"« {name} » attend un nombre entier.",
        "des chiffres seulement",
        f"remplacez « {value} » par un nombre",
    )


def _decimal(name: str, value: Any, _context: dict[str, Any]) -> Words:
    return (
        "nombre",
        f"« {name} » attend un nombre.",
        "un nombre à point, par exemple 44.92",
        f"remplacez « {value} »",
    )


def _at_least(name: str, _value: Any, context: dict[str, Any]) -> Words:
    return "nombre", f"« {name} » est trop petit.", f"{context['ge']} au moins", "vérifiez le nombre"


def _at_most(name: str, _value: Any, context: dict[str, Any]) -> Words:
    return "nombre", f"« {name} » est trop grand.", f"{context['le']} au plus", "vérifiez le nombre"


PATTERNS = {
    r"^(0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3}$": (
        "un code INSEE de cinq signes, entre guillemets",
        'écrivez par exemple "26362" pour Valence (voir data/communes.yaml)',
    ),
    r"^\d{5}$": ("un code postal de cinq chiffres, entre guillemets", 'écrivez par exemple "07000"'),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "des lettres minuscules sans accent, des chiffres et des traits d’union",
        "recopiez le nom du fichier de la fiche, sans .yaml",
    ),
    r"^[a-z]{2,3}$": ("un code de langue", "écrivez « fr » pour le français"),
    r"^/[^\s?#]*$": ("une adresse du site, qui commence par /", "écrivez par exemple /sorties/"),
    r"^/[^\s]*$": ("une adresse du site, qui commence par /", "écrivez par exemple /sorties/"),
}


def _pattern(name: str, value: Any, context: dict[str, Any]) -> Words:
    expected, hint = PATTERNS[context["pattern"]]
    return "forme", f"« {value} » n’a pas la forme attendue pour « {name} ».", expected, hint


SENTENCES: dict[str, Callable[[str, Any, dict[str, Any]], Words]] = {
    "missing": _missing,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_type": _text,
    "tuple_type": _list,
    "list_type": _list,
    "dict_type": _group,
    "model_type": _group,
    "model_attributes_type": _group,
    "int_parsing": _integer,
    "int_type": _integer,
    "int_from_float": _integer,
    "float_parsing": _decimal,
    "float_type": _decimal,
    "finite_number": _decimal,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "string_pattern_mismatch": _pattern,
}
"""One sentence per pydantic error type that a file can reach (a test walks through all the models)."""
