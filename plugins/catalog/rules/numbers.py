"""Rules of the numbers of outings: what is printed on paper never leads to something else."""

import re
from collections.abc import Iterator

from plugins.catalog import models
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

_GIVEN = re.compile(r"[1-9][0-9]{3,4}")
_EXAMPLE = re.compile(r"0[0-9]{3}")
_COMMAND = "./faire numeros"


def number_is_one_that_was_given(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A number has four digits (five once the first are all taken), and the last one checks the others.

    Only an example begins with 0, so that none of its numbers is ever that of a true outing.
    """
    form = _EXAMPLE if entry.record.example else _GIVEN
    if not form.fullmatch(entry.record.number) or not models.number.is_checked(entry.record.number):
        yield entry.origin.problem(
            ("numero",),
            "numero",
            "ce numéro de sortie n’a pas la bonne forme, ou son dernier chiffre ne va pas avec les autres.",
            expected="quatre chiffres, le premier n’est pas 0, le dernier vérifie les autres",
            hint=f"reprenez le numéro imprimé, ou retirez la fiche : {_COMMAND} en donnera un",
        )


def number_is_that_of_an_outing(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """A number belongs to an outing that has a record, unless it is retired."""
    known = loaded.names("events")
    if known is None or entry.record.retired or entry.record.outing in known:
        return
    yield entry.origin.problem(
        ("sortie",),
        "numero-sans-sortie",
        "la sortie qui porte ce numéro n’a pas de fiche.",
        expected="le nom d’un fichier de data/sorties, sans .yaml",
        hint=f"corrigez le nom ; si la sortie a été retirée, {_COMMAND} garde son numéro sans le redonner",
    )


def an_outing_has_one_number(loaded: Loaded) -> Iterator[Problem]:
    """An outing has one number: two would be two names for one thing."""
    first: dict[str, Entry] = {}
    for entry in loaded.entries.get("numbers", {}).values():
        other = first.setdefault(entry.record.outing, entry)
        if other is not entry:
            yield entry.origin.problem(
                ("sortie",),
                "numero-en-double",
                f"cette sortie a déjà le numéro {other.record.number}.",
                expected=f"un seul numéro (l’autre est à la ligne {other.origin.line()})",
                hint="retirez celui qui n’a été imprimé nulle part",
            )


RULES = (number_is_one_that_was_given, number_is_that_of_an_outing)
