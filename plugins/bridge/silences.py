"""The rules that had nothing to say of a text: they are not asked again about the same one. No fault is ever kept.

Only rules that look at one text and at nothing else are noted here (`catalog.rules` watches them): what they say
depends on the file and on the program.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from plugins.bridge.basis import PROGRAM, libraries
from plugins.catalog.loading import Entry
from plugins.catalog.models.post import MarkdownRecord
from plugins.ledger.digests import digest_of
from plugins.ledger.shelf import Shelf
from plugins.ledger.stamps import files_of

MOST = 50_000
"""Texts whose silences are kept; beyond, those that this build has not met go."""

Rule = Callable[..., Any]


class Silences:
    """Tell which rules were silent about a text in a build before, and note those that are in this one."""

    def __init__(self, file: Path) -> None:
        self._reads = {"program": _program()}
        self._shelf = Shelf(file, lambda reads: reads == self._reads)
        self._met: dict[int, tuple[Entry, str, set[str]]] = {}
        self._fresh: set[int] = set()

    def has(self, rule: Rule, entry: Entry) -> bool:
        """Tell whether a rule is known to have nothing to say of an entry."""
        return isinstance(entry.record, MarkdownRecord) and _name(rule) in self._of(entry)

    def add(self, rule: Rule, entry: Entry) -> None:
        """Note that a rule, which looked at nothing else, has nothing to say of an entry."""
        if isinstance(entry.record, MarkdownRecord):
            self._of(entry).add(_name(rule))
            self._fresh.add(id(entry))

    def write_down(self) -> None:
        """Leave the silences for the builds to come."""
        for number in self._fresh:
            _, key, names = self._met[number]
            self._shelf.put(key, sorted(names))
        known = self._shelf.keys
        met = {key for _, key, _ in self._met.values()}
        self._shelf.write(self._reads, known - met if len(known) > MOST else ())

    def _of(self, entry: Entry) -> set[str]:
        met = self._met.get(id(entry))
        if met is None:
            key = key_of(entry)
            met = self._met[id(entry)] = entry, key, set(self._shelf.get(key) or ())
        return met[2]


def key_of(entry: Entry) -> str:
    """Return the digest of all that a file of Markdown says, its name and the place of its parts included."""
    record, tree = entry.record, entry.origin.tree
    places = f"{type(record).__name__} {tree.first_line} {record.body_line} {record.example}"
    return digest_of(record.file, record.slug, places, "\n".join(tree.rows), record.body)


def _name(rule: Rule) -> str:
    return f"{rule.__module__}.{rule.__qualname__}"


def _program() -> str:
    """Return the digest of the program, of Python and of the libraries."""
    plugins = PROGRAM / "plugins"
    names = sorted(files_of(str(plugins), hidden=False))
    parts = (part for name in names for part in (name, (plugins / name).read_bytes()))
    return digest_of(sys.version, *libraries(), *parts)
