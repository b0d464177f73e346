"""Give equal values equal digests, and refuse to guess about the others.

Written here and not taken from `pickle` or `repr`: the first writes equal values in different ways (it notes
which objects are the same one), the second leaves out what a class hides. `marshal` knows no class: it writes what
is plain through and through, and refuses the rest. What it wrote is never read.
"""

import dataclasses
import marshal
import weakref
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import partial
from hashlib import blake2b
from operator import attrgetter
from pathlib import PurePath
from types import FunctionType
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

from plugins.ledger.hashing import SIZE

_WITHOUT_REFERENCES = 2
"""The version of `marshal` that writes a value by what it holds alone; those that follow note which ones are the same
object (https://docs.python.org/3.11/library/marshal.html#marshal.version)."""
_PLAIN = frozenset({tuple, list, dict})
"""What holds texts and numbers, most often: `marshal` then writes it whole, which is quicker than part by part."""

Encode = Callable[[Any], bytes]
Alive = Callable[[], Any]


class UnknownValueError(TypeError):
    """Say that a value is of a type whose content cannot be told: what reads it is never kept."""


@dataclasses.dataclass(frozen=True, slots=True)
class _Type:
    """Hold how the values of a type are looked at, and whether one look is good for as long as they live."""

    name: bytes
    content: Callable[[Any], Any]
    is_frozen: bool


class Digester:
    """Digest values. A frozen value is looked at once as long as it lives: lists show the same cards."""

    def __init__(self, others: Mapping[type, Callable[[Any], Any]] | None = None) -> None:
        """Take, for types that are not ours, what stands for their values.

        Such a value is made of known types, and nobody changes it once it has been looked at.
        """
        self._others = dict(others or {})
        self._types: dict[type, _Type] = {}
        self._known: dict[int, tuple[Alive, bytes]] = {}
        self._before: dict[int, tuple[Alive, bytes]] = {}

    def turn(self) -> None:
        """Begin a new build: forget the values that the build before has not met."""
        self._before, self._known = self._known, {}

    def of(self, value: Any) -> str:
        """Return the digest of a value; raise `UnknownValueError` when its content cannot be told."""
        return blake2b(self.encode(value), digest_size=SIZE).hexdigest()

    def encode(self, value: Any) -> bytes:
        """Write a value so that only equal ones are written alike; raise `UnknownValueError`."""
        kind = value.__class__
        simple = _SIMPLE.get(kind)
        if simple is not None:
            return simple(value)
        if kind in _PLAIN:
            try:
                return b"p" + marshal.dumps(value, _WITHOUT_REFERENCES)
            except ValueError:  # it holds a value that is not plain
                return self._parts(value)
        known = self._known.get(id(value))
        if known is not None and known[0]() is value:
            return known[1]
        if kind in self._types:  # it was none of those that come next
            return self._remembered(value)
        if isinstance(value, Mapping):
            return self._mapping(value)
        if isinstance(value, frozenset | set):
            return b"<%b>" % b"".join(sorted(map(self.encode, value)))
        return self._remembered(value)

    def together(self, values: Iterable[Any]) -> bytes:
        """Write values one after the other, as `encode` writes each."""
        return b"".join(self._encoded(values))

    def known_digest(self, value: Any) -> str | None:
        """Return the digest of a frozen value that has been looked at, None of any other."""
        seen = self._known.get(id(value)) or self._before.get(id(value))
        return seen[1][1:].hex() if seen is not None and seen[0]() is value else None

    def know(self, value: Any, digest: str) -> None:
        """Take the digest of a frozen value from whoever has found it for an equal one; raise `ValueError`."""
        self._known[id(value)] = (_alive(value), b"=" + bytes.fromhex(digest))

    def keep(self, values: Iterable[Any]) -> bool:
        """Hold what is known of values for one build more; tell whether none of them can change unseen."""
        known, before = self._known, self._before
        is_steady = True
        for value in values:
            seen = known.get(id(value)) or before.get(id(value))
            if seen is not None and seen[0]() is value:
                known[id(value)] = seen
            else:
                is_steady = is_steady and value.__class__ in _SIMPLE
        return is_steady

    def _parts(self, value: Any) -> bytes:
        if isinstance(value, dict):
            return self._mapping(value)
        encoded = b"".join(self._encoded(value))
        return b"(%b)" % encoded if isinstance(value, tuple) else b"[%b]" % encoded

    def _mapping(self, value: Mapping[Any, Any]) -> bytes:
        return b"{%b%b}" % (self.encode(tuple(value)), b"".join(self._encoded(value.values())))

    def _encoded(self, values: Iterable[Any]) -> list[bytes]:
        """Write values, of which most are often known already."""
        known, before, encode = self._known, self._before, self.encode
        found = []
        for value in values:
            seen = known.get(id(value))
            if seen is not None and seen[0]() is value:
                found.append(seen[1])
                continue
            simple = _SIMPLE.get(value.__class__)
            if simple is not None:
                found.append(simple(value))
                continue
            seen = before.get(id(value))
            if seen is not None and seen[0]() is value:
                known[id(value)] = seen
                found.append(seen[1])
            else:
                found.append(encode(value))
        return found

    def _remembered(self, value: Any) -> bytes:
        before = self._before.get(id(value))
        if before is not None and before[0]() is value:
            self._known[id(value)] = before
            return before[1]
        kind = value.__class__
        how = self._types.get(kind)
        if how is None:
            how = self._types[kind] = self._looked_at(kind)
        content = how.name + self.encode(how.content(value))
        encoded = b"=" + blake2b(content, digest_size=SIZE).digest()
        if how.is_frozen:
            self._known[id(value)] = (_alive(value), encoded)
        return encoded

    def _looked_at(self, kind: type) -> _Type:
        for known, stand_in in self._others.items():
            if issubclass(kind, known):
                return _Type(_name_of(known), stand_in, is_frozen=True)
        name = _name_of(kind)
        return _Type(name, _content_of(kind), _is_frozen(kind))


def _name_of(kind: type) -> bytes:
    return f"{kind.__module__}.{kind.__qualname__}".encode() + b"\0"


def _alive(value: Any) -> Alive:
    """Return what gives a value as long as it lives; one that cannot be watched is kept alive."""
    try:
        return weakref.ref(value)
    except TypeError:
        return lambda: value


def _content_of(kind: type) -> Callable[[Any], Any]:
    """Return what gives the content of the values of a type; raise `UnknownValueError` when nothing does."""
    if issubclass(kind, type):
        return _qualified_name
    if issubclass(kind, Enum):
        return attrgetter("name")
    if dataclasses.is_dataclass(kind):
        return _reader([field.name for field in dataclasses.fields(kind)])
    if issubclass(kind, BaseModel):
        return partial(_of_a_model, read=_reader(list(kind.model_fields)))
    if issubclass(kind, PurePath | str):
        return str
    if issubclass(kind, tuple | list):
        return tuple
    if issubclass(kind, FunctionType):
        return _of_a_function
    raise UnknownValueError(_qualified_name(kind))


def _reader(names: list[str]) -> Callable[[Any], Any]:
    """Return what reads the fields of these names, in a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _of_a_model(value: BaseModel, read: Callable[[Any], Any]) -> Any:
    if value.__pydantic_private__ or value.__pydantic_extra__:
        raise UnknownValueError(_qualified_name(value.__class__))
    return read(value)


def _of_a_function(value: FunctionType) -> str:
    if value.__closure__ is not None or "<" in value.__qualname__:
        raise UnknownValueError(_qualified_name(value.__class__))
    return _qualified_name(value)


def _qualified_name(thing: Any) -> str:
    return f"{thing.__module__}.{thing.__qualname__}"


def _is_frozen(kind: type) -> bool:
    if issubclass(kind, BaseModel):
        return bool(kind.model_config.get("frozen"))
    parameters = getattr(kind, "__dataclass_params__", None)
    return bool(parameters and parameters.frozen)


def _text(value: str) -> bytes:
    content = value.encode("utf-8", "surrogatepass")
    return b"s%d:%b" % (len(content), content)


def _markup(value: Markup) -> bytes:
    content = value.encode("utf-8", "surrogatepass")
    return b"m%d:%b" % (len(content), content)


def _bytes(value: bytes) -> bytes:
    return b"b%d:%b" % (len(value), value)


def _written(mark: bytes, write: Callable[[Any], str]) -> Encode:
    return lambda value: b"%b%b;" % (mark, write(value).encode())


_SIMPLE: dict[type, Encode] = {
    str: _text,
    Markup: _markup,
    bytes: _bytes,
    int: _written(b"i", repr),
    float: _written(b"f", repr),
    bool: _written(b"o", repr),
    type(None): lambda _: b"n;",
    date: _written(b"d", date.isoformat),
    datetime: _written(b"t", lambda value: f"{value.isoformat()} {value.tzinfo} {value.fold}"),
    time: _written(b"h", lambda value: f"{value.isoformat()} {value.tzinfo}"),
    timedelta: _written(b"l", repr),
}
