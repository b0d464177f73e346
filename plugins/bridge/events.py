"""What a build tells whoever started it: JSON lines for `./faire`, French text for everybody else.

With `FAIRE_EVENTS=1` in the environment each event is one line of standard error: U+001E, then a
JSON object (RFC 7464). `plugins.commands.building` reads them.
"""

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any, NoReturn

from plugins.catalog.problems import Problem, format_notice, format_report

SEPARATOR = "\x1e"


def stop(problems: Iterable[Problem]) -> NoReturn:
    """Tell the problems and leave Pelican; the site that was there stays as it was."""
    tell_problems(problems)
    raise SystemExit(1)


def tell_problems(problems: Iterable[Problem]) -> None:
    """Tell every problem, as events or as one French report."""
    if not _listened_to():
        _write(f"\n{format_report(problems)}\n")
        return
    for problem in problems:
        _send("problem", asdict(problem))


def tell_notices(notices: Iterable[Problem]) -> None:
    """Tell what stops nothing; `./faire` hears it among the facts of `tell_built`."""
    if not _listened_to():
        _write("".join(f"À savoir : {format_notice(notice)}\n" for notice in notices))


def tell_notes(notes: Iterable[str]) -> None:
    """Tell what concerns the build and no file; `./faire` hears it among the facts of `tell_built`."""
    if not _listened_to():
        _write("".join(f"À savoir : {note}\n" for note in notes))


def tell_progress(done: int, total: int, what: str) -> None:
    """Tell how far the build is; silent when nobody listens."""
    if _listened_to():
        _send("progress", {"done": done, "total": total, "what": what})


def tell_built(facts: dict[str, Any]) -> None:
    """Tell that the site is in place."""
    if _listened_to():
        _send("built", facts)


def tell_ended(code: int) -> None:
    """Tell that a resident process has ended one build, and how; it waits for the next request."""
    _send("ended", {"code": code})


def _listened_to() -> bool:
    return os.environ.get("FAIRE_EVENTS") == "1"


def _send(event: str, facts: dict[str, Any]) -> None:
    _write(f"{SEPARATOR}{json.dumps({'event': event, **facts}, ensure_ascii=False)}\n")


def _write(text: str) -> None:
    sys.stderr.buffer.write(text.encode("utf-8"))
    sys.stderr.flush()
