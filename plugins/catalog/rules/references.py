"""A record that names another one must name one that exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.models.base import aliases
from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path


@dataclass(frozen=True)
class Reference:
    """Say that a field of a kind (English names, from the record down) names records of other kinds."""

    kind: str
    field: tuple[str, ...]
    targets: tuple[str, ...]
    french: str


REFERENCES = (
    Reference("events", ("place",), ("places", "partners"), "un lieu ou un partenaire"),
    Reference("events", ("elsewhere", "commune"), ("communes",), "une commune"),
    Reference("places", ("commune",), ("communes",), "une commune"),
    Reference("partners", ("commune",), ("communes",), "une commune"),
    Reference("partners", ("programme", "document"), ("documents",), "un document"),
    Reference("series", ("commune",), ("communes",), "une commune"),
    Reference("meetings", ("sessions", "commune"), ("communes",), "une commune"),
    Reference("meetings", ("report",), ("posts",), "un billet"),
    Reference("meetings", ("documents",), ("documents",), "un document"),
    Reference("acronyms", ("replaced_by",), ("acronyms",), "un sigle"),
    Reference("acronyms", ("homonyms",), ("acronyms",), "un sigle"),
    Reference("acronyms", ("see_also",), ("acronyms",), "un sigle"),
    Reference("acronyms", ("local_example",), ("partners",), "un partenaire"),
    Reference("bodies", ("acronyms",), ("acronyms",), "un sigle"),
    Reference("posts", ("documents",), ("documents",), "un document"),
    Reference("posts", ("meeting",), ("meetings",), "une rencontre"),
)


def check_references(loaded: Loaded) -> Iterator[Problem]:
    """A name that points to another record is the name of a record that exists."""
    for reference in REFERENCES:
        known = set().union(*(loaded.seen.get(target, set()) for target in reference.targets))
        for entry in loaded.entries.get(reference.kind, {}).values():
            for path, name in _names(entry.record, reference.field, ()):
                if name not in known:
                    yield _unknown(entry, path, name, known, reference)


def association_is_there(loaded: Loaded) -> Iterator[Problem]:
    """The project has a data/association.yaml."""
    if not loaded.seen.get("association"):
        yield Problem(
            "data/association.yaml",
            0,
            "fichier-manquant",
            "la fiche de l’association est absente.",
            expected="le fichier data/association.yaml",
            hint="reprenez-le dans l’historique du projet",
        )


def _names(value: Any, fields: tuple[str, ...], path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _names(item, fields, (*path, index))
    elif value is not None and fields:
        french = {name: alias for alias, name in aliases(type(value)).items()}
        yield from _names(getattr(value, fields[0]), fields[1:], (*path, french[fields[0]]))
    elif value is not None:
        yield path, value


def _unknown(entry: Entry, path: Path, name: str, known: set[str], reference: Reference) -> Problem:
    guess = near_miss(name, sorted(known))
    return entry.origin.problem(
        path,
        "reference-inconnue",
        f"« {name} » ne correspond à aucune fiche.",
        expected=f"le nom de fichier (ou le code) qui désigne {reference.french}",
        hint=f"vouliez-vous écrire « {guess} » ?"
        if guess
        else "créez d’abord cette fiche, ou retirez la ligne",
    )
