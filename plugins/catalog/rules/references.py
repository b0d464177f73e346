"""A record that names another one must name one that exists."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.messages import near_miss
from plugins.catalog.models.base import aliases
from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path


class Reference(NamedTuple):
    """Say that a field of a kind (English names, from the record down) names records of other kinds."""

    kind: str
    field: tuple[str, ...]
    targets: tuple[str, ...]


REFERENCES = (
    Reference("events", ("place",), ("places", "partners")),
    Reference("events", ("elsewhere", "commune"), ("communes",)),
    Reference("places", ("commune",), ("communes",)),
    Reference("partners", ("commune",), ("communes",)),
    Reference("partners", ("programme", "document"), ("documents",)),
    Reference("series", ("commune",), ("communes",)),
    Reference("meetings", ("sessions", "commune"), ("communes",)),
    Reference("conventions", ("commune",), ("communes",)),
    Reference("conventions", ("document",), ("documents",)),
    Reference("trainings", ("cycles", "commune"), ("communes",)),
    Reference("meetings", ("report",), ("posts",)),
    Reference("meetings", ("documents",), ("documents",)),
    Reference("acronyms", ("replaced_by",), ("acronyms",)),
    Reference("acronyms", ("homonyms",), ("acronyms",)),
    Reference("acronyms", ("see_also",), ("acronyms",)),
    Reference("acronyms", ("local_example",), ("partners",)),
    Reference("bodies", ("acronyms",), ("acronyms",)),
    Reference("posts", ("documents",), ("documents",)),
    Reference("posts", ("meeting",), ("meetings",)),
    Reference("bodies", ("meanings",), ("acronyms",)),
    Reference("posts", ("meanings",), ("acronyms",)),
    Reference("pages", ("meanings",), ("acronyms",)),
    Reference("tutorials", ("meanings",), ("acronyms",)),
    Reference("tutorials", ("tutorials_before",), ("tutorials",)),
)


def check_references(loaded: Loaded) -> Iterator[Problem]:
    """A name that points to another record is the name of a record that exists."""
    for reference in REFERENCES:
        names = [loaded.names(target) for target in reference.targets]
        if None in names:
            continue  # a list could not be read: its records would be called unknown by mistake
        known = set().union(*filter(None, names))
        first = reference.field[0]
        for entry in loaded.entries.get(reference.kind, {}).values():
            if not getattr(entry.record, first):
                continue  # most records name none
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
    guess = None if reference.targets == ("communes",) else near_miss(name, sorted(known))
    return entry.origin.problem(
        path,
        "reference-inconnue",
        f"« {name} » ne correspond à aucune fiche.",
        expected=_WHERE[reference.targets],
        hint=f"vouliez-vous écrire « {guess} » ?" if guess else _WAYS_OUT.get(reference.targets, _WAY_OUT),
    )


_WHERE = {
    ("places", "partners"): "le nom d’un fichier de data/lieux ou de data/partenaires, sans .yaml",
    ("partners",): "le nom d’un fichier de data/partenaires, sans .yaml",
    ("documents",): "le nom d’un fichier de data/documents, sans .yaml",
    ("meetings",): "le nom d’un fichier de data/rencontres, sans .yaml",
    ("posts",): "le nom d’un fichier de content/billets, sans .md",
    ("tutorials",): "le nom d’un dossier de content/tutoriels",
    ("acronyms",): "l’id d’un sigle de data/sigles",
    ("communes",): "le code INSEE d’une commune de data/communes.yaml",
}
_WAY_OUT = "créez d’abord cette fiche, ou retirez ce nom"
_WAYS_OUT = {
    (
        "communes",
    ): "cherchez le nom de la commune dans data/communes.yaml : son code est au début de la ligne",
}
