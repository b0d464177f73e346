"""The same outings, told: the words to read on an answering machine, the lines to send by text message."""

from collections.abc import Iterator
from datetime import datetime, time

from plugins.catalog import Catalog
from plugins.catalog.models.event import EventStatus
from plugins.french import at_town, format_date, plural, typeset_text
from plugins.posters.programme import BEGUN, Outing, Programme, also_in_words, town_of
from plugins.views.links import web_name
from plugins.views.text_message import ON_ONE_LINE, text_message

MOST_SPOKEN = 10
"""About three minutes of reading: nobody listens longer."""
FIRST_WORDS = {
    EventStatus.CANCELLED: "Attention, cette sortie est annulée. ",
    EventStatus.FULL: "Attention, cette sortie est complète. ",
    EventStatus.POSTPONED: "Attention, la date a changé. ",
    EventStatus.MOVED: "Attention, le lieu a changé. ",
}


def answering_script(programme: Programme, catalog: Catalog, association: str, url: str) -> str:
    """Return one page to read aloud: hours in full, the town each time, the number twice as one says it."""
    spoken = programme.outings[:MOST_SPOKEN]
    title = f"{programme.title}, {programme.period.words}"
    lines = [
        "SCRIPT DU RÉPONDEUR",
        title,
        f"Texte fait le {format_date(programme.made_on)}. À lire lentement, avec une pause à chaque ligne.",
        "",
        f"Bonjour, vous êtes sur le répondeur de {association}.",
        f"Voici les {title[0].lower()}{title[1:]}.",
        "",
        *_days(programme, spoken, catalog),
        *_rest(programme, len(spoken)),
        f"Tout est aussi sur le site : {_spell(url)}.",
        "Au revoir, et belle sortie.",
    ]
    return typeset_text("\n".join(lines)) + "\n"


def text_messages(programme: Programme, catalog: Catalog, url: str) -> str:
    """Return the outings as text messages, one a line, ready to copy."""
    messages = (
        text_message(outing.event, outing.showing.occurrence, catalog, url, ON_ONE_LINE)
        for outing in programme.outings
    )
    return "".join(f"{message}\n" for message in messages)


def _days(programme: Programme, spoken: tuple[Outing, ...], catalog: Catalog) -> Iterator[str]:
    for day in programme.days:
        here = [outing for outing in day.outings if outing in spoken]
        if here:
            yield "En ce moment :" if day.label == BEGUN else f"{day.label} :"
            yield from (_sentence(outing, catalog) for outing in here)
            yield ""


def _sentence(outing: Outing, catalog: Catalog) -> str:
    card = outing.card
    parts = [f"{_hour(outing)}{card.title}.", f"C’est {at_town(town_of(outing, catalog))}, {card.place}."]
    parts.append(f"{card.free}.")
    also = also_in_words(outing, "day_month")
    parts += [f"{words}." for words in (outing.booking, also) if words]
    if outing.number:
        parts.append(f"C’est la sortie numéro {' '.join(outing.number)}.")
    example = "Exemple inventé. " if card.example else ""
    return f"{example}{FIRST_WORDS.get(outing.event.status, '')}{' '.join(parts)}"


def _hour(outing: Outing) -> str:
    start = outing.showing.occurrence.start
    if outing.card.until:
        return f"Jusqu’au {format_date(outing.showing.occurrence.last_day, 'day_month')} : "
    return f"À {_clock(start.timetz())} : " if isinstance(start, datetime) else ""


def _clock(hour: time) -> str:
    if (hour.hour, hour.minute) == (12, 0):
        return "midi"
    words = plural(hour.hour, "heure")
    return f"{words} {hour.minute:02}" if hour.minute else words


def _rest(programme: Programme, spoken: int) -> Iterator[str]:
    left = programme.left_out + len(programme.outings) - spoken
    if left:
        yield f"Et {plural(left, 'autre sortie', 'autres sorties')} encore."


def _spell(url: str) -> str:
    """Write an address as it is said aloud."""
    return web_name(url).replace(".", " point ").replace("-", " tiret ").replace("/", " barre ")
