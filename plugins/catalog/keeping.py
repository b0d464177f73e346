"""What a Markdown file said, in plain data that another process keeps, and the records made from it again.

Only a file that had no fault, and whose record holds nothing but texts, days and lists of texts, is told so: it
needs to be neither parsed nor checked again while its bytes are the same. Its body is taken from the bytes.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from sys import intern
from typing import Any, NamedTuple

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
_DAY, _LIST = "@", "*"
"""What stands before the name of a field that holds a day, or a list of texts."""
_KINDS = {kind.field: kind for kind in KINDS}


class _Shape(NamedTuple):
    """Hold what all the records of a kind with the same fields have in common."""

    model: type[MarkdownRecord]
    names: tuple[str, ...]
    days: tuple[int, ...]
    """The places of the days among the names."""
    lists: tuple[int, ...]
    written: set[str]
    blank: dict[str, Any]
    """A place for every field: all the records have the very same names, and not copies of them."""


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
    """Tell a file of one record that had no fault; None when there is more to it.

    That is one flat list, which JSON reads sooner than nested ones: the kind, the first line, where the body
    begins, its digest, the names of the fields (`_Shape`), then what each of them holds.
    """
    if part.problems or part.private or part.unread or len(part.records) != 1 or len(part.seen) != 1:
        return None
    kind, entry = part.records[0]
    record = entry.record
    if not kind.is_markdown or part.seen[0][1] != record.slug or not text.endswith(record.body):
        return None
    names: list[str] = []
    values: list[Any] = []
    for field in sorted(record.model_fields_set - _COMPUTED):
        value = getattr(record, field)
        if type(value) in _PLAIN:
            mark = ""
        elif type(value) is date:
            mark, value = _DAY, value.isoformat()
        elif type(value) is tuple and all(type(item) is str for item in value):
            mark, value = _LIST, list(value)
        else:
            return None
        names.append(f"{mark}{field}")
        values.append(value)
    start = len(text) - len(record.body)
    return [kind.field, entry.origin.tree.first_line, start, record.body_digest, " ".join(names), *values]


def understood(
    told: list[Any], path: str, text: str, source: str, *, is_example: bool, bodies: Bodies | None = None
) -> Part:
    """Make again what a file said from what was told of it; its body goes to `bodies`, when there are some."""
    start = told[2]
    header = text[:start]
    part = _part(told, path, source, {"body": text[start:], "example": is_example}, lambda: header)
    if bodies is not None:
        with suppress(OSError):  # no room for it: it is held
            part.records[0][1].record.let_body_go(bodies)
    return part


def understood_unread(told: list[Any], path: str, source: str, texts: UnreadTexts) -> Part:
    """Make again what a file said, and read the file itself when somebody asks for its words."""
    _, _, start, digest, *_ = told
    place = UnreadBody(texts, path, source, start, digest)
    part = _part(told, path, source, {"body": "", "example": False}, place.header)
    part.records[0][1].record.leave_body(place)
    return part


def _part(
    told: list[Any], path: str, source: str, given: Mapping[str, Any], header: Callable[[], str]
) -> Part:
    field, first_line, _, _, names, *values = told
    shape = _shape(field, names)
    for place in shape.days:
        values[place] = date.fromisoformat(values[place])
    for place in shape.lists:
        values[place] = tuple(map(intern, values[place]))  # texts share a few of them
    record = _made(
        shape, {**shape.blank, **dict(zip(shape.names, values, strict=True)), "file": path, **given}
    )
    entry = Entry(record, Origin(KeptTree(path, first_line, header, record)), source)
    return Part([(_KINDS[field], entry)], [], [(field, record.slug, {})], set(), [])


def _made(shape: _Shape, values: dict[str, Any]) -> MarkdownRecord:
    """Return a record as a copy is made of one (`copy`): what was checked once is not checked again."""
    record = shape.model.__new__(shape.model)
    record.__setstate__(
        {
            "__dict__": values,
            "__pydantic_fields_set__": shape.written,
            "__pydantic_extra__": None,
            "__pydantic_private__": None,
        }
    )
    return record


@cache
def _shape(field: str, names: str) -> _Shape:
    """Return what the records of a kind share whose fields have these names, each behind its mark."""
    model = _KINDS[field].model
    marked = names.split(" ")
    plain = tuple(name.lstrip(_DAY + _LIST) for name in marked)
    return _Shape(
        model,
        plain,
        tuple(place for place, name in enumerate(marked) if name.startswith(_DAY)),
        tuple(place for place, name in enumerate(marked) if name.startswith(_LIST)),
        {*plain, *_COMPUTED},
        dict.fromkeys(model.model_fields) | vars(model.model_construct()),
    )
