"""Rules of the editions of the booklet: what « nouveau depuis la dernière édition » is counted from."""

from collections.abc import Iterator
from itertools import pairwise

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

_COMMAND = "./faire edition"


def edition_is_whole(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """A closed edition says what it holds, and was not closed before it was opened."""
    edition = entry.record
    if edition.closed_on is None:
        return
    if not (edition.digest and edition.acronyms):
        yield entry.origin.problem(
            ("fermee_le",),
            "edition-incomplete",
            "cette édition est fermée, mais ne dit pas ce qu’elle contient.",
            expected="une empreinte et la liste des sigles",
            hint=f"retirez « fermee_le », puis lancez {_COMMAND} : la commande écrit tout",
        )
    if edition.closed_on < edition.opened_on:
        yield entry.origin.problem(
            ("fermee_le",),
            "edition-dates",
            "cette édition serait fermée avant d’avoir été ouverte.",
            expected=f"un jour égal ou postérieur au {edition.opened_on:%d/%m/%Y}",
            hint="corrigez l’une des deux dates",
        )


def editions_follow_each_other(loaded: Loaded) -> Iterator[Problem]:
    """Editions are numbered from 1 without a gap, in order of time, and only the last one may be open."""
    entries = list(loaded.entries.get("editions", {}).values())
    for rank, entry in enumerate(entries, start=1):
        if entry.record.number != rank:
            yield entry.origin.problem(
                ("numero",),
                "edition-suite",
                "les éditions se suivent, de la première à la dernière.",
                written=str(entry.record.number),
                expected=f"le numéro {rank}",
                hint="remettez les éditions dans l’ordre, sans en sauter",
            )
    for former, later in pairwise(entries):
        closed = former.record.closed_on
        if closed is None or closed > later.record.opened_on:
            yield later.origin.problem(
                ("ouverte_le",),
                "edition-dates",
                "une édition commence quand celle d’avant est fermée.",
                expected=f"l’édition {former.record.number} fermée, au plus tard ce jour-là",
                hint=f"fermez d’abord celle d’avant avec {_COMMAND}, ou corrigez les dates",
            )


RULES = (edition_is_whole,)
