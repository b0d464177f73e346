"""What the rules of one entry said of it, and what else they looked at: the same is not asked again.

A rule takes an `Entry` and all that was loaded. What it looks at there is seen, never declared: a verdict holds as
long as the entry and the kinds that were looked at are the same objects.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import is_
from typing import Any, NamedTuple, Protocol

from plugins.catalog.loading import Entry, Loaded
from plugins.catalog.problems import Problem

Rule = Callable[[Entry, Loaded], Iterator[Problem]]
Silent = tuple[Callable[..., Any], frozenset[str]]
"""A rule that had nothing to say of an entry, with the kinds that it looked at."""


class Silences(Protocol):
    """Remember, from one process to the next, which rules had nothing to say of an entry."""

    def looked_at(self, rule: Callable[..., Any], entry: Entry, loaded: Loaded) -> frozenset[str] | None:
        """Return the kinds that a rule looked at before it had nothing to say; None when that is not known."""

    def all_looked_at(
        self, rules: tuple[Callable[..., Any], ...], entry: Entry, loaded: Loaded
    ) -> frozenset[str] | None:
        """Return the kinds that rules looked at, when none of them had anything to say; None otherwise."""

    def add(self, rule: Callable[..., Any], entry: Entry, loaded: Loaded, kinds: Collection[str]) -> None:
        """Note that a rule, which looked at these kinds, has nothing to say of an entry."""


class Verdict(NamedTuple):
    """Hold what the rules said of an entry, and the kinds that they looked at."""

    entry: Entry
    problems: tuple[Problem, ...]
    kinds: frozenset[str]


@dataclass
class Verdicts:
    """Hold the verdicts of the last check by the identity of their entry, and what each kind was then."""

    said: dict[int, Verdict] = field(default_factory=dict)
    kinds: dict[str, tuple[Any, ...]] = field(default_factory=dict)

    def clear(self) -> None:
        """Begin anew."""
        self.said, self.kinds = {}, {}

    def look(self, loaded: Loaded) -> set[str]:
        """Return the kinds of which an entry or a name came, went or changed since the last look."""
        before, self.kinds = self.kinds, {kind: _signature(kind, loaded) for kind in _kinds(loaded)}
        known = self.kinds.keys() | before.keys()
        return {kind for kind in known if not _is_same(before.get(kind), self.kinds.get(kind))}


def judged(
    rules: Mapping[str, tuple[Rule, ...]], loaded: Loaded, verdicts: Verdicts, silences: Silences | None
) -> Iterator[Problem]:
    """Yield what the rules of each kind say of its entries."""
    moved = verdicts.look(loaded)
    before, verdicts.said = verdicts.said, {}
    for kind, asked in rules.items():
        for entry in loaded.entries.get(kind, {}).values():
            known = before.get(id(entry))
            if known is None or known.entry is not entry or not moved.isdisjoint(known.kinds):
                known, is_sure = verdict(asked, entry, loaded, silences)
            else:
                is_sure = True
            if is_sure:
                verdicts.said[id(entry)] = known
            yield from known.problems


def verdict(
    rules: tuple[Rule, ...], entry: Entry, loaded: Loaded, silences: Silences | None
) -> tuple[Verdict, bool]:
    """Return what rules say of an entry, and whether all that they looked at is known."""
    silent = silences.all_looked_at(rules, entry, loaded) if silences is not None else None
    if silent is not None:
        return Verdict(entry, (), silent), True
    problems: list[Problem] = []
    kinds: set[str] = set()
    is_sure = True
    for rule in rules:
        silent = silences.looked_at(rule, entry, loaded) if silences is not None else None
        if silent is not None:
            kinds |= silent
            continue
        watched: Any = _Watched(loaded)
        said = tuple(rule(entry, watched))
        problems += said
        kinds |= watched.kinds
        is_sure = is_sure and watched.is_sure
        if silences is not None and not said and watched.is_sure:
            silences.add(rule, entry, loaded, watched.kinds)
    return Verdict(entry, tuple(problems), frozenset(kinds)), is_sure


def silent_of(rules: Iterable[Rule], entry: Entry, loaded: Loaded) -> Iterator[Silent]:
    """Yield the rules that have nothing to say of an entry, each with the kinds that it looked at."""
    for rule in rules:
        watched: Any = _Watched(loaded)
        if next(rule(entry, watched), None) is None and watched.is_sure:
            yield rule, frozenset(watched.kinds)


class _Watched:
    """Stand for all that was loaded, and note the kinds that a rule looks at."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self.kinds: set[str] = set()
        self.is_sure = True

    @property
    def entries(self) -> "_Watched":
        return self

    def get(self, kind: str, default: Any = None) -> Any:
        self.kinds.add(kind)
        return self._loaded.entries.get(kind, default)

    def __getitem__(self, kind: str) -> Any:
        self.kinds.add(kind)
        return self._loaded.entries[kind]

    def names(self, kind: str) -> set[str] | None:
        self.kinds.add(kind)
        return self._loaded.names(kind)

    def __getattr__(self, name: str) -> Any:
        self.is_sure = False
        return getattr(self._loaded, name)


def _kinds(loaded: Loaded) -> set[str]:
    return {*loaded.entries, *loaded.seen, *loaded.unread}


def _signature(kind: str, loaded: Loaded) -> tuple[Any, ...]:
    names = tuple(loaded.seen.get(kind, ()))
    return names, kind in loaded.unread, tuple(loaded.entries.get(kind, {}).values())


def _is_same(before: tuple[Any, ...] | None, now: tuple[Any, ...] | None) -> bool:
    return (
        before is not None and now is not None and before[:2] == now[:2] and same_entries(before[2], now[2])
    )


def same_entries(before: tuple[Entry, ...], now: tuple[Entry, ...]) -> bool:
    """Tell whether entries are the very same objects: they were read from the same bytes."""
    return len(before) == len(now) and all(map(is_, before, now))
