"""Turn a row into the French fields of an outing, or refuse it; what is mended is said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from plugins.catalog.models.event import Gratuity
from plugins.catalog.source import INVISIBLE
from plugins.french import slugify
from plugins.importing import gratuity, vocabulary
from plugins.importing.matching import Gazetteer, Where
from plugins.importing.rows import Refusal, Row
from plugins.importing.scheduling import first_day, parse_day, write_moment
from plugins.importing.texts import one_line, plain, shortened

LONGEST_TITLE, LONGEST_SUMMARY, LONGEST_SLUG = 140, 200, 60
LONGEST_TEXT = 10_000  # what OpenAgenda allows for a description; the rest of a cell is not looked at
TO_WRITE = "À remplir : une phrase qui donne envie."
_WEBMAIL = re.compile(
    r"@(?:gmail|orange|wanadoo|free|sfr|laposte|hotmail|outlook|live|yahoo|icloud)\.", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_MOBILE = re.compile(r"^(?:\+33|0033|0)[67]")


@dataclass(frozen=True)
class Outing:
    """Hold the fields of one outing as its file will write them, its identity, and what was mended."""

    row: Row
    fields: Mapping[str, Any]
    identity: str
    notes: tuple[str, ...]

    @property
    def day(self) -> date:
        """Return its first day, which names the file."""
        return first_day(self.fields["dates"][0])

    @property
    def slug(self) -> str:
        """Return the title as a file's name, without its day."""
        return short_slug(self.fields["titre"])


def short_slug(title: str) -> str:
    """Return a title as an address of reasonable length."""
    slug = slugify(title)
    if len(slug) > LONGEST_SLUG:
        slug = slug[: LONGEST_SLUG + 1].rpartition("-")[0] or slug[:LONGEST_SLUG]
    return slug


def map_row(row: Row, gazetteer: Gazetteer, declared: Gratuity | None) -> Outing:
    """Understand a row; raise `Refusal` at the first thing that cannot be."""
    if row.refusal:
        raise row.refusal
    row = _without_controls(row)
    notes = list(row.notes)
    _refuse_formulas(row)
    fields: dict[str, Any] = {"titre": _title(row, notes)}
    description = plain(row.text("description"), "la description", notes)
    fields["resume"] = _summary(row, description, notes)
    fields["dates"] = [dict(occurrence) for occurrence in row.occurrences]
    if row.text("rule"):
        fields["repetition"] = {"regle": row.text("rule")}
        if excepted := row.values.get("except_on"):
            fields["repetition"]["sauf"] = list(excepted)
    fields |= gazetteer.locate(_where(row, notes), notes)
    told = f"{row.text('summary')}\n{description}"
    fields["gratuite"] = gratuity.read_price(_price(row, notes), told, declared) | _remaining(row)
    fields |= _words(row, notes)
    fields |= _ages(row) | _booking(row, notes)
    if organiser := one_line(plain(row.text("organiser"), "l’organisateur", notes), "l’organisateur", notes):
        fields["organisateur"] = organiser[:LONGEST_TITLE]
    identity = row.identity or f"{fields['dates'][0]['debut']} {short_slug(fields['titre'])}"
    return Outing(row, fields, identity, tuple(dict.fromkeys(notes)))


def _without_controls(row: Row) -> Row:
    """Take away what no text may hold, and the end of what nobody would read."""
    values = {
        key: _CONTROL.sub("", value[:LONGEST_TEXT]) if isinstance(value, str) else value
        for key, value in row.values.items()
    }
    return replace(row, values=values, identity=INVISIBLE.sub("", row.identity).strip())


def _refuse_formulas(row: Row) -> None:
    for value in row.values.values():
        if isinstance(value, str) and re.match(r"\s*(?:=|@\w+\()", value):
            message = "une cellule contient une formule, pas sa valeur."
            raise Refusal(
                message,
                written=value,
                expected="un texte, une date ou un nombre",
                hint="dans le tableur, copiez la cellule, puis collez « les valeurs seulement »",
            )


def _title(row: Row, notes: list[str]) -> str:
    title = one_line(plain(row.text("title"), "le titre", notes), "le titre", notes)
    if not title or not slugify(title):
        message = "le titre manque." if not title else "ce titre n’a ni lettre ni chiffre."
        raise Refusal(
            message, written=row.text("title"), expected="un titre", hint="écrivez-le, ou retirez la ligne"
        )
    if len(title) > LONGEST_TITLE:
        message = f"ce titre a {len(title)} signes."
        raise Refusal(
            message, written=title, expected=f"{LONGEST_TITLE} au plus", hint="le détail va dans le résumé"
        )
    return title


def _summary(row: Row, description: str, notes: list[str]) -> str:
    summary = one_line(plain(row.text("summary"), "le résumé", notes), "le résumé", notes)
    if summary:
        if description and description != summary:
            notes.append("la description longue n’est pas reprise : le résumé suffit")
        return shortened(summary, LONGEST_SUMMARY, "le résumé", notes)
    if description:
        notes.append("le résumé manquait : il vient du début de la description")
        return shortened(" ".join(description.split()).rstrip(" ,"), LONGEST_SUMMARY, "la description", [])
    notes.append("le résumé manque : il est à écrire")
    return TO_WRITE


def _where(row: Row, notes: list[str]) -> Where:
    def cell(key: str, what: str) -> str:
        return one_line(plain(row.text(key), what, notes), what, notes)

    postcode = re.sub(r"\s", "", row.text("postcode"))
    if re.fullmatch(r"\d{4}", postcode):  # a spreadsheet has taken 07000 for a number
        notes.append(f"le code postal {postcode} avait perdu son zéro : 0{postcode}")
        postcode = f"0{postcode}"
    return Where(
        name=cell("place", "le lieu")[:LONGEST_TITLE],
        street=cell("street", "l’adresse")[:LONGEST_TITLE],
        postcode=postcode,
        town=cell("town", "la commune"),
        insee=row.text("insee"),
    )


def _price(row: Row, notes: list[str]) -> Any:
    price = row.values.get("price")
    return one_line(plain(price, "le tarif", notes), "le tarif", notes) if isinstance(price, str) else price


def _remaining(row: Row) -> dict[str, str]:
    text = row.text("remaining")
    if not text:
        return {}
    amount = re.sub(r"\s|€|euros?", "", text)
    if not re.fullmatch(r"\d+(?:[.,]\d{1,2})?", amount):
        message = "« Frais restants » attend un nombre."
        raise Refusal(
            message, written=text, expected="des euros, par exemple 2,50", hint="gardez le nombre seul"
        )
    return {"frais_restants": amount}


def _words(row: Row, notes: list[str]) -> dict[str, Any]:
    """Map genre, audience, access and state."""
    genre = vocabulary.find_genre(row.text("genre"), notes, sure=True)
    genre = genre or vocabulary.find_genre(row.text("keywords"), notes, sure=False)
    access = dict(row.values.get("arranged") or {}) or vocabulary.find_access(row.text("access"), notes)
    found = {
        "statut": vocabulary.find_status(row.text("status")),
        "genre": genre,
        "public": vocabulary.find_audiences(row.text("audience"), notes),
        "acces": access,
    }
    if found["statut"] == "reporte":
        message = "la sortie est reportée, mais sa date d’avant n’est pas dite : je ne sais pas laquelle est la bonne."
        raise Refusal(
            message, written="reporté", hint="ouvrez la fiche déjà écrite, et remplissez « ancien_debut »"
        )
    return {key: value for key, value in found.items() if value and value != "programme"}


def _ages(row: Row) -> dict[str, Any]:
    ages: dict[str, str] = {}
    for key, name in (("age_min", "min"), ("age_max", "max")):
        text = row.text(key)
        if not text:
            continue
        found = re.fullmatch(r"(?:dès |à partir de |de )?(\d{1,3}) ?(?:ans?)?\+?", text.lower())
        if not found or int(found[1]) > 120:
            message = "cet âge n’est pas compris."
            raise Refusal(
                message, written=text, expected="un nombre d’années, par exemple 6", hint="un âge par colonne"
            )
        ages[name] = str(int(found[1]))
    return {"age": ages} if ages else {}


def _booking(row: Row, notes: list[str]) -> dict[str, Any]:
    booking = {"tel": row.text("phone"), "courriel": row.text("email"), "lien": row.text("link")}
    if before := row.values.get("before"):
        day = before if isinstance(before, date) else parse_day(row.text("before"))
        booking["avant"] = write_moment(day)
    if _MOBILE.match(re.sub(r"[\s.]", "", booking["tel"])):
        notes.append("ce numéro est un portable : vérifiez que ce n’est pas celui d’une personne")
    if _WEBMAIL.search(booking["courriel"]):
        notes.append("ce courriel peut être celui d’une personne : vérifiez")
    booking = {key: " ".join(value.split()) for key, value in booking.items() if value}
    return {"reservation": booking} if booking else {}
