"""The rules that had nothing to say of a text: they are not asked again about the same one. No fault is ever kept.

`catalog.rules.judging` watches what a rule looks at: the text, and maybe all that was read of some kinds. What it says
depends on these and on the program. Thousands of texts are silent alike: what they share is kept, and looked at, once.
"""

import json
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Any

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.rules.judging import Silent
from plugins.ledger.hashing import digest_of
from plugins.ledger.shelf import Shelf

MOST = 50_000
"""Texts whose silences are kept; beyond, those that this build has not met go."""

_ENCODE = json.JSONEncoder(sort_keys=True).encode

Rule = Callable[..., Any]
Heard = dict[str, dict[str, str]]
"""By the name of each rule that was silent, the digest of each kind that it had looked at."""


class Silences:
    """Tell which rules were silent about a text in a build before, and note those that are in this one."""

    def __init__(self, file: Path, program: str) -> None:
        """Open what a build has left, made with the same program: `program` is its digest."""
        self._reads = {"program": program}
        self._shelf = Shelf(file, lambda reads: reads == self._reads)
        self._known: dict[str, Any] = self._shelf.all()
        self._fresh: dict[str, Heard] = {}
        self._digests: dict[str, tuple[Loaded, str]] = {}
        self._together: dict[tuple[str, tuple[Rule, ...]], tuple[Loaded, frozenset[str] | None]] = {}
        self._heard: dict[tuple[Silent, ...], tuple[Loaded, str]] = {}
        self._keys: set[str] = set()

    def looked_at(self, rule: Rule, entry: Entry, loaded: Loaded) -> frozenset[str] | None:
        """Return the kinds that a rule looked at before it had nothing to say; None when that is not known."""
        kinds = self._of(entry.source).get(_name(rule))
        if kinds is None or any(self._digest(kind, loaded) != digest for kind, digest in kinds.items()):
            return None
        return frozenset(kinds)

    def all_looked_at(self, rules: tuple[Rule, ...], entry: Entry, loaded: Loaded) -> frozenset[str] | None:
        """Return the kinds that some rules looked at, when all of them had nothing to say; None otherwise."""
        shared = self._known.get(entry.source)
        if not isinstance(shared, str) or entry.source in self._fresh:
            return None
        self._keys.add(entry.source)
        found = self._together.get((shared, rules))
        if found is None or found[0] is not loaded:
            each = [self.looked_at(rule, entry, loaded) for rule in rules]
            kinds = None if None in each else frozenset().union(*filter(None, each))
            found = self._together[shared, rules] = loaded, kinds
        return found[1]

    def add(self, rule: Rule, entry: Entry, loaded: Loaded, kinds: Collection[str]) -> None:
        """Note that a rule, which looked at these kinds, has nothing to say of an entry."""
        if not entry.source:
            return
        if entry.source not in self._fresh:
            self._fresh[entry.source] = dict(self._of(entry.source))
        self._fresh[entry.source][_name(rule)] = self._seen(kinds, loaded)

    def heard(self, silent: tuple[Silent, ...], loaded: Loaded) -> str:
        """Return which rules were silent about a text, as another process takes it: it is written once for all alike."""
        found = self._heard.get(silent)
        if found is None or found[0] is not loaded:
            heard = {_name(rule): self._seen(kinds, loaded) for rule, kinds in silent}
            found = self._heard[silent] = loaded, _ENCODE(heard)
        return found[1]

    def take(self, source: str, heard: str) -> None:
        """Take which rules were silent about a text in another process, as it has `heard`."""
        shared = digest_of(heard)
        if shared not in self._known:
            self._known[shared] = json.loads(heard)
            self._shelf.put(shared, self._known[shared])
        self._known[source] = shared
        self._keys.add(source)
        self._shelf.put(source, shared)

    def settle(self) -> None:
        """Let go of the entries: all the rules have been asked."""
        for source, heard in self._fresh.items():
            shared = digest_of(_ENCODE(heard))
            if shared not in self._shelf.keys:
                self._shelf.put(shared, heard)
            self._keys.add(source)
            self._shelf.put(source, shared)
            self._known |= {source: shared, shared: heard}
        self._fresh.clear()
        self._digests.clear()
        self._together.clear()
        self._heard.clear()

    def write_down(self) -> None:
        """Leave the silences for the builds to come."""
        self.settle()
        known = self._shelf.keys
        obsolete = known - self._keys - {self._known[key] for key in self._keys} if len(known) > MOST else ()
        self._shelf.write(self._reads, obsolete)

    def _seen(self, kinds: Collection[str], loaded: Loaded) -> dict[str, str]:
        return {kind: self._digest(kind, loaded) for kind in sorted(kinds)}

    def _digest(self, kind: str, loaded: Loaded) -> str:
        """Return the digest of all that was read of a kind, names of faulty files included."""
        known = self._digests.get(kind)
        if known is None or known[0] is not loaded:
            known = self._digests[kind] = loaded, _digest_of(kind, loaded)
        return known[1]

    def _of(self, source: str) -> Heard:
        if source in self._fresh:
            return self._fresh[source]
        shared = self._known.get(source)
        if shared is None:
            return {}
        self._keys.add(source)
        return self._known.get(shared) or {}


def _digest_of(kind: str, loaded: Loaded) -> str:
    entries = loaded.entries.get(kind, {}).values()
    trees = {id(entry.origin.tree): entry for entry in entries}
    files = (part for entry in trees.values() for part in _file_of(entry))
    return digest_of(str(kind in loaded.unread), "\n".join(loaded.seen.get(kind, ())), "", *files)


def _file_of(entry: Entry) -> tuple[str, str]:
    return entry.origin.file, entry.source or "\n".join(entry.origin.tree.rows)


@cache
def _name(rule: Rule) -> str:
    return f"{rule.__module__}.{rule.__qualname__}"
