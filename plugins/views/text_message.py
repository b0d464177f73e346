"""One outing in one text message: at most 160 signs of the GSM alphabet, or a phone sends and bills several."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import datetime

from plugins.catalog import Catalog
from plugins.catalog.models.event import Event, Occurrence
from plugins.french import format_date
from plugins.views.events import former_in_words, status_in_words
from plugins.views.links import web_name
from plugins.views.towns import event_town, event_venue, town_label

LONGEST = 160
BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
EXTENDED = frozenset("^{}\\[~]|€")
"""3GPP TS 23.038, 6.2.1: the basic table, and the extension whose signs count twice."""
REPLACED = {
    "’": "'",
    "‘": "'",
    "“": '"',
    "”": '"',
    "–": "-",
    "—": "-",
    "\u2011": "-",
    "…": "...",
    "œ": "oe",
    "Œ": "OE",
    "·": "-",
    "•": "-",
}


def text_message(event: Event, occurrence: Occurrence, catalog: Catalog, url: str) -> str:
    """Return an outing in one message: what a reader must know first, then when, what, where, how free.

    Too long, it loses what can be read on the page: the place, then the end of the title.
    """
    drafts = [to_gsm(draft) for draft in _drafts(event, occurrence, catalog, url)]
    return next((draft for draft in drafts if gsm_length(draft) <= LONGEST), drafts[-1])


def to_gsm(text: str) -> str:
    """Return a text that every phone shows, without quotes « », no-break spaces and missing accents."""
    flat = re.sub(r"«\s*|\s*»", '"', text)
    return " ".join("".join(_sign(sign) for sign in flat).split())


def gsm_length(text: str) -> int:
    """Count a text as phones do: a sign of the extension counts twice."""
    return sum(2 if sign in EXTENDED else 1 for sign in text)


def _drafts(event: Event, occurrence: Occurrence, catalog: Catalog, url: str) -> Iterator[str]:
    first = _first(event)
    when, town = _when(occurrence), town_label(event_town(event, catalog), catalog)
    place, free = event_venue(event, catalog).name, event.free.type.label
    number = catalog.number_of(event)
    link = web_name(f"{url.rstrip('/')}/{number}" if number else url)
    yield f"{first}{when} : {event.title}. {place}, {town}. {free}. {link}"
    yield f"{first}{when} : {event.title}. {town}. {free}. {link}"
    room = LONGEST - gsm_length(to_gsm(f"{first}{when} : ... {town}. {free}. {link}")) - 1
    yield f"{first}{when} : {_cut(to_gsm(event.title), room)}... {town}. {free}. {link}"
    yield f"{first}{when} : {_cut(to_gsm(event.title), 20)}... {_cut(to_gsm(town), 20)}. {link}"


def _first(event: Event) -> str:
    parts = [status_in_words(event.status).upper(), "EXEMPLE" if event.example else ""]
    former = former_in_words(event)
    words = " - ".join(part for part in parts if part)
    if former:
        words += f" ({former})"
    return f"{words} - " if words else ""


def _when(occurrence: Occurrence) -> str:
    day = format_date(occurrence.first_day, "day").replace(".", "")
    if occurrence.last_day != occurrence.first_day:
        return f"{day} au {format_date(occurrence.last_day, 'day').replace('.', '')}"
    start = occurrence.start
    return f"{day} {start.hour}h{start:%M}".removesuffix("00") if isinstance(start, datetime) else day


def _cut(text: str, length: int) -> str:
    kept = ""
    for word in text.split(" "):
        if gsm_length(f"{kept} {word}".strip()) > max(length, 0):
            break
        kept = f"{kept} {word}".strip()
    return kept


def _sign(sign: str) -> str:
    if sign in BASIC or sign in EXTENDED:
        return sign
    if sign in REPLACED:
        return REPLACED[sign]
    if sign.isspace():
        return " "
    bare = (part for part in unicodedata.normalize("NFKD", sign) if part in BASIC)
    return "".join(bare)
