"""What a Markdown file said, in plain data that another process keeps, and the records made from it again.

Only a file that had no fault, and whose record holds nothing but texts, days and lists of texts, is told so: it
needs to be neither parsed nor checked again while its bytes are the same. Its body is taken from the bytes.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from sys import intern
from typing import Any

from plugins.catalog.bodies import Bodies, UnreadBody, UnreadTexts
from plugins.catalog.headers import read_markdown
from plugins.catalog.kinds import KINDS
from plugins.catalog.loading import Entry, Part
from plugins.catalog.models.post import MarkdownRecord
from plugins.catalog.origin import Origin
from plugins.catalog.yaml_source import Tree

_COMPUTED = frozenset({"body", "file", "example"})
"""The fields that the bytes and the name of a file give."""
_PLAIN = frozenset({str, int, bool, type(None)})
_KINDS = {kind.field: kind for kind in KINDS}


class KeptTree(Tree):
    """Stand for the tree of a header that was right: it is read again when somebody asks for a line of it."""

    def __init__(self, name: str, first_line: int, header: Callable[[], str], record: MarkdownRecord) -> None:
        vars(self).update(name=name, first_line=first_line, faults=(), _header=header, _record=record)

    def may_hold(self, words: str) -> bool:
        """Tell whether words may be in the text, without reading it again."""
        return words in vars(self)["_header"]() or words in vars(self)["_record"].body

    def __getattr__(self, name: str) -> Any:
        """Return what is not known yet: the data, the lines or the rows."""
        if name not in _OF_A_TREE:
            raise AttributeError(name)
        vars(self).update(vars(read_markdown(self._header() + self._record.body, self.name).header))
        return vars(self)[name]


_OF_A_TREE = frozenset({"data", "lines", "rows"})


def told_of(part: Part, text: str) -> list[Any] | None:
    """Tell a file of one record that had no fault; None when there is more to it."""
    if part.problems or part.private or part.unread or len(part.records) != 1 or len(part.seen) != 1:
        return None
    kind, entry = part.records[0]
    record, name = entry.record, part.seen[0][1]
    if not kind.is_markdown or not text.endswith(record.body):
        return None
    values: dict[str, Any] = {}
    days: dict[str, str] = {}
    lists: dict[str, list[str]] = {}
    for field in sorted(record.model_fields_set - _COMPUTED):
        value = getattr(record, field)
        if type(value) in _PLAIN:
            values[field] = value
        elif type(value) is date:
            days[field] = value.isoformat()
        elif type(value) is tuple and all(type(item) is str for item in value):
            lists[field] = list(value)
        else:
            return None
    place = [entry.origin.tree.first_line, len(text) - len(record.body), record.body_digest]
    return [kind.field, name, place, values, days, lists]


def understood(
    told: list[Any], path: str, text: str, source: str, *, is_example: bool, bodies: Bodies | None = None
) -> Part:
    """Make again what a file said from what was told of it; its body goes to `bodies`, when there are some."""
    _, start, _ = told[2]
    header = text[:start]
    part = _part(told, path, source, {"body": text[start:], "example": is_example}, lambda: header)
    if bodies is not None:
        with suppress(OSError):  # no room for it: it is held
            part.records[0][1].record.let_body_go(bodies)
    return part


def understood_unread(told: list[Any], path: str, source: str, texts: UnreadTexts) -> Part:
    """Make again what a file said, and read the file itself when somebody asks for its words."""
    _, start, digest = told[2]
    place = UnreadBody(texts, path, source, start, digest)
    part = _part(told, path, source, {"body": "", "example": False}, place.header)
    part.records[0][1].record.leave_body(place)
    return part


def _part(
    told: list[Any], path: str, source: str, given: Mapping[str, Any], header: Callable[[], str]
) -> Part:
    field, name, (first_line, *_), values, days, lists = told
    found = {**values, "file": path, **given}
    for key, day in days.items():
        found[key] = date.fromisoformat(day)
    for key, items in lists.items():
        found[key] = tuple(map(intern, items))  # texts share a few of them
    record = _made(field, found)
    entry = Entry(record, Origin(KeptTree(path, first_line, header, record)), source)
    return Part([(_KINDS[field], entry)], [], [(field, name, {})], set(), [])


def _made(field: str, found: dict[str, Any]) -> MarkdownRecord:
    """Return a record as a copy is made of one (`copy`): what was checked once is not checked again."""
    blank, names = _shared(field, tuple(found))
    record: MarkdownRecord = _KINDS[field].model.__new__(_KINDS[field].model)
    values = {**blank, **found}
    record.__setstate__(
        {
            "__dict__": values,
            "__pydantic_fields_set__": names,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return record


@cache
def _shared(field: str, names: tuple[str, ...]) -> tuple[dict[str, Any], set[str]]:
    """Return what the records of a kind have that need not be written, and the set of what those of some names have.

    It has a place for every field: all the records have the very same names, and not copies of them.
    """
    model = _KINDS[field].model
    return dict.fromkeys(model.model_fields) | vars(model.model_construct()), set(names)
