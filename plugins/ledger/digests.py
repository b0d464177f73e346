"""Give equal values equal digests, and refuse to guess about the others.

Written here and not taken from `pickle` or `repr`: the first writes equal values in different ways (it notes
which objects are the same one), the second leaves out what a class hides.
"""

import dataclasses
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from enum import Enum
from hashlib import blake2b
from pathlib import PurePath
from types import FunctionType
from typing import Any

from markupsafe import Markup
from pydantic import BaseModel

SIZE = 16  # bytes: two of 10 million values are alike once in 10^24 years of builds

Encode = Callable[[Any], bytes]


class UnknownValueError(TypeError):
    """Say that a value is of a type whose content cannot be told: what reads it is never kept."""


def digest_of(*parts: bytes | str) -> str:
    """Return the digest of some parts; where one ends and the next begins counts too."""
    total = blake2b(digest_size=SIZE)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(b"%d:" % len(content))
        total.update(content)
    return total.hexdigest()


class Digester:
    """Digest values. A frozen value is looked at once as long as it lives: lists show the same cards."""

    def __init__(self, others: Mapping[type, Callable[[Any], Any]] | None = None) -> None:
        """Take, for types that are not ours, what stands for their values.

        Such a value is made of known types, and nobody changes it once it has been looked at.
        """
        self._others = dict(others or {})
        self._kinds = tuple(self._others)
        self._known: dict[int, tuple[Any, bytes]] = {}
        self._before: dict[int, tuple[Any, bytes]] = {}

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
        if kind is tuple or kind is list:
            return (b"(" if kind is tuple else b"[") + b"".join(map(self.encode, value)) + b")"
        known = self._known.get(id(value))
        if known is not None and known[0] is value:
            return known[1]
        if isinstance(value, Mapping):
            return b"{" + b"".join(self._pair(pair) for pair in value.items()) + b"}"
        if isinstance(value, frozenset | set):
            return b"<" + b"".join(sorted(map(self.encode, value))) + b">"
        return self._remembered(value)

    def _pair(self, pair: tuple[Any, Any]) -> bytes:
        return self.encode(pair[0]) + self.encode(pair[1])

    def _remembered(self, value: Any) -> bytes:
        before = self._before.get(id(value))
        if before is not None and before[0] is value:
            self._known[id(value)] = before
            return before[1]
        encoded = self._look_inside(value)
        if _is_frozen(value) or isinstance(value, self._kinds):
            self._known[id(value)] = (value, encoded)
        return encoded

    def _look_inside(self, value: Any) -> bytes:
        kind = value.__class__
        for known, stand_in in self._others.items():
            if isinstance(value, known):
                return self._sealed(kind, stand_in(value))
        if isinstance(value, type):
            return self._sealed(kind, f"{value.__module__}.{value.__qualname__}")
        if isinstance(value, Enum):
            return self._sealed(kind, value.name)
        if dataclasses.is_dataclass(value):
            fields = dataclasses.fields(value)
            return self._sealed(kind, tuple(getattr(value, field.name) for field in fields))
        if isinstance(value, BaseModel) and not (value.__pydantic_private__ or value.__pydantic_extra__):
            return self._sealed(kind, tuple(value.__dict__[name] for name in kind.model_fields))
        if isinstance(value, PurePath | str):
            return self._sealed(kind, str(value))
        if isinstance(value, tuple | list):
            return self._sealed(kind, tuple(value))
        if isinstance(value, FunctionType) and value.__closure__ is None and "<" not in value.__qualname__:
            return self._sealed(kind, f"{value.__module__}.{value.__qualname__}")
        raise UnknownValueError(f"{kind.__module__}.{kind.__qualname__}")

    def _sealed(self, kind: type, content: Any) -> bytes:
        name = f"{kind.__module__}.{kind.__qualname__}".encode()
        return b"=" + blake2b(name + b"\0" + self.encode(content), digest_size=SIZE).digest()


def _is_frozen(value: Any) -> bool:
    if isinstance(value, BaseModel):
        return bool(value.model_config.get("frozen"))
    parameters = getattr(value.__class__, "__dataclass_params__", None)
    return bool(parameters and parameters.frozen)


def _text(mark: bytes) -> Encode:
    def encode(value: str) -> bytes:
        content = value.encode("utf-8", "surrogatepass")
        return b"%b%d:%b" % (mark, len(content), content)

    return encode


def _written(mark: bytes, write: Callable[[Any], str]) -> Encode:
    return lambda value: b"%b%b;" % (mark, write(value).encode())


def _bytes(value: bytes) -> bytes:
    return b"b%d:%b" % (len(value), value)


_SIMPLE: dict[type, Encode] = {
    str: _text(b"s"),
    Markup: _text(b"m"),
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
