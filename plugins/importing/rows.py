"""What a reader gives for each outing of a file, before anything is understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_ROWS = 2000
"""More than a year of outings in two departments; beyond it, the wrong file was probably chosen."""


class FileRefusedError(Exception):
    """Carry the French sentence that says why a whole file is not read, and a way out."""


class Refusal(Exception):  # noqa: N818  # a refused row is an answer for a person, not an error of the program
    """Say why one row is refused: what is wrong, what is written, what is expected, a way out."""

    def __init__(self, message: str, *, written: str = "", expected: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message.replace("\u00a0", " "), hint.replace("\u00a0", " ")
        self.written, self.expected = written, expected


@dataclass(frozen=True)
class Row:
    """Hold what one row of a file says, cell by cell.

    `values` is keyed like `columns.COLUMNS`; `occurrences` holds the dates as our files write them.
    `identity` is stable from one export to the next, or empty; `aside` says why a row is left aside.
    """

    label: str
    values: Mapping[str, Any] = field(default_factory=dict)
    occurrences: tuple[Mapping[str, str], ...] = ()
    identity: str = ""
    notes: tuple[str, ...] = ()
    aside: str = ""
    refusal: Refusal | None = None

    def text(self, key: str) -> str:
        """Return a cell as a text, on as many lines as it has."""
        value = self.values.get(key)
        if value is None:
            return ""
        if isinstance(value, float) and value.is_integer():
            return str(int(value))
        return str(value).strip()

    @property
    def name(self) -> str:
        """Return the title on one line, as the report shows it."""
        return " ".join(self.text("title").split()) or "sans titre"


@dataclass(frozen=True)
class Reading:
    """Hold what was read of a file: which system it comes from, its rows, and what is told about the whole."""

    system: str
    described: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def too_many(count: int | str) -> FileRefusedError:
    """Refuse a file that holds more rows than any season."""
    return FileRefusedError(
        f"Ce fichier a {count} lignes : {MOST_ROWS} au plus sont lues à la fois.\n"
        "Vérifiez que c’est le bon fichier, ou coupez-le en plusieurs."
    )
