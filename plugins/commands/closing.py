"""Close the edition of the booklet that is being prepared: write what it holds, so that the next says what is new."""

import textwrap
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from plugins.booklet.editions import (
    content_digest,
    current_issue,
    known_acronyms,
    known_bodies,
    ordinal,
)
from plugins.catalog import load_catalog
from plugins.catalog.models.edition import Edition
from plugins.commands.console import say
from plugins.french import format_date, plural

FILE = "data/livret/editions.yaml"
HEADER = """\
# Les éditions du livret des sigles. « ./faire edition » ferme celle que l’on prépare : elle écrit le jour, les id
# des sigles et des organismes, et l’empreinte de tout ce qu’elle dit. Ce qui vient après est « nouveau ».
"""
WIDTH = 110


def close_edition(root: Path, today: date) -> int:
    """Close the edition being prepared, on the day given; say what it holds and what it brings.

    Raise `DataError`, and write nothing, when a file of the project is not right.
    """
    catalog = load_catalog(root)
    issue = current_issue(catalog, today)
    if issue.is_closed:
        say(
            f"Rien n’a changé depuis la {ordinal(issue.number)} édition, fermée le "
            f"{format_date(issue.dated, 'medium')} : il n’y a rien à fermer."
        )
        return 0
    if today < issue.dated:
        say(
            f"La {ordinal(issue.number)} édition est ouverte le {format_date(issue.dated, 'medium')}, après "
            f"aujourd’hui : corrigez « ouverte_le » dans {FILE}, ou la date de l’ordinateur."
        )
        return 1
    closed = Edition(
        slug=str(issue.number),
        numero=issue.number,
        ouverte_le=f"{issue.dated:%d/%m/%Y}",
        fermee_le=f"{today:%d/%m/%Y}",
        empreinte=content_digest(catalog),
        sigles=tuple(found.slug for found in known_acronyms(catalog)),
        organismes=tuple(found.slug for found in known_bodies(catalog)),
    )
    former = [edition for edition in catalog.editions.values() if edition.closed_on]
    _write(root / FILE, to_yaml([*former, closed]))
    held = f"{plural(len(closed.acronyms), 'sigle')} et {plural(len(closed.bodies), 'organisme')}"
    say(f"La {ordinal(closed.number)} édition est fermée, avec {held}. C’est écrit dans {FILE}.")
    if issue.before:
        fresh = len(issue.new_acronyms) + len(issue.new_bodies)
        say(
            f"Depuis la précédente : {plural(fresh, 'entrée nouvelle', 'entrées nouvelles')}, "
            f"{plural(issue.gone, 'retirée')}."
        )
    say("Dès qu’une fiche changera, le livret dira qu’une édition nouvelle se prépare.")
    return 0


def to_yaml(editions: Iterable[Edition]) -> str:
    """Write the file of the editions, the oldest first."""
    return HEADER + "".join(_item(edition) for edition in editions)


def _item(edition: Edition) -> str:
    lines = [f"- numero: {edition.number}", f"  ouverte_le: {edition.opened_on:%d/%m/%Y}"]
    if edition.closed_on:
        lines += [f"  fermee_le: {edition.closed_on:%d/%m/%Y}", f"  empreinte: {edition.digest}"]
        lines += [_names("sigles", edition.acronyms), _names("organismes", edition.bodies)]
    return "".join(f"{line}\n" for line in lines)


def _names(key: str, slugs: Iterable[str]) -> str:
    written = textwrap.wrap(", ".join(slugs), WIDTH, break_on_hyphens=False, break_long_words=False)
    return "\n    ".join([f"  {key}: [", *written]) + "\n  ]"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(path)
