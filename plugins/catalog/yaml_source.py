"""Read YAML as text with positions: every scalar is a string, and nothing is lost in silence.

`yaml.safe_load` reads 07000 as 3584, 14:30 as 870, `no` as False, and keeps the last of two equal keys.
Here the tree is made of the parser's events, in one pass: the models decide what a text means.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.catalog import yaml_faults as faults
from plugins.catalog.problems import Problem
from plugins.catalog.source import UnreadableFileError

DEEPEST = 20  # levels of nesting; the models need 4

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Tree:
    """Hold what a YAML text says (texts, lists, dicts) and the line of each value and key.

    `lines[("dates", 0, "debut")]` is the line (from 1) where that key or list item starts.
    """

    name: str
    data: Any
    lines: dict[Path, int] = field(repr=False)
    rows: tuple[str, ...] = field(repr=False)
    first_line: int = 1
    faults: tuple[Problem, ...] = ()
    """What is wrong and yet can be read: a field written twice, a value cut by « # »."""

    def line(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing around it that is written."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.first_line)

    def may_hold(self, words: str) -> bool:
        """Tell whether words may be in the text, without telling where."""
        return any(words in row for row in self.rows)

    def row(self, line: int) -> str:
        """Return the text of a line (counted from 1), without its indentation."""
        index = line - self.first_line
        return self.rows[index].strip() if 0 <= index < len(self.rows) else ""


def read_yaml(text: str, name: str, first_line: int = 1) -> Tree:
    """Make a `Tree` of a YAML text, or raise `UnreadableFileError` when the text cannot be followed.

    `first_line` is the line of the file where the text starts (a Markdown header does not start at 1).
    """
    reading = _Reading(text, name, first_line)
    try:
        data = reading.document()
    except yaml.MarkedYAMLError as error:
        lost = faults.syntax(error, name, reading.rows, first_line)
        told = any(problem.line == lost.line for problem in reading.problems)
        raise UnreadableFileError(*reading.problems, *([] if told else [lost])) from None
    if reading.is_lost:
        raise UnreadableFileError(*reading.problems)
    return Tree(name, data, reading.lines, reading.rows, first_line, tuple(reading.problems))


class _Reading:
    """Follow the parser's events through one text, and keep the lines and the faults met on the way."""

    def __init__(self, text: str, name: str, first_line: int) -> None:
        self.name = name
        self.first_line = first_line
        self.rows = tuple(text.split("\n"))
        self.lines: dict[Path, int] = {(): first_line}
        self.problems: list[Problem] = []
        self.is_lost = False
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CBaseLoader)

    def document(self) -> Any:
        """Return the only document of the text, None when there is none."""
        next(self._events)
        begin = next(self._events)
        if isinstance(begin, yaml.StreamEndEvent):
            return None
        if begin.version or begin.tags:
            self._refuse(begin, faults.forbidden_sign)
        data = self._value(next(self._events), ())
        next(self._events)
        following = next(self._events)
        if isinstance(following, yaml.DocumentStartEvent):
            self._refuse(following, faults.second_document)
        return data

    def _value(self, event: yaml.Event, path: Path) -> Any:
        if event.__class__ is yaml.ScalarEvent and not event.anchor and event.tag is None:
            return self._text(event)
        if len(path) > DEEPEST:
            self._refuse(event, faults.too_deep)
            raise UnreadableFileError(*self.problems)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag is not None:
            self._refuse(event, faults.forbidden_sign)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(path)
        return self._fields(path) if isinstance(event, yaml.MappingStartEvent) else None

    def _text(self, event: yaml.ScalarEvent) -> str | None:
        if event.style:
            return event.value
        end = event.end_mark
        row = self.rows[end.line] if end.line < len(self.rows) else ""
        if "#" in row and event.value and row[end.column :].lstrip().startswith("#"):
            self.problems.append(faults.lost_after_hash(self.name, end.line + self.first_line, row))
        return None if event.value in {"", "~", "null", "Null", "NULL"} else event.value

    def _list(self, path: Path) -> list[Any]:
        items: list[Any] = []
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            item = (*path, len(items))
            self.lines[item] = event.start_mark.line + self.first_line
            items.append(self._value(event, item))
        return items

    def _fields(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            line = event.start_mark.line + self.first_line
            key = self._key(event, path)
            field_path = (*path, key)
            if key in result:
                first = self.lines[field_path]
                self.problems.append(faults.repeated_key(self.name, line, key, first, self._row(event)))
                self._value(next(self._events), (*path, f"{key} (bis)"))
                continue
            self.lines[field_path] = line
            result[key] = self._value(next(self._events), field_path)
        return result

    def _key(self, event: yaml.Event, path: Path) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.value.strip():
            return str(event.value).strip()
        self._refuse(event, faults.key_expected)
        self._value(event, (*path, ""))
        return ""

    def _refuse(self, event: yaml.Event, fault: faults.Fault) -> None:
        self.is_lost = True
        line = event.start_mark.line + self.first_line
        self.problems.append(fault(self.name, line, self._row(event)))

    def _row(self, event: yaml.Event) -> str:
        index = event.start_mark.line
        return self.rows[index].strip() if index < len(self.rows) else ""
