"""The poster as a PDF: what `theme/templates/print/affiche.typ` is given, and nothing it would have to work out."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from plugins.formats.brand import drawn_mark
from plugins.formats.colours import theme_colours
from plugins.formats.enlarging import enlarge
from plugins.formats.pdf import kept_pdf
from plugins.formats.qr import qr_svg
from plugins.french import format_date, plural, typeset_text
from plugins.posters.programme import Day, Outing, Programme, also_in_words

SOURCE = "affiche.typ"


class Paper(Enum):
    """Name the sizes of a poster (ISO 216)."""

    A4 = "a4"
    A3 = "a3"


A3_SIDES = (297, 420)
"""In mm."""


def draw_poster(programme: Programme, paper: Paper, association: str, url: str) -> bytes:
    """Return the PDF of a poster."""
    return draw_posters(programme, (paper,), association, url)[paper]


def draw_posters(
    programme: Programme, papers: Iterable[Paper], association: str, url: str
) -> dict[Paper, bytes]:
    """Return the PDF of a poster in each size; the large one is the small one enlarged."""
    small = _draw(programme, association, url)
    return {paper: enlarge(small, *A3_SIDES) if paper is Paper.A3 else small for paper in papers}


def _draw(programme: Programme, association: str, url: str) -> bytes:
    day, title = programme.made_on, programme.title
    words = {
        "titre": title,
        "ou": programme.area.where,
        "periode": programme.period.words,
        "association": association,
        "description": f"Affiche : {title}, {programme.period.words}.",
        "faite": f"Affiche faite le {format_date(day)}",
        "reste": _left_out(programme),
    }
    data = {key: typeset_text(text) for key, text in words.items()} | {
        "annee": day.year,
        "mois": day.month,
        "jour": day.day,
        "site": url.removeprefix("https://").rstrip("/"),
        "jours": [_day(found) for found in programme.days],
        "couleurs": theme_colours(),
        "marque": drawn_mark(),
    }
    return kept_pdf(SOURCE, data, day)


def _left_out(programme: Programme) -> str:
    if not programme.left_out:
        return ""
    return f"Et {plural(programme.left_out, 'autre sortie', 'autres sorties')} sur le site"


def _day(day: Day) -> dict[str, Any]:
    return {"nom": typeset_text(day.label), "sorties": [_outing(outing) for outing in day.outings]}


def _outing(outing: Outing) -> dict[str, Any]:
    card = outing.card
    words = {
        "jour": f"{card.weekday} {card.day}\u00a0{card.month}",
        "heure": card.hour,
        "jusqua": card.until,
        "titre": card.title,
        "lieu": card.place,
        "commune": card.commune,
        "gratuit": card.free,
        "etat": card.status,
        "ancien": card.former,
    }
    lines = [line for line in (outing.booking, also_in_words(outing, "day"), outing.welcome) if line]
    return {key: typeset_text(text) for key, text in words.items()} | {
        "lignes": [typeset_text(line) for line in lines],
        "exemple": card.example,
        "teinte": card.tint,
        "code": outing.number,
        "qr": qr_svg(outing.link),
        "adresse": outing.link,
    }
