"""Rules of what must not be written of a person, in a site and a repository that are both public."""

import re
from collections.abc import Iterator

from plugins.catalog.loading import Loaded
from plugins.catalog.problems import Problem
from plugins.privacy import Leak, find_private

CONSENTS = "data/autorisations.yaml"
SHOWN = 4  # signs of what is private that a message repeats: it may be read in a public log


def nothing_private_is_written(loaded: Loaded) -> Iterator[Problem]:
    """No text holds a private phone, address, number or name, unless the person agreed (data/autorisations.yaml)."""
    agreed = agreed_to(loaded)
    for sighting in loaded.private:
        if sighting.file != CONSENTS and compared(sighting.leak.written) not in agreed:
            yield told(sighting.file, sighting.line, sighting.leak)


def an_agreement_serves(loaded: Loaded) -> Iterator[Problem]:
    """An agreement is about something that the guard stops: else it would say yes to nothing."""
    for entry in loaded.entries.get("consents", {}).values():
        if not find_private(entry.record.written) and not _is_met(entry.record.written, loaded):
            yield entry.origin.problem(
                ("ecrit",),
                "autorisation-inutile",
                "cette autorisation ne sert à rien : ce texte n’est arrêté nulle part.",
                hint="vérifiez qu’il est recopié tel quel, ou retirez l’autorisation",
            )


def agreed_to(loaded: Loaded) -> set[str]:
    """Return what persons agreed to, as `compared` writes it."""
    return {compared(entry.record.written) for entry in loaded.entries.get("consents", {}).values()}


def told(file: str, line: int, leak: Leak) -> Problem:
    """Tell one private thing without repeating it: the message may be read in a public log."""
    return Problem(
        file,
        line,
        "donnee-personnelle",
        f"ce texte semble contenir {leak.kind.words}.",
        written=f"{leak.written[:SHOWN].strip()}…",
        expected="rien qui dise qui est une personne, où elle habite, comment la joindre",
        hint=f"{leak.kind.way_out} ; si la personne a dit oui, notez-le dans {CONSENTS}",
    )


def compared(written: str) -> str:
    """Return what counts of a number, an address or a name: neither spaces, nor dots, nor capitals."""
    return re.sub(r"[\s\u00a0\u202f.\-/]", "", written).casefold()


def _is_met(written: str, loaded: Loaded) -> bool:
    return any(
        compared(sighting.leak.written) == compared(written)
        for sighting in loaded.private
        if sighting.file != CONSENTS
    )
