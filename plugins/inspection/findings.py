"""What an inspection tells."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Finding(NamedTuple):
    """Hold one thing to say of a file: a code of docs/problemes.md, a French sentence, a way out."""

    code: str
    message: str
    hint: str
    written: str | None = None
    expected: str | None = None
    line: int = 0


@dataclass(frozen=True)
class Inspection:
    """Hold what was found: `faults` refuse the file, `notices` are only said.

    `rows` are those of a table, with their number. `cleaned` is what is published instead of the file, when something had to be taken out.
    """

    faults: tuple[Finding, ...] = ()
    notices: tuple[Finding, ...] = ()
    cleaned: bytes | None = field(default=None, repr=False)
    pages: int | None = None
    text: str = field(default="", repr=False)
    rows: tuple[tuple[int, tuple[str, ...]], ...] = field(default=(), repr=False)


class RefusedFileError(Exception):
    """Carry the one fault after which a file is not looked at any further."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.message)
        self.finding = finding


EMPTY = Finding(
    "fichier-vide",
    "ce fichier est vide : il ne contient pas un seul octet.",
    "enregistrez-le de nouveau depuis votre logiciel, puis remplacez-le",
)


def damaged(what: str) -> Finding:
    """Tell that a file does not open to its end."""
    return Finding(
        "fichier-abime",
        f"{what} ne s’ouvre pas jusqu’au bout : le fichier est abîmé.",
        "la copie s’est sans doute arrêtée en route : copiez-le ou enregistrez-le de nouveau, puis remplacez-le",
    )
