"""The typed texts of the models: dates, phones, codes, prices, as French people write them.

Each type reads a text (YAML gives nothing else) and raises `PydanticCustomError` whose type is the
code of the problem and whose context holds the French `hint`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from plugins.french import FrenchDateError, parse_date, parse_duration, parse_moment

_TAG = re.compile(r"<[a-zA-Z/!]")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_URL = re.compile(r"https?://[^\s<>\"'`\\]+\.[^\s<>\"'`\\]{2,}")
_OPENING_HOURS = re.compile(
    r"(24/7|(((Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|\d{4})"
    r"\b[\w ,:;+\-\[\]/\"|]*)))"
)
_YES, _NO = {"oui", "vrai", "true", "yes"}, {"non", "faux", "false", "no"}


def fault(
    code: str, message: str, hint: str | None = None, expected: str | None = None
) -> PydanticCustomError:
    """Make the error that a wrong text raises; braces in the words are kept as they are."""
    context: dict[str, Any] = {"message": message, "hint": hint, "expected": expected}
    return PydanticCustomError(code, "{message}", context)  # type: ignore[arg-type]  # a code is a runtime text


def _french_date(read: Callable[[str], Any], code: str) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        try:
            return read(value)
        except FrenchDateError as error:
            raise fault(code, str(error), error.hint) from None

    return parse


def _boolean(value: Any) -> Any:
    if isinstance(value, str):
        if value.strip().lower() in _YES:
            return True
        if value.strip().lower() in _NO:
            return False
        raise fault("oui-non", "ce champ se remplit par oui ou par non.", "écrivez « oui » ou « non »")
    return value


def _to_check(value: Any) -> Any:
    if isinstance(value, str):
        folded = value.strip().lower()
        if folded in _NO:
            return None
        return "à vérifier" if folded in _YES else value.strip()
    return value


def _no_markup(text: str) -> str:
    if _TAG.search(text):
        raise fault(
            "balise-html",
            "ce texte contient une balise HTML, qui ne serait pas affichée.",
            "écrivez le texte seul, sans < ni >",
        )
    return text


def _one_line(text: str) -> str:
    if "\n" in text.strip():
        raise fault("une-ligne", "ce texte doit tenir sur une seule ligne.", "retirez le retour à la ligne")
    return _no_markup(text)


def _phone(text: str) -> str:
    digits = re.sub(r"[\s.\-]", "", text)
    digits = re.sub(r"^(\+33|0033)\(?0?\)?", "0", digits)
    if re.fullmatch(r"0[1-9]\d{8}", digits):
        return " ".join(digits[i : i + 2] for i in range(0, 10, 2))
    if re.fullmatch(r"1\d{1,2}|11[5-9]\d{3}|3\d{3}", digits):
        return digits if len(digits) < 4 else " ".join(digits[i : i + 2] for i in range(0, len(digits), 2))
    raise fault(
        "telephone",
        "ce numéro de téléphone n’est pas complet ou n’est pas français.",
        "écrivez dix chiffres, par exemple 04 75 00 00 00",
    )


def _email(text: str) -> str:
    if not _EMAIL.fullmatch(text):
        raise fault(
            "courriel",
            "cette adresse de courriel n’est pas complète.",
            "écrivez par exemple contact@exemple.fr",
        )
    return text


def _url(text: str) -> str:
    if not _URL.fullmatch(text):
        raise fault(
            "adresse-web",
            "cette adresse de site n’est pas comprise.",
            "copiez l’adresse entière depuis le navigateur : elle commence par https://",
        )
    return text


def _price(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = re.sub(r"[\s€]|euros?", "", value).replace(",", ".")
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise fault("prix", "ce prix n’est pas compris.", "écrivez un nombre, par exemple 3,50") from None
    if not amount.is_finite() or amount < 0:
        raise fault("prix", "un prix ne peut pas être négatif.", "écrivez 0 quand il n’y a rien à payer")
    return amount


def _siret(text: str) -> str:
    digits = re.sub(r"\s", "", text)
    if not re.fullmatch(r"\d{14}", digits) or sum(_luhn(digits)) % 10:
        raise fault(
            "siret", "ce numéro SIRET n’existe pas.", "recopiez ses 14 chiffres ; un chiffre a pu changer"
        )
    return digits


def _luhn(digits: str) -> list[int]:
    doubled = [int(digit) * (2 if index % 2 else 1) for index, digit in enumerate(reversed(digits))]
    return [value - 9 if value > 9 else value for value in doubled]


def _opening_hours(text: str) -> str:
    if not _OPENING_HOURS.fullmatch(text):
        raise fault(
            "horaires",
            "ces horaires ne suivent pas l’écriture d’OpenStreetMap.",
            "écrivez par exemple « Tu-Fr 10:00-18:00; Sa 14:00-18:00 » (Mo Tu We Th Fr Sa Su = lundi à dimanche)",
        )
    return text


def _text_schema(description: str, *examples: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": description, "examples": list(examples)})


Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(min_length=1), AfterValidator(_no_markup)]
Date = Annotated[
    date,
    BeforeValidator(_french_date(parse_date, "date-incomprise")),
    _text_schema("Une date, avec son année.", "12/11/2026", "jeudi 12 novembre 2026"),
]
Moment = Annotated[
    datetime | date,
    BeforeValidator(_french_date(parse_moment, "date-incomprise")),
    _text_schema(
        "Un jour, avec l’heure si elle est connue (heure de Paris).", "12/11/2026 20h30", "2026-11-12"
    ),
]
Duration = Annotated[
    timedelta,
    BeforeValidator(_french_date(parse_duration, "duree-incomprise")),
    _text_schema("Une durée.", "1h30", "45 min", "3 jours"),
]
YesNo = Annotated[
    bool,
    BeforeValidator(_boolean),
    WithJsonSchema({"enum": ["oui", "non", True, False], "description": "oui ou non"}),
]
ToCheck = Annotated[
    str | None,
    BeforeValidator(_to_check),
    _text_schema("« oui », ou ce dont on doute.", "oui", "adresse à confirmer"),
]
Phone = Annotated[str, AfterValidator(_phone)]
Email = Annotated[str, AfterValidator(_email)]
Url = Annotated[str, StringConstraints(max_length=500), AfterValidator(_url)]
Price = Annotated[Decimal, BeforeValidator(_price), _text_schema("Un prix en euros.", "0", "3,50")]
Siret = Annotated[str, AfterValidator(_siret)]
OpeningHours = Annotated[str, AfterValidator(_opening_hours)]
Year = Annotated[int, Field(ge=1789, le=2100)]
InseeCode = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|[1-8]\d|9[0-5]|2[AB])\d{3}$")]
PostCode = Annotated[str, StringConstraints(pattern=r"^\d{5}$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
