"""Have type set by a process apart, kept while it is used and let go with all the memory that Typst holds.

One process serves a build: starting it costs less than setting a page, and a second document is quicker than the
first. It is let go after `ORDERS` documents (what it keeps hardly grows after a dozen), after one so large that what
was kept of it weighs, and after the trial of one that is to be set again.
"""

import atexit
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from subprocess import Popen

ROOT = Path(__file__).parents[2]
PROGRAM = "plugins.formats.typesetter"
ORDERS = 100
LARGE = 1_000_000  # bytes
_ONE_ARENA = {"MALLOC_ARENA_MAX": "1"}
"""What one thread of Typst has freed serves the others (mallopt(3)): a fifth of the memory; nothing outside glibc."""


class TypesettingError(RuntimeError):
    """Say what Typst found wrong in a source: a fault of the theme, never of a file."""


class Order(NamedTuple):
    """Hold what makes one document: a source (a file, or its text), what it reads, how it is written.

    `places` are those that the document was given of its own parts; None when it has no use for them.
    """

    source: Path | str
    inputs: Mapping[str, str]
    options: Mapping[str, Any]
    root: Path = ROOT
    fonts: Path | None = None
    places: Mapping[str, Any] | None = None


@dataclass
class _Press:
    """Hold the process that sets type, who started it, and how many documents it has made."""

    process: "Popen[bytes] | None" = None
    owner: int = 0
    orders: int = 0
    lock: Any = field(default_factory=Lock)


_PRESS = _Press()


def typeset(order: Order) -> bytes:
    """Return the document of an order.

    Raises `TypesettingError`.
    """
    said, made = _answer(order)
    if "told" in said:
        raise TypesettingError(f"{order.source}: <places> are not those given")
    return made


def settle(order: Order) -> tuple[Mapping[str, Any], bytes]:
    """Return the places that a document tells, and the document itself when they are those it was given.

    Raises `TypesettingError`.
    """
    said, made = _answer(order)
    return (said["told"], b"") if "told" in said else (order.places or {}, made)


def let_go() -> None:
    """End the process that sets type, with its memory; the next order starts another."""
    process, _PRESS.process = _PRESS.process, None
    if process and _PRESS.owner == os.getpid():
        process.communicate()


def _answer(order: Order) -> tuple[dict[str, Any], bytes]:
    with _PRESS.lock:
        process = _start()
        said, made = _ask(process, _line(order))
        _PRESS.orders += 1
        if "told" in said or len(made) > LARGE or _PRESS.orders >= ORDERS:
            let_go()
    if "error" in said:
        raise TypesettingError(said["error"])
    return said, made


def _start() -> "Popen[bytes]":
    """Return the process of this one; a process born of a fork has none yet."""
    if _PRESS.process and _PRESS.owner == os.getpid() and _PRESS.process.poll() is None:
        return _PRESS.process
    let_go()
    from subprocess import PIPE, Popen  # noqa: PLC0415  # most builds set no type

    process = Popen(  # noqa: S603  # our own program, with our own Python
        [sys.executable, "-m", PROGRAM],
        cwd=ROOT,
        env=os.environ | _ONE_ARENA,
        stdin=PIPE,
        stdout=PIPE,
    )
    _PRESS.process, _PRESS.owner, _PRESS.orders = process, os.getpid(), 0
    return process


def _line(order: Order) -> bytes:
    source = {"text": order.source} if isinstance(order.source, str) else {"file": str(order.source)}
    written = {
        "source": source,
        "root": str(order.root),
        "fonts": str(order.fonts) if order.fonts else None,
        "inputs": order.inputs,
        "options": order.options,
        "places": order.places,
    }
    return json.dumps(written, ensure_ascii=False).encode() + b"\n"


def _ask(process: "Popen[bytes]", line: bytes) -> tuple[dict[str, Any], bytes]:
    if process.stdin is None or process.stdout is None:
        raise TypeError(process.args)
    process.stdin.write(line)
    process.stdin.flush()
    written = process.stdout.readline()
    if not written:
        raise TypesettingError(f"{PROGRAM} ended with {process.wait()}")
    said: dict[str, Any] = json.loads(written)
    return said, process.stdout.read(said.get("length", 0))


atexit.register(let_go)
