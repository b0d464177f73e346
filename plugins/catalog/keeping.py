"""What a Markdown file said, in plain data that another process keeps, and the records made from it again.

Only a file that had no fault, and whose record holds nothing but texts, days and lists of texts, is told so: it
needs to be neither parsed nor checked again while its bytes are the same. Its body is taken from the bytes.
"""

from datetime import date
from functools import cache
from typing import Any

from plugins.catalog.headers import read_markdown
from plugins.catalog.kinds import KINDS
from plugins.catalog.loading import Entry, Part
from plugins.catalog.models.base import Record
from plugins.catalog.origin import Origin
from plugins.catalog.yaml_source import Tree

_COMPUTED = frozenset({"body", "file", "example"})
"""The fields that the bytes and the name of a file give."""
_PLAIN = frozenset({str, int, bool, type(None)})
_KINDS = {kind.field: kind for kind in KINDS}


class KeptTree(Tree):
    """Stand for the tree of a header that was right: it is read again when somebody asks for a line of it."""

    def __init__(self, name: str, first_line: int, header: str, body: str) -> None:
        vars(self).update(name=name, first_line=first_line, faults=(), _text=(header, body))

    def may_hold(self, words: str) -> bool:
        """Tell whether words may be in the text, without reading it again."""
        return any(words in part for part in vars(self)["_text"])

    def __getattr__(self, name: str) -> Any:
        """Return what is not known yet: the data, the lines or the rows."""
        if name not in _OF_A_TREE:
            raise AttributeError(name)
        vars(self).update(vars(read_markdown("".join(self._text), self.name).header))
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
    place = [entry.origin.tree.first_line, len(text) - len(record.body)]
    return [kind.field, name, place, values, days, lists]


def understood(told: list[Any], path: str, text: str, source: str, *, is_example: bool) -> Part:
    """Make again what a file said from what was told of it."""
    field, name, (first_line, start), values, days, lists = told
    body = text[start:]
    found = dict(values, body=body, file=path, example=is_example)
    found |= {key: date.fromisoformat(day) for key, day in days.items()}
    found |= {key: tuple(items) for key, items in lists.items()}
    origin = Origin(KeptTree(path, first_line, text[:start], body))
    entry = Entry(_empty(field).model_copy(update=found), origin, source)
    return Part([(_KINDS[field], entry)], [], [(field, name, {})], set(), [])


@cache
def _empty(field: str) -> Record:
    """Return a record of a kind that holds only what need not be written: it is there to be copied."""
    return _KINDS[field].model.model_construct()
