"""Turn what pydantic says into the problems a volunteer reads: one French sentence per error type."""

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from plugins.catalog.models.base import aliases
from plugins.catalog.origin import Origin
from plugins.catalog.problems import Problem
from plugins.french.words import unaccented

Words = tuple[str, str, str | None, str | None]
"""Code, message, expected, hint."""


def explain(error: ValidationError, model: type[BaseModel], origin: Origin) -> Iterator[Problem]:
    """Yield one problem for each error of a record, at the line where the fault is written."""
    faults = error.errors(include_url=False)
    inner = {details["loc"][:depth] for details in faults for depth in range(len(details["loc"]))}
    for details in faults:
        location = details["loc"]
        if details["type"] == "too_short" and location in inner:
            continue  # pydantic counts only the items that are right
        name = _name(location)
        if details["type"] == "missing" and origin.writes(location):
            code, message, expected, hint = _empty_but_asked(name)
        else:
            code, message, expected, hint = _words(details, name, model)
        yield origin.problem(location, code, message, expected=expected, hint=hint)


def near_miss(word: str, known: list[str]) -> str | None:
    """Return the known word that a mistyped one was probably meant to be, or None."""
    from difflib import get_close_matches  # noqa: PLC0415  # only a mistake asks for it

    folded = {unaccented(name).casefold(): name for name in known}
    close = get_close_matches(unaccented(word).casefold(), list(folded), n=1, cutoff=0.65)
    return folded[close[0]] if close else None


def _name(location: tuple[int | str, ...]) -> str:
    """Name a field as its writer does; an item of a list has the name of the list."""
    return next((part for part in reversed(location) if isinstance(part, str)), "")


def _words(details: ErrorDetails, name: str, model: type[BaseModel]) -> Words:
    context: dict[str, Any] = details.get("ctx") or {}
    if "message" in context:
        return details["type"], context["message"], context.get("expected"), context.get("hint")
    if details["type"] == "extra_forbidden":
        return _unknown_key(name, details, model)
    return SENTENCES[details["type"]](name, details.get("input"), context)


def _unknown_key(name: str, details: ErrorDetails, model: type[BaseModel]) -> Words:
    known = sorted(aliases(_model_at(model, details["loc"][:-1])))
    guess = near_miss(name, known)
    hint = (
        f"vouliez-vous écrire « {guess} » ?"
        if guess
        else "retirez cette ligne, ou choisissez un champ de la liste"
    )
    expected = None if guess else f"l’un de ces champs : {', '.join(known)}"
    return "champ-inconnu", f"le champ « {name} » n’existe pas ici.", expected, hint


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
        "ajoutez cette ligne : ce champ est obligatoire",
    )


def _choice(name: str, value: Any, context: dict[str, Any]) -> Words:
    if not isinstance(value, str):
        return _text(name, value, context)
    known = re.findall(r"'([^']*)'", context["expected"])
    guess = near_miss(value, known)
    hint = f"vouliez-vous écrire « {guess} » ?" if guess else "recopiez l’une de ces valeurs"
    message = f"« {_cut(value)} » ne fait pas partie des choix de « {name} »."
    return "valeur-inconnue", message, f"l’une de ces valeurs : {', '.join(known)}", hint


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


def _empty_but_asked(name: str) -> Words:
    return "vide", f"« {name} » est vide.", "une valeur", "écrivez-la à la suite : ce champ est obligatoire"


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


def _text(name: str, value: Any, context: dict[str, Any]) -> Words:
    if not value:
        return _empty(name, value, context)
    return (
        "texte-attendu",
        f"« {name} » attend un texte seul.",
        "un texte, à la suite du nom du champ",
        "retirez les tirets, les crochets et les sous-champs",
    )


def _list(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    return (
        "liste-attendue",
        f"« {name} » attend une liste.",
        "un élément par ligne, après un tiret",
        f"écrivez par exemple « {name}: [un, deux] », avec les crochets",
    )


def _group(name: str, _value: Any, _context: dict[str, Any]) -> Words:
    what = f"« {name} » attend" if name else "cette fiche attend"
    return (
        "groupe-attendu",
        f"{what} plusieurs champs, un par ligne.",
        "des lignes « champ: valeur », avec deux espaces devant" if name else "des lignes « champ: valeur »",
        "laissez le nom du champ seul sur sa ligne, puis recopiez l’exemple de docs/donnees.md"
        if name
        else "recopiez l’exemple de docs/donnees.md",
    )


def _integer(name: str, value: Any, _context: dict[str, Any]) -> Words:
    return (
        "nombre",
        f"« {name} » attend un nombre entier.",
        "des chiffres seulement",
        f"remplacez {_shown(value)} par un nombre",
    )


def _decimal(name: str, value: Any, _context: dict[str, Any]) -> Words:
    return (
        "nombre",
        f"« {name} » attend un nombre.",
        "un nombre à point, par exemple 44.92",
        f"écrivez {value.replace(',', '.')}"
        if isinstance(value, str) and re.fullmatch(r"-?\d+,\d+", value)
        else f"remplacez {_shown(value)} par un nombre",
    )


def _at_least(name: str, _value: Any, context: dict[str, Any]) -> Words:
    return "nombre", f"« {name} » est trop petit.", f"{context['ge']} au moins", "vérifiez le nombre"


def _at_most(name: str, _value: Any, context: dict[str, Any]) -> Words:
    return "nombre", f"« {name} » est trop grand.", f"{context['le']} au plus", "vérifiez le nombre"


PATTERNS = {
    r"^([0-9]{2}|2[AB])[0-9]{3}$": (
        'le code INSEE de la commune, entre guillemets, par exemple "26362" pour Valence',
        "cherchez le nom de la commune dans data/communes.yaml : son code est au début de la ligne",
    ),
    r"^[0-9]{5}$": ("un code postal de cinq chiffres, entre guillemets", 'écrivez par exemple "07000"'),
    r"^[a-z0-9]+(-[a-z0-9]+)*$": (
        "des lettres minuscules sans accent, des chiffres et des traits d’union",
        "recopiez le nom du fichier de la fiche, sans .yaml (pour un sigle, son id)",
    ),
    r"^[0-9]{4}-(0[1-9]|1[0-2])$": ("une année et un mois", "écrivez par exemple 2026-10"),
    r"^[a-z]{2,3}$": ("un code de langue", "écrivez « fr » pour le français"),
}


def _pattern(name: str, value: Any, context: dict[str, Any]) -> Words:
    expected, hint = PATTERNS[context["pattern"]]
    return "forme", f"« {_cut(value)} » n’a pas la forme attendue pour « {name} ».", expected, hint


def _shown(value: Any) -> str:
    return f"« {_cut(value)} »" if isinstance(value, str) else "ce qui est écrit"


def _cut(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59]}…"


SENTENCES: dict[str, Callable[[str, Any, dict[str, Any]], Words]] = {
    "missing": _missing,
    "enum": _choice,
    "string_too_long": _too_long,
    "string_too_short": _empty,
    "too_short": _too_few,
    "too_long": _too_many,
    "string_type": _text,
    "tuple_type": _list,
    "dict_type": _group,
    "model_type": _group,
    "int_parsing": _integer,
    "int_type": _integer,
    "int_parsing_size": _integer,
    "float_parsing": _decimal,
    "float_type": _decimal,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "string_pattern_mismatch": _pattern,
}
"""One sentence per pydantic error type that a file can reach (a test walks through all the models)."""
