"""Read an export saved from OpenAgenda, in the shape of its API v2.

Source: developers.openagenda.com, « Structure d’un événement » and « Structure d’un lieu ». Names, e-mails and
roles of the members who contributed are never read.
"""

import json
import math
from collections.abc import Mapping
from typing import Any

from plugins.french import FrenchDateError, parse_datetime
from plugins.importing.opening import Opened
from plugins.importing.rows import MOST_ROWS, FileRefusedError, Reading, Refusal, Row, too_many
from plugins.importing.scheduling import MOST_DATES, occurrence

ACCESS = {"mi": "fauteuil", "hi": "audition", "vi": "vision", "ii": "comprehension", "pi": "calme"}
STATUS = {5: "complet", 6: "annule"}
PUBLISHED, ONLINE = 2, 2


def read_openagenda(opened: Opened) -> Reading:
    """Read the events of an export; raise `FileRefusedError`."""
    events = _events(_json(opened.data))
    if len(events) > MOST_ROWS:
        raise too_many(len(events))
    rows = tuple(_row(f"sortie {number}", event) for number, event in enumerate(events, 1))
    return Reading("openagenda", "export OpenAgenda", rows, opened.notes)


def _json(data: bytes) -> Any:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        message = (
            "Ce fichier JSON n’est pas en UTF-8. Téléchargez l’export de nouveau, sans l’ouvrir ailleurs."
        )
    except json.JSONDecodeError as error:
        message = f"Ce fichier JSON est incomplet ou abîmé, à la ligne {error.lineno}. Téléchargez l’export de nouveau."
    except (ValueError, RecursionError):
        message = "Ce fichier JSON n’est pas un export d’agenda : il ne peut pas être lu. Téléchargez-le de nouveau."
    raise FileRefusedError(message)


def _events(content: Any) -> list[Any]:
    if isinstance(content, dict):
        content = next((content[key] for key in ("events", "event", "data") if key in content), None)
        content = [content] if isinstance(content, dict) else content
    if not isinstance(content, list):
        message = (
            "Ce fichier JSON n’est pas un export d’OpenAgenda : je n’y trouve pas de liste « events ».\n"
            "Dans OpenAgenda, exportez l’agenda au format JSON (v2), puis enregistrez la page entière."
        )
        raise FileRefusedError(message)
    return content


def _row(label: str, event: Any) -> Row:
    if not isinstance(event, dict):
        refusal = Refusal(
            "ce n’est pas une sortie.", written=str(event)[:60], expected="les champs d’un événement"
        )
        return Row(label, refusal=refusal)
    place = event.get("location") if isinstance(event.get("location"), dict) else {}
    age = event.get("age") if isinstance(event.get("age"), dict) else {}
    values = {
        "title": _words(event.get("title")),
        "summary": _words(event.get("description")),
        "description": _words(event.get("longDescription")),
        "price": _words(event.get("conditions")),
        "keywords": _words(event.get("keywords")),
        "place": _words(place.get("name")),
        "street": _street(place),
        "postcode": _words(place.get("postalCode")),
        "town": _words(place.get("city")),
        "insee": _words(place.get("insee")),
        "age_min": _number(age.get("min")),
        "age_max": _number(age.get("max")),
        "arranged": _arranged(event.get("accessibility")),
        **_registration(event.get("registration")),
    }
    identity = str(event.get("uid") or event.get("slug") or "")[:100]
    row = Row(label, {key: value for key, value in values.items() if value}, identity=identity)
    return _scheduled(row, event)


def _scheduled(row: Row, event: Mapping[str, Any]) -> Row:
    state, status = event.get("state", PUBLISHED), event.get("status", 1)
    if isinstance(status, dict):  # some exports give the label with the code
        status = status.get("id")
    status = status if isinstance(status, int) else 1
    if state != PUBLISHED:
        return Row(row.label, row.values, identity=row.identity, aside="pas encore publiée sur OpenAgenda")
    if event.get("attendanceMode", 1) == ONLINE or status == 3:
        refusal = Refusal(
            "cette sortie se passe en ligne.", hint="seules les sorties où l’on va sont reprises"
        )
        return Row(row.label, row.values, identity=row.identity, refusal=refusal)
    if status == 4:
        refusal = Refusal(
            "cette sortie est reportée, sans nouvelle date.", hint="attendez l’export qui la donnera"
        )
        return Row(row.label, row.values, identity=row.identity, refusal=refusal)
    notes = ("OpenAgenda dit que les horaires ont changé : vérifiez-les",) if status == 2 else ()
    values = dict(row.values) | ({"status": STATUS[status]} if status in STATUS else {})
    try:
        dates = _timings(event.get("timings"))
    except Refusal as refusal:
        return Row(row.label, values, identity=row.identity, refusal=refusal)
    return Row(row.label, values, dates, row.identity, notes)


def _timings(timings: Any) -> tuple[dict[str, str], ...]:
    if not isinstance(timings, list) or not timings:
        message = "aucun horaire n’est écrit."
        raise Refusal(message, expected="une liste « timings »", hint="complétez la sortie sur OpenAgenda")
    if len(timings) > MOST_DATES:
        message = f"cette sortie a {len(timings)} horaires, {MOST_DATES} au plus sont repris."
        raise Refusal(message, hint="écrivez une répétition dans une fiche : ./faire nouvelle-sortie")
    spans = []
    for timing in timings:
        timing = timing if isinstance(timing, dict) else {}  # noqa: PLW2901  # anything may stand in an export
        begin, end = (str(timing.get(key) or "") for key in ("begin", "end"))
        try:
            spans.append((parse_datetime(begin), parse_datetime(end) if end else None))
        except FrenchDateError as error:
            message = f"un horaire n’est pas compris : {error.message[:1].lower()}{error.message[1:]}"
            raise Refusal(message, written=f"{begin} → {end}", expected="2026-12-05T20:30:00+01:00") from None
    spans.sort(key=lambda span: span[0])
    return tuple(occurrence(begin, end) for begin, end in spans)


def _words(value: Any) -> str:
    """Return a text, the French one when there are several, a list as words between commas."""
    if isinstance(value, dict):
        value = value.get("fr") or next((text for text in value.values() if text), "")
    if isinstance(value, list):
        return ", ".join(str(item) for item in value if isinstance(item, str | int))
    return "" if value is None or isinstance(value, bool | dict) else str(value).strip()


def _number(value: Any) -> str:
    """Write a whole number; NaN and infinity, which JSON readers let through, are nothing."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        return ""
    return str(int(value))


def _street(place: Mapping[str, Any]) -> str:
    """Return the street of an address that OpenAgenda writes whole: street, postcode, town."""
    address, postcode = _words(place.get("address")), _words(place.get("postalCode"))
    return address.split(postcode)[0].rstrip(" ,") if postcode else address


def _arranged(access: Any) -> dict[str, str]:
    """Keep what is arranged; « false » only says that nobody ticked the box."""
    if isinstance(access, list):
        access = {str(code): True for code in access}
    access = access if isinstance(access, dict) else {}
    return {ours: "oui" for code, ours in ACCESS.items() if access.get(code) is True}


def _registration(ways: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for way in ways if isinstance(ways, list) else ():
        value = str(way.get("value") if isinstance(way, dict) else way).strip()
        kind = way.get("type") if isinstance(way, dict) else None
        if kind not in {"link", "email", "phone"}:
            kind = "link" if value.startswith("http") else "email" if "@" in value else "phone"
        found.setdefault(kind, value)
    return found
