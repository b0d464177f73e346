"""Where a record comes from: the file, and the line of each of its fields."""

from typing import NamedTuple

from plugins.catalog.problems import Problem
from plugins.catalog.yaml_source import Path, Tree


class Origin(NamedTuple):
    """Point at a record inside a file; `base` is its place when the file holds a list."""

    tree: Tree
    base: Path = ()

    @property
    def file(self) -> str:
        """Return the file's name, relative to the project."""
        return self.tree.name

    def line(self, path: Path = ()) -> int:
        """Return the line of a field of the record."""
        return self.tree.line((*self.base, *path))

    def writes(self, path: Path) -> bool:
        """Tell whether a field is written in the file, be it empty."""
        return (*self.base, *path) in self.tree.lines

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
        """Make the problem of one field, with its line and what is written there.

        A field that is absent has the line of what is around it, and nothing written.
        """
        line = self.line(path)
        if written is None and path and self.writes(path):
            written = self.tree.row(line)
        return Problem(self.file, line, code, message, written or None, expected, hint)
