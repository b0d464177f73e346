"""The rules that had nothing to say of a text: they are not asked again about the same one. No fault is ever kept.

`catalog.rules.judging` watches what a rule looks at: the text, and maybe all that was read of some kinds. What it says
depends on these and on the program.
"""

import sys
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Any

from plugins.bridge.basis import PROGRAM, libraries
from plugins.catalog.loading import Entry, Loaded
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
        self._met: dict[int, tuple[Entry, str, dict[str, dict[str, str]]]] = {}
        self._fresh: set[int] = set()
        self._digests: dict[str, tuple[Loaded, str]] = {}
        self._keys: set[str] = set()

    def looked_at(self, rule: Rule, entry: Entry, loaded: Loaded) -> frozenset[str] | None:
        """Return the kinds that a rule looked at before it had nothing to say; None when that is not known."""
        if not isinstance(entry.record, MarkdownRecord):
            return None
        kinds = self._of(entry).get(_name(rule))
        if kinds is None or any(self._digest(kind, loaded) != digest for kind, digest in kinds.items()):
            return None
        return frozenset(kinds)

    def add(self, rule: Rule, entry: Entry, loaded: Loaded, kinds: Collection[str]) -> None:
        """Note that a rule, which looked at these kinds, has nothing to say of an entry."""
        if isinstance(entry.record, MarkdownRecord):
            self._of(entry)[_name(rule)] = {kind: self._digest(kind, loaded) for kind in sorted(kinds)}
            self._fresh.add(id(entry))

    def settle(self) -> None:
        """Let go of the entries: all the rules have been asked."""
        for number in self._fresh:
            _, key, names = self._met[number]
            self._shelf.put(key, names)
        self._keys.update(key for _, key, _ in self._met.values())
        self._met.clear()
        self._fresh.clear()
        self._digests.clear()

    def write_down(self) -> None:
        """Leave the silences for the builds to come."""
        self.settle()
        known = self._shelf.keys
        self._shelf.write(self._reads, known - self._keys if len(known) > MOST else ())

    def _digest(self, kind: str, loaded: Loaded) -> str:
        """Return the digest of all that was read of a kind, names of faulty files included."""
        known = self._digests.get(kind)
        if known is None or known[0] is not loaded:
            known = self._digests[kind] = loaded, _digest_of(kind, loaded)
        return known[1]

    def _of(self, entry: Entry) -> dict[str, dict[str, str]]:
        met = self._met.get(id(entry))
        if met is None:
            key = key_of(entry)
            met = self._met[id(entry)] = entry, key, dict(self._shelf.get(key) or {})
        return met[2]


def key_of(entry: Entry) -> str:
    """Return the digest of all that a file of Markdown says, its name and the place of its parts included."""
    record, tree = entry.record, entry.origin.tree
    places = f"{type(record).__name__} {tree.first_line} {record.body_line} {record.example}"
    return digest_of(record.file, record.slug, places, "\n".join(tree.rows), record.body)


def _digest_of(kind: str, loaded: Loaded) -> str:
    trees = {id(entry.origin.tree): entry.origin.tree for entry in loaded.entries.get(kind, {}).values()}
    files = (part for tree in trees.values() for part in (tree.name, "\n".join(tree.rows)))
    return digest_of(str(kind in loaded.unread), "\n".join(loaded.seen.get(kind, ())), "", *files)


@cache
def _name(rule: Rule) -> str:
    return f"{rule.__module__}.{rule.__qualname__}"


def _program() -> str:
    """Return the digest of the program, of Python and of the libraries."""
    plugins = PROGRAM / "plugins"
    names = sorted(files_of(str(plugins), hidden=False))
    parts = (part for name in names for part in (name, (plugins / name).read_bytes()))
    return digest_of(sys.version, *libraries(), *parts)
