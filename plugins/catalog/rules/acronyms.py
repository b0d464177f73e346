"""Rules of the acronyms: homonyms are told apart, replacements go forward."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import permutations

from plugins.catalog import models
from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem


def homonyms_know_each_other(loaded: Loaded) -> Iterator[Problem]:
    """Two meanings of the same letters name each other in `homonymes`."""
    meanings: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in loaded.entries.get("acronyms", {}).values():
        meanings[entry.record.acronym].append(entry)
    for entry, twin in ((one, two) for same in meanings.values() for one, two in permutations(same, 2)):
        if twin.record.id not in entry.record.homonyms:
            yield entry.origin.problem(
                ("sigle",),
                "homonyme",
                f"le sigle « {entry.record.acronym} » a un autre sens, qui n’est pas signalé.",
                expected=f"« homonymes: [{twin.record.id}] » dans cette fiche, et l’inverse dans l’autre",
                hint=f"ajoutez « {twin.record.id} » aux homonymes de cette fiche",
            )


def years_are_in_order(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """An acronym appears before it is replaced."""
    acronym: models.acronym.Acronym = entry.record
    if acronym.since and acronym.until and acronym.until < acronym.since:
        yield entry.origin.problem(
            ("jusqu_a",),
            "annees",
            "le sigle serait remplacé avant d’exister.",
            expected=f"une année à partir de {acronym.since} (voir « depuis »)",
            hint="corrigez l’une des deux années",
        )


def replacement_goes_forward(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """Following `remplace_par` never comes back to the same acronym."""
    start: models.acronym.Acronym = entry.record
    waiting, visited = list(start.replaced_by), set()
    while waiting:
        slug = waiting.pop()
        if slug == start.id:
            yield entry.origin.problem(
                ("remplace_par",),
                "remplacement",
                "de remplaçant en remplaçant, ce sigle finit par se remplacer lui-même.",
                hint="retirez l’un des « remplace_par » de la boucle",
            )
            return
        if slug not in visited and slug in loaded.entries["acronyms"]:
            visited.add(slug)
            waiting.extend(loaded.entries["acronyms"][slug].record.replaced_by)


RULES = (years_are_in_order, replacement_goes_forward)
