"""Write the letters of the association in files; nothing is sent."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.catalog import load_catalog
from plugins.commands.console import say, warn
from plugins.followup.letters import Letter, Mailroom, Quarter, newsletter, reminder
from plugins.followup.writing import letter_files

FOLDER = "output/courriers"
_QUARTER = re.compile(r"(20\d{2})\s*[-/ ]?\s*T([1-4])", re.IGNORECASE)
_MONTH = re.compile(r"(20\d{2})-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class Order:
    """Hold what is asked, as it was typed."""

    period: str = ""
    folder: str = ""
    examples: bool = False


def write_reminder(root: Path, order: Order, today: date) -> int:
    """Write the reminder of a quarter, this one when none is named."""
    found = _QUARTER.fullmatch(order.period.strip())
    if order.period.strip() and not found:
        warn(
            f"Je ne comprends pas « {order.period} ». Écrivez l’année et le trimestre, par exemple : ./faire rappel 2026-T4"
        )
        return 1
    quarter = Quarter(int(found[1]), int(found[2])) if found else Quarter(today.year, (today.month + 2) // 3)
    return _write(root, order, today, lambda room: reminder(quarter, room))


def write_newsletter(root: Path, order: Order, today: date) -> int:
    """Write the letter of a month, this one when none is named."""
    found = _MONTH.fullmatch(order.period.strip())
    if order.period.strip() and not found:
        warn(
            f"Je ne comprends pas « {order.period} ». Écrivez l’année et le mois, par exemple : ./faire lettre 2026-12"
        )
        return 1
    month = date(int(found[1]), int(found[2]), 1) if found else today.replace(day=1)
    return _write(root, order, today, lambda room: newsletter(month, room))


def _write(root: Path, order: Order, today: date, make: Callable[[Mailroom], Letter]) -> int:
    catalog = load_catalog(root, today if order.examples else None)
    room = Mailroom(catalog, today, catalog.association.website)
    letter = make(room)
    folder = (root / (order.folder or FOLDER)).expanduser().resolve()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in letter_files(letter, room):
            (folder / name).write_bytes(content)
    except OSError:
        warn(
            f"Je n’ai pas pu écrire dans {folder} : vérifiez que ce dossier est à vous, ou donnez-en un autre avec --dossier."
        )
        return 1
    say(f"« {letter.subject} »")
    say(
        f"Écrit dans {folder} :\n  · {letter.name}.eml, à ouvrir dans votre messagerie : relisez, ajoutez les destinataires, envoyez"
    )
    say(f"  · {letter.name}.html et {letter.name}.txt, à copier si elle ne l’ouvre pas")
    if not catalog.association.email:
        say(
            "L’adresse de l’association n’est pas dans data/association.yaml : le courriel n’a pas d’expéditeur, votre messagerie mettra la vôtre."
        )
    say("Rien n’a été envoyé.")
    return 0
