"""Where a record comes from: the file, and the line of each of its fields."""

from dataclasses import dataclass, field

from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path, Tree


@dataclass(frozen=True)
class Origin:
    """Point at a record inside a file; `base` is its place when the file holds a list."""

    tree: Tree = field(repr=False)
    base: Path = ()

    @property
    def file(self) -> str:
        """Return the file's name, relative to the project."""
        return self.tree.name

    def line(self, path: Path = ()) -> int:
        """Return the line of a field of the record."""
        return self.tree.line((*self.base, *path))

    def knows(self, part: str | int) -> bool:
        """Tell whether a part of a pydantic location names something written (unions add labels)."""
        return isinstance(part, int) or not part.startswith(
            ("function-", "is-instance", "datetime", "date[", "tagged")
        )

    def problem(
        self,
        path: Path,
        code: str,
        message: str,
        *,
        expected: str | None = None,
        hint: str | None = None,
        written: str | None = None,
    ) -> Problem:
        """Make the problem of one field, with its line and what is written there."""
        line = self.line(path)
        shown = written if written is not None else self.tree.row(line) or None
        return Problem(self.file, line, code, message, shown, expected, hint)
