"""Read what the build says while it works: JSON lines marked with a record separator (RFC 7464)."""

import json
from dataclasses import dataclass, fields

from plugins.catalog.problems import Problem

RECORD_SEPARATOR = "\x1e"


@dataclass(frozen=True)
class Progress:
    """Hold how far the build has come."""

    done: int
    total: int
    what: str = ""


@dataclass(frozen=True)
class Built:
    """Hold what a build that ended well has made; `output` is relative to the project, days are ISO 8601."""

    pages: int
    files: int
    seconds: float
    output: str
    today: str
    notes: tuple[str, ...] = ()
    opens_by_double_click: bool = True
    next_change: str = ""


@dataclass(frozen=True)
class Ended:
    """Hold the end of one build of a resident process, good or not, with the code that Pelican would exit with."""

    code: int


Event = Progress | Problem | Built | Ended
_KINDS: dict[str, type[Progress] | type[Problem] | type[Built] | type[Ended]] = {
    "progress": Progress,
    "problem": Problem,
    "built": Built,
    "ended": Ended,
}


def read_event(line: str) -> Event | None:
    """Read one line of the build; give nothing for a line of Pelican's own log.

    A torn or unknown event is a line of the log too: it is shown when the build fails, never lost.
    """
    before, mark, text = line.partition(RECORD_SEPARATOR)
    if not mark or before.strip():
        return None
    try:
        values = json.loads(text)
        kind = _KINDS[values["event"]]
        known = {field.name: values[field.name] for field in fields(kind) if field.name in values}
        if "notes" in known:
            known["notes"] = tuple(known["notes"])
        return kind(**known)
    except (ValueError, KeyError, TypeError):
        return None
