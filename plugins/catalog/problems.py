"""What is told to a volunteer when a file is not right: a value, a report, one exception."""

from collections.abc import Iterable
from dataclasses import dataclass

HELP_PAGE = "docs/problemes.md"

SAVED_MEANWHILE = "enregistre-pendant"
"""The code of the only fault that is gone when the site is built again: a text was saved while it was being read."""


@dataclass(frozen=True)
class Problem:
    """Hold one fault of one file, told in French.

    `file` is relative to the project, with forward slashes; `line` counts from 1 (0: the whole file).
    `code` has an anchor in docs/problemes.md.
    """

    file: str
    line: int
    code: str
    message: str
    written: str | None = None
    expected: str | None = None
    hint: str | None = None

    @property
    def place(self) -> str:
        """Name the file and the line as a reader would look for them."""
        return f"{self.file}, ligne {self.line}" if self.line else self.file


class DataError(Exception):
    """Stop a build because of the content: carries every problem, sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=_place_in_the_report))
        super().__init__(format_report(self.problems))


def format_report(problems: Iterable[Problem]) -> str:
    """Write problems as the French list that a volunteer reads, with a closing count."""
    ordered = sorted(set(problems), key=_place_in_the_report)
    return "\n\n".join([*map(format_problem, ordered), _closing_line(ordered)])


def format_problem(problem: Problem) -> str:
    """Write one problem: where, what is wrong, what is written, what is expected, a way out."""
    lines = [f"{problem.place} : {problem.message}"]
    details = (("écrit", problem.written), ("attendu", problem.expected), ("conseil", problem.hint))
    lines += [f"    {label:<7} : {_shorten(value)}" for label, value in details if value]
    lines.append(f"    {'aide':<7} : {HELP_PAGE}#{problem.code}")
    return "\n".join(lines)


def format_notice(problem: Problem) -> str:
    """Write on one line what is worth knowing and stops nothing: where, what, a way out."""
    written = f" (écrit : {_shorten(problem.written)})" if problem.written else ""
    return f"{problem.place} : {problem.message}{written} Conseil : {problem.hint}."


def _place_in_the_report(problem: Problem) -> tuple[str, int, str, str]:
    return problem.file, problem.line, problem.code, problem.message


def _closing_line(problems: list[Problem]) -> str:
    files = len({problem.file for problem in problems})
    count = len(problems)
    what = f"{count} problème{'s' if count > 1 else ''} à corriger"
    where = f"dans {files} fichier{'s' if files > 1 else ''}"
    return f"{what} {where}. Le site précédent n’a pas été touché."


def _shorten(text: str, length: int = 300) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= length else one_line[: length - 1] + "…"
