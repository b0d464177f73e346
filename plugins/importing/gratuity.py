"""Whether a row says that the outing is free, and how: a price refuses it, silence too."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from plugins.catalog.models.event import Gratuity
from plugins.french import slugify
from plugins.importing.rows import Refusal

_AMOUNT = re.compile(r"(?<![\w,.])(\d+(?:[.,]\d{1,2})?) ?(?:€|euros?\b|eur\b)", re.IGNORECASE)
_TARIFF = re.compile(
    r"(?:tarifs?|entrée|billets?|places?|prix)\b[^.!?\n]{0,25}?(\d+(?:[.,]\d{1,2})?) ?(?:€|euros?\b)",
    re.IGNORECASE,
)
_WORDS = (
    (Gratuity.PAY_WHAT_YOU_CAN, r"prix-libre|participation-libre|au-chapeau|libre-participation|donation-libre"),
    (Gratuity.INVITATION, r"sur-invitations?"),
    (Gratuity.CONDITIONAL, r"sous-condition|(?:gratuite?s?|libre|offerte?)-(?:pour|aux?|jusqu|avant|des)-"),
    (Gratuity.BOOKING, (r"(?:sur|avec)-(?:reservation|inscription)|(?:reservation|inscription)s?-(?:obligatoire|"
     r"conseillee|recommandee|indispensable|requise|necessaire|souhaitee|au-\d|par-|aupres)")),
    (Gratuity.OPEN, r"gratuit(?:e|s|es|ement)?|entree-libre|acces-libre|libre-acces|libre-d-acces|free|offert|libre"),
)  # fmt: skip
_DENIED = re.compile(r"\b(?:non|pas|n-est-pas|plus)-(?:gratuit|libre)|\bpayante?s?\b")
_HINT = "écrivez « gratuit », « entrée libre », « gratuit sur réservation »… ; une sortie payante n’est pas reprise"


def read_price(cell: Any, elsewhere: str, declared: Gratuity | None) -> dict[str, str]:
    """Return the `gratuite` field of an outing; raise `Refusal` unless the row says that it is free.

    `elsewhere` is the description, where silence or a price may be broken; `declared` is what the person
    importing says of the whole file.
    """
    text = _text(cell)
    _refuse_amount(text, "le prix contredit « gratuit ».", _AMOUNT)
    _refuse_amount(elsewhere, "la description parle d’un tarif.", _TARIFF)
    if not text:
        return _in_silence(elsewhere, declared)
    if _number(text) is not None:
        return _of_number(text)
    found = _kind(text)
    if found is None:
        message = "rien dans ces mots ne dit que c’est gratuit."
        raise Refusal(message, written=text, expected="une façon d’être gratuit", hint=_HINT)
    return {"type": found.value} | ({"condition": text[:200]} if found is Gratuity.CONDITIONAL else {})


def read_declared(words: str) -> Gratuity:
    """Read what a person says of a whole file; raise `Refusal`."""
    try:
        declared = Gratuity(words)
    except ValueError:
        declared = None
    if declared in (None, Gratuity.CONDITIONAL):
        known = ", ".join(kind for kind in Gratuity if kind is not Gratuity.CONDITIONAL)
        message = f"« {words} » n’est pas une façon d’être gratuit que je puisse appliquer à tout un fichier."
        raise Refusal(message, expected=f"l’un de ces mots : {known}")
    return declared


def _text(cell: Any) -> str:
    if isinstance(cell, bool) or cell is None:
        return ""
    return f"{cell:g}" if isinstance(cell, float | int) else " ".join(str(cell).split())


def _refuse_amount(text: str, message: str, pattern: re.Pattern[str]) -> None:
    paid = [amount for amount in pattern.findall(text) if _number(amount)]
    if paid:
        raise Refusal(
            message,
            written=text if len(text) <= 120 else f"…{paid[0]} €…",
            expected="une sortie gratuite",
            hint="si c’est un reste à payer (adhésion, transport), mettez-le dans « Frais restants » ; "
            "si l’entrée est payante, retirez la ligne",
        )


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"\s|€|euros?", "", text.lower()).replace(",", "."))
    except InvalidOperation:
        return None


def _of_number(text: str) -> dict[str, str]:
    amount = _number(text)
    if amount is None or not amount.is_finite() or amount != 0:
        message = "le prix contredit « gratuit »."
        raise Refusal(message, written=text, expected="« gratuit » ou 0", hint=_HINT)
    return {"type": Gratuity.OPEN.value}


def _kind(text: str) -> Gratuity | None:
    words = slugify(text)
    if _DENIED.search(words):
        return None
    return next((kind for kind, signs in _WORDS if re.search(rf"(?:^|-)(?:{signs})", words)), None)


def _in_silence(elsewhere: str, declared: Gratuity | None) -> dict[str, str]:
    if declared is not None:
        return {"type": declared.value}
    found = (
        _kind(elsewhere)
        if re.search(r"gratuit|entr[ée]e libre|prix libre|au chapeau", elsewhere, re.IGNORECASE)
        else None
    )
    if found is not None and found is not Gratuity.CONDITIONAL:
        return {"type": found.value}
    message = "rien ne dit que c’est gratuit."
    raise Refusal(
        message,
        expected="un tarif : gratuit, entrée libre…",
        hint="demandez à qui organise ; si tout le fichier est gratuit, ajoutez par exemple --gratuit entree-libre",
    )
