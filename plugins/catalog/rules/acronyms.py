"""Rules of the acronyms: homonyms are told apart, replacements go forward."""

from collections.abc import Iterator

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.models.acronym import Acronym
from plugins.catalog.problems import Problem


def homonyms_know_each_other(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """Two meanings of the same letters name each other in `homonymes`."""
    acronym: Acronym = entry.record
    for other in loaded.entries["acronyms"].values():
        twin: Acronym = other.record
        if twin.id != acronym.id and twin.acronym == acronym.acronym and twin.id not in acronym.homonyms:
            yield entry.origin.problem(
                ("sigle",),
                "homonyme",
                f"le sigle « {acronym.acronym} » a un autre sens, qui n’est pas signalé.",
                expected=f"« homonymes: [{twin.id}] »",
                hint="ajoutez cette ligne dans les deux fiches",
            )


def years_are_in_order(entry: Entry, _loaded: Loaded) -> Iterator[Problem]:
    """An acronym appears before it is replaced."""
    acronym: Acronym = entry.record
    if acronym.since and acronym.until and acronym.until < acronym.since:
        yield entry.origin.problem(
            ("jusqu_a",),
            "annees",
            "le sigle serait remplacé avant d’exister.",
            hint="échangez les deux années",
        )


def replacement_goes_forward(entry: Entry, loaded: Loaded) -> Iterator[Problem]:
    """Following `remplace_par` never comes back to the same acronym."""
    start: Acronym = entry.record
    waiting, visited = list(start.replaced_by), set()
    while waiting:
        slug = waiting.pop()
        if slug == start.id:
            yield entry.origin.problem(
                ("remplace_par",),
                "remplacement",
                "ce sigle finit par se remplacer lui-même.",
                hint="retirez l’un des « remplace_par » de la boucle",
            )
            return
        if slug not in visited and slug in loaded.entries["acronyms"]:
            visited.add(slug)
            waiting.extend(loaded.entries["acronyms"][slug].record.replaced_by)


RULES = (homonyms_know_each_other, years_are_in_order, replacement_goes_forward)
