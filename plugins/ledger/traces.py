"""A `Site` that notes what is read of it: what a section depends on is seen, never declared."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from plugins.catalog import Catalog
from plugins.catalog.models.post import MarkdownRecord
from plugins.ledger.digests import Digester, UnknownValueError
from plugins.ledger.hashing import digest_of
from plugins.resources import Site

NEVER = "never"
"""The digest of what cannot be told: it is different from every digest, itself included."""

WORDS = "site.words"
"""What a section has read that looks at the words of texts: `Site.words`."""

Note = Callable[[str], None]


class _Noted:
    """Stand for a field until it is read: the first reading is noted, and leaves the value in its place.

    The readings that follow, a million in a year of outings, cost what any attribute costs.
    """

    def __init__(self, group: str, name: str) -> None:
        self._name = name
        self._told_as = f"{group}.{name}"

    def __get__(self, copy: Any, _owner: type) -> Any:
        values = vars(copy)
        values["note"](self._told_as)
        value = values[self._name] = vars(values["original"])[self._name]
        return value


class TracedCatalog(Catalog):
    """Stand for a catalog, and note each group that is read, be it through a method of the catalog."""


class TracedSite(Site):
    """Stand for a site, and note each thing that is read."""

    def words(self, record: MarkdownRecord) -> str:
        """Note that words are read, whichever they are: their own digest is that of their records."""
        vars(self)["note"](WORDS)
        return record.body


for _field in fields(Catalog):
    setattr(TracedCatalog, _field.name, _Noted("catalog", _field.name))
for _field in fields(Site):
    if _field.name != "catalog":
        setattr(TracedSite, _field.name, _Noted("site", _field.name))


def traced_catalog(catalog: Catalog, note: Note) -> Catalog:
    """Return a catalog that tells `note` the name of each group it is asked for."""
    return _copied(TracedCatalog, catalog, note)


def traced_site(site: Site, note: Note) -> Site:
    """Return a site that tells `note` the name of each thing it is asked for."""
    traced = _copied(TracedSite, site, note)
    vars(traced)["catalog"] = traced_catalog(vars(site)["catalog"], note)
    return traced


def _copied(kind: type, original: Any, note: Note) -> Any:
    """Copy nothing but where to look: what the original has worked out and kept would hide what it is made from."""
    copy = object.__new__(kind)
    vars(copy).update(original=original, note=note)
    return copy


class Sources:
    """Give the digest of each thing that may be read, by the name that the traces use."""

    def __init__(self, digester: Digester, others: Mapping[str, Callable[..., str]]) -> None:
        """Take the digests that only the caller knows how to work out: files, templates."""
        self._digester = digester
        self._others = others
        self._values: dict[str, Any] = {}
        self._known: dict[str, str] = {}
        self._still: dict[int, tuple[Mapping[str, str], bool]] = {}
        self._members: dict[str, tuple[tuple[Any, ...], str]] = {}
        self._before: dict[str, tuple[tuple[Any, ...], str]] = {}

    def recall(self, others: "Sources") -> None:
        """Give what holds the very same members as it did for others the digest that they found.

        Both have the same digester, and only members that cannot change unseen are remembered.
        """
        self._before = others._members

    def give(self, prefix: str, values: Any) -> None:
        """Make the values of a mapping, or the fields of a dataclass, known under `prefix.name`."""
        found = _fields_of(values) if is_dataclass(values) else values
        self._values |= {f"{prefix}.{name}": value for name, value in found.items()}

    def trust(self, others: "Sources", names: Iterable[str]) -> None:
        """Take what another build has found of some things, without looking at them again."""
        self._known |= {name: others.digest(name) for name in names}

    def digest(self, name: str) -> str:
        """Return the digest of a thing; `NEVER` when nobody knows it or its content cannot be told."""
        if name not in self._known:
            self._known[name] = self._worked_out(name)
        return self._known[name]

    def are_still(self, reads: Mapping[str, str]) -> bool:
        """Tell whether everything that was read is what it was."""
        known = self._still.get(id(reads))
        if known is None or known[0] is not reads:
            still = all(digest != NEVER and self.digest(name) == digest for name, digest in reads.items())
            known = self._still[id(reads)] = (reads, still)
        return known[1]

    def _worked_out(self, name: str) -> str:
        kind, _, rest = name.partition(":")
        if rest and kind in self._others:
            return self._others[kind](rest)
        if name in self._others:
            return self._others[name]()
        if name not in self._values:
            return NEVER
        members = _members_of(self._values[name])
        known = self._before.get(name)
        try:
            if known is None or not _are_same(known[0], members):
                known = members, digest_of(self._digester.encode(self._values[name]))
        except UnknownValueError:
            return NEVER
        if members and self._digester.keep(members):
            self._members[name] = known
        return known[1]


def _members_of(value: Any) -> tuple[Any, ...]:
    """Return what a group is made of; nothing for what is no group."""
    if isinstance(value, dict):
        return (*value, *value.values())
    return value if isinstance(value, tuple) else ()


def _are_same(before: tuple[Any, ...], now: tuple[Any, ...]) -> bool:
    return bool(now) and len(before) == len(now) and all(map(_is_same, before, now))


def _is_same(before: Any, now: Any) -> bool:
    return before is now or (now.__class__ is str and before == now)


def _fields_of(value: Any) -> dict[str, Any]:
    return {field.name: vars(value)[field.name] for field in fields(value)}
