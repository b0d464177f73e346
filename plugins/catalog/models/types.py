"""The typed texts of the models: dates, phones, codes, prices, as French people write them.

Each type reads a text (YAML gives nothing else) and raises `PydanticCustomError` whose type is the
code of the problem and whose context holds the French `hint`.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Final

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, WithJsonSchema
from pydantic_core import PydanticCustomError

from plugins.catalog.source import INVISIBLE
from plugins.french import FrenchDateError, parse_date, parse_duration, parse_moment

_TAG = re.compile(r"<[a-zA-Z/!]")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_URL = re.compile(r"https?://[^\s<>\"'`\\@/?#]+\.[^\s<>\"'`\\@/?#]{2,}(?:[/?#][^\s<>\"'`\\]*)?")
_OPENING_HOURS = re.compile(
    r"(24/7|(((Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|week|easter|\d{4})"
    r"\b[\w ,:;+\-\[\]/\"|]*)))"
)
_SITE_ADDRESS = re.compile(r"/([\w.~%+-]+/)*[\w.~%+-]*(\?[\w=&%+-]*)?(#[\w-]+)?", re.ASCII)
_ANSWER = re.compile(r"(?P<word>\w+)\s*(?:[:,;.(–—-]\s*(?P<note>.*))?", re.DOTALL)
YES: Final = frozenset({"oui", "vrai", "true", "yes"})
NO: Final = frozenset({"non", "faux", "false", "no"})


def fault(
    code: str, message: str, hint: str | None = None, expected: str | None = None
) -> PydanticCustomError:
    """Make the error that a wrong text raises; braces in the words are kept as they are."""
    context: dict[str, Any] = {"message": message, "hint": hint, "expected": expected}
    return PydanticCustomError(code, "{message}", context)  # type: ignore[arg-type]  # a code is a runtime text


def _french_date(read: Callable[[str], Any], code: str) -> Callable[[Any], Any]:
    def parse(value: Any) -> Any:
        if not isinstance(_alone(value), str):
            return value
        try:
            return read(value)
        except FrenchDateError as error:
            raise fault(code, _inside(str(error)), _inside(error.hint).removesuffix(".")) from None

    return parse


def _alone(value: Any) -> Any:
    """Refuse a list or a group where one value is expected, before pydantic says it once per type."""
    if value is None or isinstance(value, list | dict):
        raise fault(
            "texte-attendu",
            "ce champ attend une seule valeur, écrite sur sa ligne." if value else "cette valeur est vide.",
            "retirez les tirets, les crochets et les sous-champs",
        )
    return value


def _inside(sentence: str) -> str:
    """Begin a sentence in lower case: in the report it follows « : »."""
    return sentence[:1].lower() + sentence[1:]


def _boolean(value: Any) -> Any:
    if not isinstance(_alone(value), str):
        return value
    if value.strip().lower() in YES:
        return True
    if value.strip().lower() in NO:
        return False
    raise fault("oui-non", "ce champ se remplit par oui ou par non.", "écrivez « oui » ou « non »")


def _to_check(value: Any) -> Any:
    if not isinstance(_alone(value), str):
        return value
    folded = value.strip().lower()
    if folded in NO or not folded:
        return None
    return "à vérifier" if folded in YES else value.strip()


def read_answer(text: str) -> tuple[bool, str | None]:
    """Split « oui », « non » or « oui : une précision »; refuse anything that begins otherwise.

    « non accessible » or « pas d’ascenseur » read as a yes would send someone in front of a stair.
    """
    found = _ANSWER.fullmatch(text.strip())
    word = found["word"].lower() if found else ""
    if not found or word not in YES | NO:
        raise fault(
            "acces",
            "cette réponse ne commence pas par oui ou par non.",
            'écrivez « oui », « non », ou l’un des deux suivi d’une précision : "oui : entrée de plain-pied"',
        )
    return word in YES, (found["note"] or "").strip(" )") or None


def _holds_invisible(text: str) -> bool:
    return not text.isprintable() and INVISIBLE.search(text) is not None


def _clean_text(text: str) -> str:
    if _holds_invisible(text):
        raise fault(
            "caractere-invisible",
            "ce texte contient un caractère invisible qui peut tromper.",
            "retapez la valeur, sans « \\ » et sans la coller",
        )
    if _TAG.search(text):
        raise fault(
            "balise-html",
            "ce texte contient une balise HTML, qui ne serait pas affichée.",
            "écrivez le texte seul, sans < ni >",
        )
    return text


def _one_line(text: str) -> str:
    if "\n" in text.strip() or "\r" in text.strip():
        raise fault("une-ligne", "ce texte doit tenir sur une seule ligne.", "retirez le retour à la ligne")
    if text.rstrip().endswith(","):
        raise fault(
            "virgule",
            "ce texte finit par une virgule.",
            "retirez-la : ici, rien ne sépare un champ du suivant",
        )
    return _clean_text(text)


def _phone(text: str) -> str:
    digits = re.sub(r"[\s./\-]", "", text)
    digits = re.sub(r"^(\+33|0033)\(?0?\)?", "0", digits)
    if re.fullmatch(r"0[1-9]\d{8}", digits):
        return " ".join(digits[i : i + 2] for i in range(0, 10, 2))
    if re.fullmatch(r"1[578]|1\d{2}|10\d{2}|11[5-9]\d{3}|3\d{3}", digits):
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
    if not _URL.fullmatch(text) or _holds_invisible(text):
        raise fault(
            "adresse-web",
            "cette adresse de site n’est pas comprise.",
            "copiez l’adresse entière depuis le navigateur : elle commence par https:// et n’a pas d’espace",
        )
    return text


def _site_address(text: str) -> str:
    if not _SITE_ADDRESS.fullmatch(text) or "/../" in f"{text}/" or "/./" in f"{text}/":
        raise fault(
            "adresse-du-site",
            "ce n’est pas l’adresse d’une page de ce site.",
            "recopiez ce qui suit le nom du site dans le navigateur, par exemple /association/contact/",
            "une adresse qui commence par /",
        )
    return text


def _price(value: Any) -> Any:
    if not isinstance(_alone(value), str):
        return value
    text = re.sub(r"[\s€]|euros?", "", value).replace(",", ".")
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise fault("prix", "ce prix n’est pas compris.", "écrivez un nombre, par exemple 3,50") from None
    if not amount.is_finite():
        raise fault("prix", "ce prix n’est pas compris.", "écrivez un nombre, par exemple 3,50")
    if amount < 0:
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


def _text_schema(description: str, *examples: str, types: tuple[str, ...] = ("string",)) -> WithJsonSchema:
    """Describe a text to editors; `types` are those a YAML editor may see in it (3,50 a text, 3.50 a number)."""
    return WithJsonSchema({"type": list(types), "description": description, "examples": list(examples)})


Line = Annotated[str, StringConstraints(min_length=1), AfterValidator(_one_line)]
Prose = Annotated[str, StringConstraints(min_length=1), AfterValidator(_clean_text)]
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
    _text_schema("« oui », ou ce dont on doute.", "oui", "adresse à confirmer", types=("string", "boolean")),
]
Phone = Annotated[
    str, AfterValidator(_phone), _text_schema("Un numéro de téléphone public.", "04 75 00 00 00")
]
Email = Annotated[str, AfterValidator(_email), _text_schema("Une adresse de courriel.", "contact@exemple.fr")]
Url = Annotated[
    str,
    StringConstraints(max_length=500),
    AfterValidator(_url),
    _text_schema("Une adresse de site.", "https://www.exemple.fr/"),
]
Price = Annotated[
    Decimal,
    BeforeValidator(_price),
    _text_schema("Un prix en euros.", "0", "3,50", types=("string", "number")),
]
SiteAddress = Annotated[
    str,
    StringConstraints(max_length=300),
    AfterValidator(_site_address),
    _text_schema("L’adresse d’une page de ce site.", "/association/contact/"),
]
Siret = Annotated[
    str, AfterValidator(_siret), _text_schema("Un numéro SIRET, entre guillemets.", "732 829 320 00074")
]
OpeningHours = Annotated[
    str,
    AfterValidator(_opening_hours),
    _text_schema("Des horaires.", "Tu-Fr 10:00-18:00; Sa 14:00-18:00"),
]
Year = Annotated[int, Field(ge=1789, le=2100, examples=["2026"])]
InseeCode = Annotated[
    str, StringConstraints(pattern=r"^([0-9]{2}|2[AB])[0-9]{3}$"), Field(examples=["26362"])
]
PostCode = Annotated[str, StringConstraints(pattern=r"^[0-9]{5}$"), Field(examples=["07000"])]
Slug = Annotated[
    str,
    StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=100),
    Field(examples=["nom-de-la-fiche"]),
]
Latitude = Annotated[float, Field(ge=-90, le=90, examples=["44.9333"])]
Longitude = Annotated[float, Field(ge=-180, le=180, examples=["4.8917"])]
